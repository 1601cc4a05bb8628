import { defineCheck } from './check.js';
import { list, money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Part {
  relation: string;
  role: string;
  value: string;
  evidence_id: string;
  page: number;
  start: number;
}

/** A decision that leaves out a part of the total that its reasons give. */
export default defineCheck<Part[][]>({
  id: 'decided-less',
  title: 'La décision porte sur tout ce que ses motifs annoncent',
  explanation:
    'Quand les motifs additionnent des montants et que la décision n’en reprend qu’une partie, le reste n’est ni voté ni imputé par cet acte : il l’est par un autre, ou il a été oublié.',
  severity: 'note',
  needs: ['un montant total, fait des montants accordés dans l’acte', 'une décision qui en reprend une partie'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const parts = look.all<Part>(
      `select t.relation_id as relation, t.role, t.value, t.evidence_id, e.page, e.start from relation_terms t
       join relations r on r.id = t.relation_id join evidence e on e.id = t.evidence_id
       where r.document_id = ? and r.holds = 1 and e.extractor = 'arithmetic/grand-total' order by r.id, t.position`,
      document,
    );
    const relations = new Map<string, Part[]>();
    for (const part of parts) {
      const own = relations.get(part.relation);
      if (own) own.push(part);
      else relations.set(part.relation, [part]);
    }
    return relations.size === 0 ? undefined : [...relations.values()];
  },
  *find(relations) {
    for (const terms of relations) {
      const [total, decided, ...rest] = terms;
      // A part printed after its total is what the act decides; the other parts are what it leaves out.
      if (!total || !decided || rest.length === 0 || !follows(total, decided)) continue;
      yield {
        message: `Les motifs donnent un total de ${money(total.value)} (${pages([total.page])}), mais la décision porte sur ${money(decided.value)} (${pages([decided.page])}) : elle laisse ${list(rest.map(({ value }) => money(value)))} (${pages(rest.map(({ page }) => page))}).`,
        evidence: terms.map(({ evidence_id, role }) => ({ id: evidence_id, role })),
        data: { total: total.value, decided: decided.value, left: rest.map(({ value }) => value) },
      };
    }
  },
});

const follows = (before: Part, after: Part): boolean =>
  after.page > before.page || (after.page === before.page && after.start > before.start);
