import { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type CellFigure, gridsOf } from './grid.js';
import { type Context, defineRelation, relation, show, type Term, toleranceOf } from './relation.js';

const VARIATION = /variation|[ée]volution|[ée]cart|diff[ée]rence|hausse|baisse|progression|\bvar\b|\bdelta\b/i;
const ROSE = /augment|hausse|progress|\bplus\b|cro[îi]/i;
const FELL = /diminu|baisse|recul|r[ée]duction|chute|\bmoins\b|repli/i;

/** This year against last: the difference, and the difference in per cent. */
export default defineRelation({
  id: 'arithmetic/variations',
  title: 'Différences et évolutions d’une année sur l’autre, en chiffres et en pour cent',
  reads: {
    'Financeur\t2021\t2020\tVariation en k€\tVariation en %\nÉtat\t2 375k€\t1 875 k€\t+ 500 k€\t+ 26,66 %\nRégion\t303 k€\t365 k€\t- 62 k€\t- 16,98 %':
      ['2375 - 1875 = 500', '303 - 365 = -62', '2375000 / 1875000 - 1 = 26.66 %', '303000 / 365000 - 1 = -16.98 %'],
    'Les produits s’élèvent à 5 560K€ contre 4 389K€ en 2020, soit une augmentation de 27%.': [
      '5560000 / 4389000 - 1 = 27 %',
    ],
    'Le nombre d’adhérents passe de 240 en 2021 à 276 en 2022 (+ 15 %).': ['276 / 240 - 1 = 15 %'],
    'La maison compte 4 812 visites en 2022 (3 950 en 2021, soit + 21,8 %).': ['4812 / 3950 - 1 = 21.8 %'],
    '128 jeunes suivis en 2022 contre 112 en 2021, soit + 16 jeunes.': ['128 - 112 = 16'],
    '302 K€\n\n-54 K€ (-15%)/2020': ['-54000 / 356000 = -15 %'],
  },
  ignores: ['303 k€ contre la précarité et 365 k€ pour la culture, soit 12 %'],
  *find({ act, figures }: Context): Iterable<Relation> {
    for (const { rows, heads } of gridsOf(act)) {
      const columns = [...new Set(rows.flatMap(({ figures }) => [...figures.keys()]))].sort((a, b) => a - b);
      const varies = columns.filter((col) => VARIATION.test(heads.get(col) ?? ''));
      if (varies.length === 0) continue;
      const base = columns.filter((col) => col < varies[0]!);
      const [first, second] = base.slice(-2);
      if (first === undefined || second === undefined || base.length > 6) continue;
      const newerFirst =
        isNewer(heads.get(first) ?? '', heads.get(second) ?? '') ?? guessNewer(rows, first, second, varies);
      for (const col of varies) {
        const stated: Relation[] = [];
        for (const row of rows) {
          const [x, y] = [row.figures.get(first), row.figures.get(second)];
          const [a, b] = newerFirst ? [x, y] : [y, x];
          const change = row.figures.get(col);
          if (!a || !b || !change || a.unit !== b.unit) continue;
          if (change.unit === '%' && a.unit !== '%') stated.push(...percentChange(act, a, b, change));
          else if (change.unit === a.unit || change.unit === '') stated.push(difference(act, a, b, change));
        }
        yield* asExactAsTheRest(
          stated,
          [...rows].map((row) => row.figures.get(col)?.step).find((step) => step !== undefined),
        );
      }
    }
    yield* inWords(act, figures);
    yield* withDelta(act, figures);
  },
});

/** Where nearly all rows were computed from the figures as printed, rounding excuses none of the others. */
function asExactAsTheRest(relations: readonly Relation[], step: Decimal | undefined): Relation[] {
  const off = ({ difference }: Relation): Decimal => new Decimal(difference).abs();
  const finest = step ?? new Decimal(0);
  const slack = (relation: Relation): Decimal => (relation.kind === 'percentage' ? finest : new Decimal(0));
  const exact = relations.filter((relation) => off(relation).lessThanOrEqualTo(slack(relation)));
  if (exact.length < 3 || exact.length < relations.length * 0.7) return [...relations];
  return relations.map((relation) =>
    relation.holds && off(relation).greaterThan(slack(relation))
      ? { ...relation, holds: false, tolerance: slack(relation).toFixed() }
      : relation,
  );
}

function difference(act: Context['act'], now: Figure, before: Figure, change: Figure): Relation {
  const expected = now.value.minus(before.value);
  const scale = now.scale === before.scale && now.scale === change.scale ? now.scale : 1;
  const [a, b, c] = [now, before, change].map(({ value }) => show(value.div(scale)));
  const statement = `${a} - ${b} = ${c}`;
  return relation(
    act,
    'arithmetic/variations',
    'difference',
    statement,
    expected,
    change.value,
    toleranceOf([now, before, change]),
    [
      { role: 'result', figure: change },
      { role: 'base', figure: now },
      { role: 'part', figure: before },
    ],
  );
}

function* percentChange(act: Context['act'], now: Figure, before: Figure, change: Figure): Iterable<Relation> {
  if (before.value.isZero()) return;
  const percent = (a: Decimal, b: Decimal): Decimal => a.div(b).minus(1).times(100);
  const expected = percent(now.value, before.value);
  const slack = ratioSlack(now, before, (a, b) => percent(a, b));
  yield relation(
    act,
    'arithmetic/variations',
    'percentage',
    `${show(now.value)} / ${show(before.value)} - 1 = ${show(change.value)} %`,
    expected,
    change.value,
    slack.plus(change.step.times('0.5')),
    [
      { role: 'rate', figure: change },
      { role: 'result', figure: now },
      { role: 'base', figure: before },
    ],
  );
}

/** How far a ratio moves when its two figures are off by what their rounding explains. */
export function ratioSlack(a: Figure, b: Figure, of: (a: Decimal, b: Decimal) => Decimal): Decimal {
  const half = (figure: Figure): Decimal =>
    figure.unit === '' && figure.step.equals(1) ? new Decimal(0) : figure.step.times('0.5');
  const middle = of(a.value, b.value);
  if (half(a).isZero() && half(b).isZero()) return new Decimal(0);
  const high = of(a.value.plus(half(a)), b.value.minus(half(b)));
  const low = of(a.value.minus(half(a)), b.value.plus(half(b)));
  return Decimal.max(high.minus(middle).abs(), low.minus(middle).abs());
}

function isNewer(a: string, b: string): boolean | undefined {
  const year = (head: string): number | undefined => {
    const found = /(?:19|20)\d\d/.exec(head)?.[0];
    return found === undefined ? undefined : Number(found);
  };
  const [x, y] = [year(a), year(b)];
  return x === undefined || y === undefined || x === y ? undefined : x > y;
}

/** Without years above them, the order that most rows speak for; by habit, the older column comes first. */
function guessNewer(
  rows: readonly { figures: ReadonlyMap<number, CellFigure> }[],
  first: number,
  second: number,
  varies: readonly number[],
): boolean {
  let votes = 0;
  for (const { figures } of rows) {
    const [a, b] = [figures.get(first), figures.get(second)];
    const change = varies.map((col) => figures.get(col)).find((figure) => figure !== undefined);
    if (!a || !b || !change || change.value.isZero() || a.value.equals(b.value)) continue;
    votes += a.value.greaterThan(b.value) === change.value.greaterThan(0) ? 1 : -1;
  }
  return votes > 0;
}

/** "5 560 K€ contre 4 389 K€ en 2020, soit une augmentation de 26 %"; "passe de 240 à 276 (+ 15 %)". */
function* inWords(act: Context['act'], figures: readonly Figure[]): Iterable<Relation> {
  const text = act.passage.text;
  const counted = figures.filter(({ yearLike }) => !yearLike);
  for (let i = 2; i < counted.length; i += 1) {
    const [first, second, change] = [counted[i - 2]!, counted[i - 1]!, counted[i]!];
    if (first.unit !== second.unit || first.unit === '%' || change.start - first.start > 240) continue;
    const between = text.slice(first.end, second.start);
    const passes = /\bpass\p{L}+\s+de\s*$/u.test(text.slice(Math.max(0, first.start - 30), first.start));
    const bracketed =
      /^[^.;()]*\(\s*$/.test(between) && /^\D{0,20}\ben (?:19|20)\d\d/.test(text.slice(second.end, second.end + 30));
    const against = bracketed || /^[^.;]*\bcontre\b[^.;]*$/.test(between);
    if (passes ? !/^[^.;]*\s[àa]\s*$/.test(between) : !against) continue;
    const [now, before] = passes ? [second, first] : [first, second];
    const said = text.slice(second.end, change.start);
    if (/[.;]\s/.test(said)) continue;
    if (change.unit !== '%') {
      if (change.signed && change.unit === now.unit && /\bsoit\b|\(\s*$/.test(said))
        yield difference(act, now, before, change);
      continue;
    }
    const [rose, fell] = [ROSE.test(said), FELL.test(said)];
    if (rose === fell && !change.signed) continue;
    const signed = { ...change, value: fell && !rose ? change.value.abs().negated() : change.value };
    yield* percentChange(act, now, before, signed);
  }
}

/** "302 K€, -54 K€ (-15 %)/2020": the base is what the figure was before. */
function* withDelta(act: Context['act'], figures: readonly Figure[]): Iterable<Relation> {
  const text = act.passage.text;
  const counted = figures.filter(({ yearLike }) => !yearLike);
  for (let i = 2; i < counted.length; i += 1) {
    const [now, delta, percent] = [counted[i - 2]!, counted[i - 1]!, counted[i]!];
    if (
      percent.unit !== '%' ||
      !percent.signed ||
      !delta.signed ||
      now.signed ||
      delta.unit !== now.unit ||
      now.unit === '%'
    )
      continue;
    if (!/^[\s(,;]*$/.test(text.slice(delta.end, percent.start)) || delta.start - now.end > 60) continue;
    if (/[.;:]\s|\t/.test(text.slice(now.end, delta.start))) continue;
    // A row of figures, parted by no more than spaces, is a table's and not a caption.
    const line = text.lastIndexOf('\n', now.start) + 1;
    if (counted.some(({ start, unit }) => start >= line && start < now.start && unit === now.unit)) continue;
    const base = now.value.minus(delta.value);
    if (base.lessThanOrEqualTo(0)) continue;
    const before: Figure = { ...delta, value: base, step: now.step.plus(delta.step) };
    const of = (a: Decimal, b: Decimal): Decimal => a.div(b).times(100);
    const terms: Term[] = [
      { role: 'rate', figure: percent },
      { role: 'part', figure: delta },
      { role: 'result', figure: now },
    ];
    const tolerance = ratioSlack(delta, before, of).plus(percent.step.times('0.5'));
    yield relation(
      act,
      'arithmetic/variations',
      'percentage',
      `${show(delta.value)} / ${show(base)} = ${show(percent.value)} %`,
      of(delta.value, base),
      percent.value,
      tolerance,
      terms,
    );
  }
}
