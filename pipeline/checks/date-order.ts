import { defineCheck } from './check.js';
import { day, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Dated {
  role: string;
  value: string;
  raw: string;
  certainty: string;
  evidence_id: string;
  page: number;
  start: number;
}

/** What comes first, what comes after, and how a reader would say that it did not. */
const ORDERS: readonly (readonly [string, string, string, string])[] = [
  ['convocation', 'session', 'La convocation', 'la séance'],
  ['session', 'transmitted', 'La séance', 'la transmission au contrôle de légalité'],
  ['session', 'published', 'La séance', 'la publication de l’acte'],
  ['effective_from', 'effective_to', 'La prise d’effet', 'la fin'],
];

/** Dates of an act that cannot follow each other as they do. */
export default defineCheck<Dated[]>({
  id: 'date-order',
  title: 'Les dates de l’acte se suivent : convocation, séance, transmission, publication',
  explanation:
    'Les membres sont convoqués avant la séance (CGCT, L2121-10 à L2121-12) ; un acte ne peut être transmis ni publié avant d’avoir été adopté (L2131-1).',
  severity: 'error',
  needs: ['deux dates de l’acte : convocation, séance, transmission, publication, prise d’effet ou fin'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const dated = look.all<Dated>(
      `select d.role, d.value, d.raw, d.certainty, d.evidence_id, e.page, e.start from dates d join evidence e on e.id = d.evidence_id
       where d.document_id = ? and d.precision = 'day' and d.end_value is null
         and d.role in ('convocation', 'session', 'transmitted', 'published', 'effective_from', 'effective_to')
       order by e.page, e.start, d.id`,
      document,
    );
    return new Set(dated.map(({ role }) => role)).size < 2 ? undefined : dated;
  },
  *find(dated) {
    for (const [before, after, first, second] of ORDERS) {
      const firsts = valuesOf(dated, before);
      const seconds = valuesOf(dated, after);
      // Several dates in one role: the act speaks of more than one event, and no order can be asked of them.
      if (firsts.length !== 1 || seconds.length !== 1) continue;
      const [early, late] = [firsts[0]!, seconds[0]!];
      if (early.value <= late.value) continue;
      // An act may speak of several agreements: a beginning and an end belong together when they stand together.
      const apart = early.page !== late.page || Math.abs(early.start - late.start) > 200;
      if (before === 'effective_from' && apart) continue;
      const doubtful = [early, late].some(({ certainty }) => certainty === 'implied');
      yield {
        message: `${first} est datée du ${day(early.value)} (${pages([early.page])}), après ${second}, datée du ${day(late.value)} (${pages([late.page])}).`,
        evidence: [
          { id: early.evidence_id, role: before },
          { id: late.evidence_id, role: after },
        ],
        data: { [before]: early.value, [after]: late.value },
        ...(doubtful ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

function valuesOf(dated: readonly Dated[], role: string): Dated[] {
  const byValue = new Map<string, Dated>();
  for (const one of dated) if (one.role === role && !byValue.has(one.value)) byValue.set(one.value, one);
  return [...byValue.values()];
}
