import { bareWords } from '../../extractors/acts/plain.js';
import { defineCheck } from './check.js';
import { type CodedRow, codedRows } from './coded-rows.js';
import { list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** One code, and two names. */
export default defineCheck<CodedRow[]>({
  id: 'code-names',
  title: 'Un code de bénéficiaire porte un seul nom',
  explanation:
    'Dans un tableau de subventions, le code désigne un bénéficiaire. Sous un même code, deux noms sont une erreur de code, ou un nom mal recopié.',
  severity: 'note',
  needs: ['un tableau de bénéficiaires par code'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const rows = codedRows(look, document);
    return rows.length === 0 ? undefined : rows;
  },
  *find(rows) {
    const byCode = new Map<string, Map<string, CodedRow>>();
    for (const row of rows) {
      if (row.code === '') continue;
      const names = byCode.get(row.code) ?? new Map<string, CodedRow>();
      byCode.set(row.code, names);
      // What is in brackets is the section or the action, and no part of the name.
      const name = bareWords(row.name.replace(/\([^)]*\)/g, ''));
      if (name !== '' && !names.has(name)) names.set(name, row);
    }
    for (const [code, names] of byCode) {
      const [first = ''] = names.keys();
      const own = [...names].filter(([name], i) => i === 0 || !spelt(first, name)).map(([, row]) => row);
      if (own.length < 2) continue;
      yield {
        message: `Le code ${code} est celui de ${list(own.map(({ name }) => `«\u00a0${name}\u00a0»`))} (${pages(own.map(({ page }) => page))}).`,
        evidence: own.map(({ evidence_id }) => ({ id: evidence_id, role: 'said' })),
        data: { code, names: own.map(({ name }) => name) },
      };
    }
  },
});

/** Whether two names differ by no more than an acronym of the one: "Échecs Club Arval" and "Échecs Club Arval ECA". */
function spelt(a: string, b: string): boolean {
  const [short, long] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length) as [string[], string[]];
  const initials = short.map((word) => (/^(?:de|du|des|d|la|le|les|l|et)$/.test(word) ? '' : word[0])).join('');
  const more = long.filter((word) => !short.includes(word));
  return short.every((word) => long.includes(word)) && more.every((word) => initials.includes(word));
}
