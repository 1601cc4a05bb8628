import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import { unbroken } from '../acts/plain.js';
import { type Figure, figuresIn } from './figures.js';
import { TOTAL } from './foots.js';
import { type Grid, gridsOf } from './grid.js';
import { stem } from './nouns.js';
import { type Context, defineRelation, oneSlip, relation, show, toleranceOf } from './relation.js';

const ID = 'arithmetic/products';

/** A price and how many times it is paid: "12 jours à 250 €, soit 3 000 €". */
export default defineRelation({
  id: ID,
  title: 'Prix et quantité : ensemble, le montant',
  reads: {
    'Location de 3 mois x 450 € = 1 350 €': ['3 × 450 = 1350'],
    'Location de 3 mois x 450 € = 1 530 €': ['3 × 450 = 1530'],
    'Intervention de 12 jours à 250 € soit 3 000 €.': ['12 × 250 = 3000'],
    'Il accorde 8 subventions de 40 000 € chacune, pour un total de 320 000 €.': ['8 × 40000 = 320000'],
    'Une enveloppe de 320 000 € : 8 subventions\nde 40 000 €.': ['8 × 40000 = 320000'],
    'Tarif de 250 € / jour et mission de 5 jours, soit 1 250 € au total.': ['250 × 5 = 1250'],
    'Une aide de 150 € par classe, soit 900 € pour les 6 classes.': ['150 × 6 = 900'],
    'Les affouagistes, au nombre de 14, paieront chacun 30 €, soit 420 €.': ['14 × 30 = 420'],
    'Les 48 élèves partent. Le coût du voyage est de 4 800 €, soit 100 € par élève.': ['48 × 100 = 4800'],
    'Article\tQuantité\tPrix unitaire\tTotal\nTables\t12\t150,00 €\t1 800,00 €\nChaises\t80\t32,50 €\t2 600,00 €\nTotal\t\t\t4 400,00 €':
      ['12 × 150 = 1800', '80 × 32.5 = 2600'],
  },
  ignores: [
    'de 12 à 250 €, soit 3 000 € par an',
    '12 jours à 250 €, soit 2 500 € après remise',
    'Tarif de 250 € par jour et 5 repas, soit 1 250 €',
    'Formule de 2 jours : 500 €. La semaine est à 1 000 €.',
    'Article\tQuantité\tTotal\tPayé\nTables\t2\t100 €\t200 €\nChaises\t3\t50 €\t120 €',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = unbroken(act.passage.text.slice(0, act.passage.bodyEnd));
    const terms = withDurations(act, figures).filter(({ end, unit }) => end <= text.length && unit !== '%');
    for (let i = 2; i < terms.length; i += 1) {
      const found = told(text, terms[i - 2]!, terms[i - 1]!, terms[i]!);
      if (!found) continue;
      const stated = product(act, found.a, found.b, found.total);
      // Only signs state a product that may fail: in words, a price may have its conditions.
      if (stated.holds || found.signs) yield stated;
    }
    yield* perHead(act, text, terms);
    for (const grid of gridsOf(act)) yield* inRows(act, grid);
  },
});

interface Told {
  readonly a: Figure;
  readonly b: Figure;
  readonly total: Figure;
  /** "3 × 450 = 1 350". */
  readonly signs?: boolean;
}

const SAID = /^[^.;\d]{0,40}(?:\bsoit\b|=>?|\btotal|\brepr[ée]sent|\bfont\b)[^.;\d]{0,25}$/;
const SHARED = /^[^.;\d]{0,40}(?:[(:=]|\bsoit\b|\bcorrespond)[^.;\d]{0,25}$/;

/** Which of three figures, one after the other, is the price, the quantity and the whole, as their words have it. */
function told(text: string, x: Figure, y: Figure, z: Figure): Told | undefined {
  const [first, second] = [text.slice(x.end, y.start), text.slice(y.end, z.start)];
  if (z.unit === 'EUR' && SAID.test(second) && priced(text, x, y)) {
    return { a: x, b: y, total: z, signs: TIMES.test(first) && /=\s*>?\s*$/.test(second) };
  }
  if (x.unit === 'EUR' && SHARED.test(first) && priced(text, y, z)) return { a: y, b: z, total: x };
  const each = x.unit === 'EUR' && y.unit === 'EUR' && z.unit === '' && /\bsoit\b/.test(first);
  return each && counts(text, first, z) ? { a: x, b: z, total: y } : undefined;
}

const TIMES = /^[^.;:\d]{0,30}[x×*]\s*$/;
const AT =
  /^\s\p{L}[^.;:\d]{1,40}\s(?:[àa]|de|d['’]un (?:montant|co[ûu]t) (?:unitaire )?de|au (?:prix|tarif) (?:unitaire )?de)\s*$/u;

const EACH = /^[^.;:\d]{1,40}\bchacune?\s(?:de\s)?$/;

/** "12 jours à 250 €", "3 mois x 450 €", "250 € par jour … 5 jours". */
function priced(text: string, a: Figure, b: Figure): boolean {
  if ((a.unit === 'EUR') === (b.unit === 'EUR')) return false;
  const between = text.slice(a.end, b.start);
  if (TIMES.test(between)) return true;
  return b.unit === 'EUR' ? AT.test(between) || EACH.test(between) : counts(text, between, b);
}

/** "250 € / jour" and "5 jours": what the price is for is what is counted. */
function counts(text: string, behindPrice: string, count: Figure): boolean {
  const unit = /^\s*(?:\/|par)\s*(\p{L}+)[^.;:]{0,60}$/u.exec(behindPrice)?.[1];
  const counted = /^\s*(\p{L}+)/u.exec(text.slice(count.end, count.end + 20))?.[1];
  return unit !== undefined && counted !== undefined && stem(unit) === stem(counted);
}

const PER_HEAD = /^\s*(?:\/|par|pour chaque)\s*(?:\p{L}['’])?(\p{L}{4,})/u;
/** What is counted is said no further above. */
const REACH = 1500;

/** "48 élèves … un coût de 4 800 €, soit 100 € par élève". */
function* perHead(act: Context['act'], text: string, terms: readonly Figure[]): Iterable<Relation> {
  for (let i = 1; i < terms.length; i += 1) {
    const [whole, price] = [terms[i - 1]!, terms[i]!];
    const head = PER_HEAD.exec(text.slice(price.end, price.end + 30))?.[1];
    if (head === undefined || whole.unit !== 'EUR' || price.unit !== 'EUR') continue;
    if (!/^[^.;\d]{0,30}\bsoit\b[^.;\d]{0,20}$/.test(text.slice(whole.end, price.start))) continue;
    const count = terms.findLast(
      ({ unit, end, value }) =>
        unit === '' &&
        end < whole.start &&
        whole.start - end < REACH &&
        value.greaterThan(1) &&
        stem(/^\s(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1] ?? '') === stem(head),
    );
    const stated = count && product(act, count, price, whole);
    if (stated?.holds) yield stated;
  }
}

const QUANTITY = /\bquantit|\bqt[ée]|\bnombre\b|\bnbr?e?\b|\bheures?\b|\bjours?\b|\bmois\b/i;
const UNIT_PRICE = /\bunitaire|\bP\.?U\b|\btarif|\bprix\b/i;

/** Rows of quantity, price and amount, where the heads say so: those that hold, and one that a digit parts from it. */
function* inRows(act: Context['act'], { rows, heads }: Grid): Iterable<Relation> {
  const columns = [...heads.keys()].sort((a, b) => a - b);
  const quantity = columns.find((col) => QUANTITY.test(heads.get(col)!));
  const price = columns.find((col) => UNIT_PRICE.test(heads.get(col)!) && col !== quantity);
  const whole = columns.find((col) => price !== undefined && col > price && col !== quantity);
  if (quantity === undefined || price === undefined || whole === undefined) return;
  const stated = rows.flatMap(({ label, figures }) => {
    const [a, b, total] = [quantity, price, whole].map((col) => figures.get(col));
    return a && b && total && !TOTAL.test(label) ? [product(act, a, b, total)] : [];
  });
  const holding = stated.filter(({ holds }) => holds);
  if (holding.length < 2 || holding.length * 3 < stated.length * 2) return;
  yield* stated.filter(
    ({ holds, expected, observed }) => holds || oneSlip(new Decimal(expected), new Decimal(observed)),
  );
}

function product(act: Context['act'], a: Figure, b: Figure, total: Figure): Relation {
  return relation(
    act,
    ID,
    'product',
    `${show(a.value)} × ${show(b.value)} = ${show(total.value)}`,
    a.value.times(b.value),
    total.value,
    toleranceOf([total]),
    [
      { role: 'total', figure: total },
      { role: 'part', figure: a },
      { role: 'part', figure: b },
    ],
  );
}

/** The figures, and the numbers of days, months and years, which are read as durations. */
function withDurations(act: Context['act'], figures: readonly Figure[]): Figure[] {
  const found = [...figures];
  for (const { field, start, end } of act.readings) {
    if (field !== 'duration') continue;
    const [count] = figuresIn(act.passage.text.slice(start, end));
    if (count)
      found.push({ ...count, start: start + count.start, end: start + count.end, digits: start + count.digits });
  }
  return found.sort((a, b) => a.start - b.start);
}
