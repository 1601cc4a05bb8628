import { plain } from '../acts/plain.js';
import type { Sum } from './sum.js';

const YEARS = '(?:19|20)\\d\\d(?:, (?:19|20)\\d\\d){0,8} et (?:19|20)\\d\\d';
const BEFORE = new RegExp(`\\b(?:pour|en|annees|exercices) (${YEARS})(?!\\d)[^.;:€\\d]{0,100}$`);
const BEHIND = new RegExp(
  `^[^.;:€\\d]{0,60}\\b(?:pour|en|annees|exercices)(?: (?:les )?(?:annees|exercices))? (${YEARS})(?!\\d)`,
);
const JOINED = /^(?:, ?(?:puis )?| et )(?:de |d'|a )?$/;

/** "Pour 2022 et 2023, 46 000 € et 47 000 €": as many sums as years, one after the other, are of one year each. */
export function yearly(text: string, sums: readonly Sum[]): void {
  const flat = plain(text).replace(/\n/g, ' ');
  for (let first = 0; first < sums.length; ) {
    let end = first + 1;
    while (end < sums.length && JOINED.test(flat.slice(sums[end - 1]!.end, sums[end]!.start))) end += 1;
    const run = sums.slice(first, end);
    first = end;
    if (run.length < 2) continue;
    const { start } = run[0]!;
    const said =
      BEFORE.exec(flat.slice(Math.max(0, start - 240), start)) ??
      BEHIND.exec(flat.slice(run.at(-1)!.end, run.at(-1)!.end + 200));
    const years = said?.[1]?.match(/\d{4}/g)?.map(Number);
    if (years?.length !== run.length) continue;
    const told = run.find(({ beneficiary, nature }) => beneficiary && nature !== 'other') ?? run[0]!;
    for (const [i, sum] of run.entries()) {
      sum.year = years[i];
      if (sum.nature === undefined || sum.nature === 'other') sum.nature = told.nature;
      sum.payer ??= told.payer;
      sum.beneficiary ??= told.beneficiary;
    }
  }
}
