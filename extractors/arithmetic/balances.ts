import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { TOTAL } from './foots.js';
import { type CellFigure, gridsOf } from './grid.js';
import { type Item, itemsOf, withFigures } from './layout.js';
import {
  type Context,
  defineRelation,
  makes,
  oneSlip,
  relation,
  show,
  sum,
  toleranceOf,
  total as totalOf,
} from './relation.js';
import { toldIn } from './told.js';

const BALANCED = /[ée]quilibr\p{L}*[^.;]{0,60}[àa]\s+(?:la somme de\s+|hauteur de\s+)?$/iu;
const DETAIL = /\b(?:d[ée]tail|r[ée]partition|ventilation)\b[^.;:\d]{3,80}\bpar\b/i;

/** A balanced section has the same total wherever it is printed; a detail "par dispositif" makes the total printed above it. */
export default defineRelation({
  id: 'arithmetic/balances',
  title: 'Section équilibrée : le montant annoncé est celui de ses totaux ; détail d’un total donné plus haut',
  reads: {
    'Elle s’équilibre en dépenses et en recettes à 9 500,00 €. Le détail suit :\n\nCHAPITRE\tDépenses\tRecettes\nVoirie\t9 000,00\t4 000,00\nÉcoles\t500,00\t5 500,00\nTotal section\t9 500,00\t9 500,00':
      ['9500 - 9500 = 0', '9500 - 9500 = 0'],
    'Le budget s’équilibre comme suit :\nDépenses : 385 200,00 €\nRecettes : 385 020,00 €': ['385020 - 385200 = -180'],
    'Le budget s’équilibre à 9 500 €. En dépenses la voirie 9 000 €, les écoles 400 € et la fête 100 €. En recettes la taxe 4 000 €, la dotation 3 500 € et l’excédent (2 000 €).':
      ['9000 + 400 + 100 = 9500', '4000 + 3500 + 2000 = 9500'],
    'FINANCEURS\t2021\t2020\nÉtat\t2 375 k€\t2 400 k€\nVille\t942 k€\t961 k€\nTOTAL\t3 317 k€\t3 361 k€\n\nLE DÉTAIL DES SUBVENTIONS PAR DISPOSITIF\n\nAccueil\n\n1 317 K€\n-54 K€ (-4%)/2020\n\nEmploi\n\n2 000 K€\n+10 K€ (+1%)/2020':
      ['1317 + 2000 = 3317', '1317 + 2000 + 54 - 10 = 3361'],
  },
  ignores: ['Le budget s’équilibre à 9 500 €. Plus loin, le total des aides est de 300 €.'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const feet = gridsOf(act).flatMap(({ rows }) =>
      rows
        .filter(({ label, figures }) => TOTAL.test(label) && figures.size > 0)
        .map((row) => [...row.figures.values()]),
    );
    for (const said of figures) {
      if (said.unit !== 'EUR' || !BALANCED.test(text.slice(Math.max(0, said.start - 90), said.start))) continue;
      yield* listed(act, text, figures, said);
      const foot = feet.find(
        ([first]) => first !== undefined && first.start > said.end && first.start - said.end < 4000,
      );
      // Another balance is announced before the table: the table is that one's.
      if (
        !foot ||
        figures.some(
          ({ start }) =>
            start > said.end && start < foot[0]!.start && BALANCED.test(text.slice(Math.max(0, start - 90), start)),
        )
      )
        continue;
      for (const total of foot) {
        if (total.unit === '%') continue;
        yield same(act, said, total);
      }
    }
    yield* bothSides(act, text, figures);
    yield* details(act, itemsOf(text, figures), feet);
  },
});

/** Two amounts that balance are the same. */
const same = (act: Context['act'], said: Figure, total: Figure): Relation =>
  relation(
    act,
    'arithmetic/balances',
    'difference',
    `${show(said.value)} - ${show(total.value)} = ${show(said.value.minus(total.value))}`,
    total.value,
    said.value,
    toleranceOf([said, total]),
    [
      { role: 'result', figure: said },
      { role: 'base', figure: total },
    ],
  );

/** "s'équilibre comme suit": what goes out and what comes in, beside each other, are the same. */
function* bothSides(act: Context['act'], text: string, figures: readonly Figure[]): Iterable<Relation> {
  const told = toldIn(
    text,
    figures.filter(({ end }) => end <= text.length),
  );
  for (let i = 1; i < told.length; i += 1) {
    const [a, b] = [told[i - 1]!, told[i]!];
    const flows = [a.flow, b.flow].toSorted().join();
    const said = /[ée]quilibr/i.test(text.slice(Math.max(0, a.figure.start - SIDE_BY_SIDE), a.figure.start));
    if (flows !== 'in,out' || !said || b.figure.start - a.figure.end > 120) continue;
    if (a.figure.value.equals(b.figure.value) || oneSlip(a.figure.value, b.figure.value))
      yield same(act, b.figure, a.figure);
  }
}

const SIDE_BY_SIDE = 400;

/** How far below the balance its two sides are told. */
const SIDES = 2500;

/** "Le budget s'équilibre à T. En dépenses a, b et c. En recettes d, e et f.": each side told in a sentence makes T. */
function* listed(act: Context['act'], text: string, figures: readonly Figure[], said: Figure): Iterable<Relation> {
  const end = Math.min(text.length, said.end + SIDES);
  const below = figures.filter((figure) => figure.start > said.end && figure.end <= end);
  for (const { figures: own } of withFigures(text.slice(0, end), below)) {
    const parts = own.filter(({ unit }) => unit === 'EUR');
    if (parts.length >= 3 && makes(said, parts)) yield sum(act, 'arithmetic/balances', said, parts);
  }
}

/** "Le détail par dispositif" under a table: its amounts make the total, and less what each has gained, that of the year before. */
function* details(
  act: Context['act'],
  items: readonly Item[],
  feet: readonly (readonly CellFigure[])[],
): Iterable<Relation> {
  for (let at = 0; at < items.length; at += 1) {
    const intro = items[at]!;
    if (intro.figures.length > 0 || intro.text.length > 120 || !DETAIL.test(intro.text)) continue;
    const parts: Figure[] = [];
    const gains: Figure[] = [];
    for (const item of items.slice(at + 1, at + 20)) {
      const [lead] = item.figures.filter(({ unit, start }) => unit === 'EUR' && start - item.start < 40);
      const alike = lead && (parts.length === 0 || lead.step.equals(parts[0]!.step));
      if (alike) (lead.signed ? gains : parts).push(lead);
      else if (item.figures.length === 0 && item.text.length > 60) break;
    }
    if (parts.length < 2) continue;
    const foot = feet.findLast(
      ([first]) => first !== undefined && first.start < intro.start && intro.start - first.start < 3000,
    );
    const [total, ...others] = foot?.filter(({ unit, signed }) => unit === 'EUR' && !signed) ?? [];
    const ratio = total && !total.value.isZero() ? totalOf(parts).div(total.value).toNumber() : 0;
    if (total && ratio > 0.97 && ratio < 1.03) yield sum(act, 'arithmetic/balances', total, parts);
    if (gains.length !== parts.length) continue;
    const signs = [...parts.map(() => 1 as const), ...gains.map(() => -1 as const)];
    yield* others
      .map((before) => sum(act, 'arithmetic/balances', before, [...parts, ...gains], signs))
      .filter(({ holds }) => holds);
  }
}
