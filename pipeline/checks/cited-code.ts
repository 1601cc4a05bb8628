import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Cited {
  raw: string;
  near: string;
  /** The citation, and what is printed after it: a code's name may go on there. */
  onwards: string;
  start: number;
  evidence_id: string;
  page: number;
  legibility: number;
}

/** An article of another part of the code than its neighbours, a code that does not exist. */
export default defineCheck<Cited[]>({
  id: 'cited-code',
  title: 'L’article cité est d’un code et d’une partie qui concernent l’acte',
  explanation:
    'La deuxième partie du code général des collectivités territoriales est celle des communes (L2…), la troisième celle des départements (L3…) : parmi des articles de l’une, un article de l’autre est d’ordinaire une faute de frappe. Le statut des agents est au code général de la fonction publique.',
  severity: 'warning',
  needs: ['un code cité'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const cited = look.all<Cited>(
      `select c.raw, substr(p.text, max(1, e.start - 110), e.end - max(0, e.start - 111) + 110) as near,
         substr(p.text, e.start + 1, e.end - e.start + 60) as onwards, e.start, c.evidence_id, e.page, e.legibility
       from citations c join evidence e on e.id = c.evidence_id join documents d on d.id = c.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where c.document_id = ? and c.kind = 'code' order by e.page, e.start, c.id`,
      document,
    );
    return cited.length === 0 ? undefined : cited;
  },
  *find(cited) {
    const seen = new Set<string>();
    for (const { raw, near, onwards, start, evidence_id, page, legibility } of cited) {
      const said = raw.replace(/\s+/g, ' ');
      const doubtful = legibility < 0.9 ? { severity: 'note' as const } : {};
      const strange = NO_CODE.exec(onwards);
      if (strange && !seen.has(`${page} ${start + strange.index}`)) {
        seen.add(`${page} ${start + strange.index}`);
        const named = strange[0].replace(/\s+/g, ' ');
        // "L.332.8" is no article: a hyphen parts the numbers of one.
        const dotted = /([LRD])\. ?(\d{3,4})\.(\d+)/.exec(raw);
        const written = dotted
          ? `, et l’article «\u00a0${dotted[0]}\u00a0» s’y écrit ${dotted[1]}${dotted[2]}-${dotted[3]}`
          : '';
        yield {
          message: `Le document cite le «\u00a0${named}\u00a0» (${pages([page])}) ; ce code s’appelle code général de la fonction publique${written}.`,
          evidence: [{ id: evidence_id, role: 'said' }],
          data: { said: named, actual: 'code général de la fonction publique' },
          ...doubtful,
        };
      }
      const odd = oddPart(said);
      if (odd === undefined || !/collectivit[ée]s\s+territoriales|CGCT/i.test(near)) continue;
      yield {
        message: `L’article «\u00a0${odd}\u00a0» est cité parmi des articles sur les communes («\u00a0${said}\u00a0», ${pages([page])}), mais la troisième partie du code concerne les départements.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { said, odd },
        ...doubtful,
      };
    }
  },
});

/** Names of a code that never was. */
const NO_CODE = /code\s+g[ée]n[ée]ral\s+de\s+la\s+fonction\s+publiques?\s+(?:territoriale|hospitali[èe]re)/i;

/** The one article of the third part in a list whose others, two or more, are of the second. */
function oddPart(raw: string): string | undefined {
  const articles = raw.match(/[LRD]\.? ?\*?\d{4}(?:-\d+)*/g) ?? [];
  const parts = articles.map((article) => /\d/.exec(article)![0]);
  const third = articles.filter((_, i) => parts[i] === '3');
  return third.length === 1 && parts.filter((part) => part === '2').length >= 2 ? third[0] : undefined;
}
