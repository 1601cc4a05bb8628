import { defineCheck } from './check.js';
import { day, pages, weekdayName, weekdayOfDate } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Named {
  raw: string;
  value: string;
  weekday: number;
  certainty: string;
  evidence_id: string;
  page: number;
}

/** "vendredi 9 février 2024" that was no Friday. */
export default defineCheck<Named[]>({
  id: 'weekday',
  title: 'Le jour de la semaine est celui de la date',
  explanation: 'Le calendrier ne se discute pas : si le jour nommé n’est pas celui de la date, l’un des deux est faux.',
  severity: 'error',
  needs: ['une date avec son jour de la semaine'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const named = look.all<Named>(
      `select d.raw, d.value, d.weekday, d.certainty, d.evidence_id, e.page from dates d join evidence e on e.id = d.evidence_id
       where d.document_id = ? and d.weekday is not null and d.precision = 'day' and d.end_value is null order by d.id`,
      document,
    );
    return named.length === 0 ? undefined : named;
  },
  *find(named) {
    for (const { raw, value, weekday, certainty, evidence_id, page } of named) {
      const actual = weekdayOfDate(value);
      if (actual === undefined || actual === weekday) continue;
      yield {
        message: `Le document écrit «\u00a0${raw.replace(/\s+/g, ' ')}\u00a0» (${pages([page])}), mais le ${day(value)} est un ${weekdayName(actual)}, pas un ${weekdayName(weekday)}.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { date: value, said: weekdayName(weekday), actual: weekdayName(actual) },
        ...(certainty === 'implied' ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
