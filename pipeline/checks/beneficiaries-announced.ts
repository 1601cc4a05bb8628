import { defineCheck } from './check.js';
import { type CodedRow, codedRows } from './coded-rows.js';
import { list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Announced {
  readonly value: number;
  readonly evidence_id: string;
  readonly page: number;
  readonly rows: readonly CodedRow[];
}

/** As many lines as beneficiaries are announced, and fewer beneficiaries. */
export default defineCheck<Announced[]>({
  id: 'beneficiaries-announced',
  title: 'Le tableau a autant de bénéficiaires que le texte en annonce',
  explanation:
    'Un bénéficiaire qui a plusieurs lignes ne compte qu’une fois : le nombre annoncé est souvent celui des lignes.',
  severity: 'note',
  needs: ['un nombre annoncé de bénéficiaires', 'un tableau de bénéficiaires par code'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const rows = codedRows(look, document);
    if (rows.length < 3) return undefined;
    const announced = look.all<Omit<Announced, 'rows'>>(
      `select cast(i.value as real) as value, i.evidence_id, e.page from indicators i join evidence e on e.id = i.evidence_id
       where i.document_id = ? and i.in_table = 0 and i.value is not null
         and (i.label like '%associations%' or i.label like '%bénéficiaires%' or i.unit in ('associations', 'bénéficiaires'))
       order by e.page, e.start, i.id`,
      document,
    );
    return announced.length === 0 ? undefined : announced.map((one) => ({ ...one, rows }));
  },
  *find(announced) {
    for (const { value, evidence_id, page, rows } of announced) {
      const codes = new Map<string, CodedRow[]>();
      for (const row of rows) {
        const who = row.code || row.name;
        codes.set(who, [...(codes.get(who) ?? []), row]);
      }
      if (rows.length !== value || codes.size === value) continue;
      const repeated = [...codes.values()].filter((own) => own.length > 1);
      yield {
        message: `Le texte annonce ${value} bénéficiaires (${pages([page])}) ; le tableau a ${rows.length} lignes, mais ${codes.size} bénéficiaires distincts : ${list(repeated.slice(0, 5).map(([first, ...others]) => `le code ${first!.code} («\u00a0${first!.name}\u00a0») en a ${others.length + 1}`))} (${pages(rows.map((row) => row.page))}).`,
        evidence: [
          { id: evidence_id, role: 'said' },
          ...repeated.flat().map((row) => ({ id: row.evidence_id, role: 'contradicted by' })),
        ],
        data: { announced: value, rows: rows.length, distinct: codes.size },
      };
    }
  },
});
