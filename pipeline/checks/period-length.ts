import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { day, pages, weekdayName, weekdayOfDate } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** "pour 3 ans, du 1er janvier 2022 au 31 décembre 2022"; "les dimanches 17 et 24 décembre". */
export default defineCheck<Mentioned[]>({
  id: 'period-length',
  title: 'Une durée est celle de ses dates, les jours d’une liste portent le nom annoncé',
  explanation:
    'Une convention de trois ans finit trois ans après son début, à un jour près ; une liste de dimanches ne compte que des dimanches.',
  severity: 'error',
  needs: ['une durée avec ses dates, ou une liste de jours nommés'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'duration', 'weekday'),
  *find(said) {
    for (const { kind, text, about, evidence_id, page } of said) {
      const evidence = [{ id: evidence_id, role: 'said' }];
      if (kind === 'weekday') {
        const actual = weekdayOfDate(text);
        if (actual === undefined || actual === Number(about)) continue;
        yield {
          message: `Le ${day(text)} est donné pour un ${weekdayName(Number(about))} (${pages([page])}), mais c’est un ${weekdayName(actual)}.`,
          evidence,
          data: { date: text, said: weekdayName(Number(about)), actual: weekdayName(actual) },
        };
        continue;
      }
      const [start = '', end = ''] = about.split('/');
      const due = after(start, text);
      if (due === undefined) continue;
      const days = (Date.parse(end) - Date.parse(due)) / 86_400_000;
      if (Math.abs(days) <= 1) continue;
      yield {
        message: `La durée annoncée (${inFrench(text)}) n’est pas celle des dates, du ${day(start)} au ${day(end)} (${pages([page])}).`,
        evidence,
        data: { duration: text, start, end },
        severity: Math.abs(days) <= 31 ? 'warning' : 'error',
      };
    }
  },
});

/** The day before which an ISO duration that begins on `start` ends; nothing for a duration without calendar parts. */
function after(start: string, duration: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!match || Number.isNaN(Date.parse(start))) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(`${start}T00:00:00Z`);
  const first = date.getUTCDate();
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months, 1);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(first, lastOfMonth) + weeks * 7 + days - 1);
  return date.toISOString().slice(0, 10);
}

function inFrench(duration: string): string {
  const names: Readonly<Record<string, readonly [string, string]>> = {
    Y: ['an', 'ans'],
    M: ['mois', 'mois'],
    W: ['semaine', 'semaines'],
    D: ['jour', 'jours'],
  };
  return [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count = '', unit = '']) => `${count}\u00a0${names[unit]![Number(count) > 1 ? 1 : 0]}`)
    .join(' et ');
}
