import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { TOTAL } from './foots.js';
import { type Item, itemsOf } from './layout.js';
import { complementary } from './pairs.js';
import { type Context, defineRelation, makes, slipped, sum, total } from './relation.js';

/** Percentages that share out a whole: they make 100. */
export default defineRelation({
  id: 'arithmetic/shares',
  title: 'Pourcentages complémentaires : ensemble, ils font 100',
  reads: {
    'dont 52% de garçons et 48% de filles': ['52 + 48 = 100'],
    '79% de citadins\n\n21% de ruraux': ['79 + 21 = 100'],
    'Répartition par niveau\n\nMaster\t12,5%\nLicence\t22,5%\nBac\t66,0%': ['12.5 + 22.5 + 66 = 100'],
  },
  ignores: ['40% de femmes, 30% de jeunes', '60% de jeunes. Par ailleurs, 40% de sorties', '12% en 2021 et 88 jeunes'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text;
    const items = itemsOf(text.slice(0, act.passage.bodyEnd), figures);
    const used = new Set<Figure>();
    for (let at = 0; at < items.length; at += 1) {
      const column = columnOfShares(items, at);
      if (column && !column.some((figure) => used.has(figure))) {
        for (const figure of column) used.add(figure);
        yield sum(act, 'arithmetic/shares', hundred(column), column);
      }
    }
    const shares = figures.filter(({ unit, value }) => unit === '%' && value.greaterThan(0) && value.lessThan(100));
    const tail = ({ end }: Figure): string =>
      /^\s*(?:de|du|des)\s[^.;,:\n]{6,30}/.exec(text.slice(end, end + 40).replace(/(?<!\n)\n(?!\n)/g, ' '))?.[0] ?? '';
    for (let i = 0; i + 1 < shares.length; i += 1) {
      for (let n = 2; n <= 6 && i + n <= shares.length; n += 1) {
        const run = shares.slice(i, i + n);
        const gap = run.at(-1)!.start - run.at(-2)!.end;
        const between = text.slice(run.at(-2)!.end, run.at(-1)!.start);
        const apart = gap > 140 || /[.;!?]\s|\t/.test(between);
        // Two shares "of the whole staff", of the same words, belong together though a sentence parts them.
        if (
          apart &&
          !(n === 2 && gap < 400 && tail(run[0]!) !== '' && tail(run[0]!).slice(0, 14) === tail(run[1]!).slice(0, 14))
        )
          break;
        if (run.some((figure) => used.has(figure))) continue;
        // Women and men share out the whole between them, though the figures say otherwise.
        const opposed = n === 2 && gap < 60 && slipped(hundred(run), run) && complementary(text, run[0]!, run[1]!);
        if (!makes(hundred(run), run) && !opposed) continue;
        for (const figure of run) used.add(figure);
        yield sum(act, 'arithmetic/shares', hundred(run), run);
        break;
      }
    }
  },
});

/** The whole that the shares make, which need not be printed: it stands where they do. */
const hundred = (run: readonly Figure[]): Figure => ({
  ...run[0]!,
  end: run.at(-1)!.end,
  value: new Decimal(100),
  step: new Decimal(0),
});

/** Three or more lines with one percentage each: a whole shared out, when they come near to it. */
function columnOfShares(items: readonly Item[], at: number): Figure[] | undefined {
  const shares: Figure[] = [];
  const labelled = (item: Item): boolean =>
    item.figures.length === 1 &&
    item.figures[0]!.unit === '%' &&
    !item.figures[0]!.signed &&
    item.text.length < 90 &&
    !TOTAL.test(item.text);
  if (at > 0 && labelled(items[at - 1]!)) return undefined;
  for (let i = at; i < items.length && labelled(items[i]!); i += 1) shares.push(items[i]!.figures[0]!);
  if (shares.length < 3) return undefined;
  const all = total(shares);
  if (makes(hundred(shares), shares)) return shares;
  const before = items
    .slice(Math.max(0, at - 2), at)
    .map(({ text }) => text)
    .join(' ');
  const said = /r[ée]parti|ventil|selon|par (?:niveau|[âa]ge|tranche|sexe|statut|type|cat[ée]gorie)|niveaux?/i.test(
    before,
  );
  return said && all.greaterThan(95) && all.lessThan(105) ? shares : undefined;
}
