import type { Decimal } from 'decimal.js';
import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { nounOf } from './nouns.js';
import { type Context, defineRelation, makes, relation, show, sum, toleranceOf } from './relation.js';
import { ratioSlack } from './variations.js';

/** A part, its whole and its percentage, all printed. */
export default defineRelation({
  id: 'arithmetic/percentages',
  title: 'Part, ensemble et pourcentage, tous trois imprimés',
  reads: {
    'dont 43 femmes sur une population de 55 femmes (soit un taux de 78%)': ['43 / 55 = 78 %'],
    'Sur 60 places, 52 ont été occupées, soit 86,7 %.': ['52 / 60 = 86.7 %'],
    '91 SALARIÉS\n\n79 salariés sont sur le terrain, soit 88% de l’effectif total.': ['79 / 91 = 88 %'],
    'coût de 28 650,00 €. Participation de l’État 50 % soit 14 325,00 €, commune 50 % soit 14 325,00 €.': [
      '14325 + 14325 = 28650',
      '28650 × 50 % = 14325',
      '28650 × 50 % = 14325',
    ],
  },
  ignores: ['43 femmes, 55 hommes, 12 % de jeunes', '12 jeunes sur 3 sites, soit 4 par site'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const counted = figures.filter(({ yearLike, end }) => !yearLike && end <= text.length);
    yield* outOf(act, text, counted);
    yield* ofTheWhole(act, text, counted);
    yield* shareAndSum(act, text, counted);
  },
});

const percentOf = (a: Decimal, b: Decimal): Decimal => a.div(b).times(100);

/** "part / whole = percent". */
export function ratio(act: Context['act'], extractor: string, part: Figure, whole: Figure, percent: Figure): Relation {
  // A printed percentage may be rounded or cut: cut figures are off by less than one unit of their last digit.
  const tolerance = ratioSlack(part, whole, percentOf).plus(percent.step.times('0.5'));
  return relation(
    act,
    extractor,
    'percentage',
    `${show(part.value)} / ${show(whole.value)} = ${show(percent.value)} %`,
    percentOf(part.value, whole.value),
    percent.value,
    tolerance,
    [
      { role: 'rate', figure: percent },
      { role: 'part', figure: part },
      { role: 'total', figure: whole },
    ],
  );
}

/** "43 femmes sur une population de 55 femmes (soit 78 %)"; "sur 60 places, 52 sont prises, soit 86,7 %". */
function* outOf(act: Context['act'], text: string, figures: readonly Figure[]): Iterable<Relation> {
  for (let i = 2; i < figures.length; i += 1) {
    const [first, second, percent] = [figures[i - 2]!, figures[i - 1]!, figures[i]!];
    if (percent.unit !== '%' || first.unit !== second.unit || first.unit === '%' || percent.start - first.start > 200)
      continue;
    const between = text.slice(first.end, second.start);
    const ahead = /(?:^|[\s,(])(?:sur|parmi)(?: (?:les|un total de))?\s*$/i.test(
      text.slice(Math.max(0, first.start - 24), first.start),
    );
    const after = /^[^.;:\d]{0,60}\b(?:sur|parmi)\b[^.;:\d]{0,40}$/.test(between);
    if (!after && !(ahead && /^[^.;:\d]{0,60}$/.test(between))) continue;
    const [part, whole] = after ? [first, second] : [second, first];
    if (!part.value.greaterThan(0) || part.value.greaterThan(whole.value)) continue;
    if (!/^[^.;\d]{0,50}(?:\bsoit\b|\(|repr[ée]sent|taux)[^.;\d]{0,40}$/.test(text.slice(second.end, percent.start)))
      continue;
    yield ratio(act, 'arithmetic/percentages', part, whole, percent);
  }
}

/** "79 salariés …, soit 88 % de l'effectif total": the whole is the last figure that counts the same thing. */
function* ofTheWhole(act: Context['act'], text: string, figures: readonly Figure[]): Iterable<Relation> {
  for (let i = 1; i < figures.length; i += 1) {
    const percent = figures[i]!;
    if (percent.unit !== '%' || percent.signed) continue;
    if (
      !/^\s*(?:de\s+l['’]effectif|du\s+total|de\s+l['’]ensemble|des?\s+effectifs?|de\s+la\s+totalit[ée])/i.test(
        text.slice(percent.end, percent.end + 30),
      )
    )
      continue;
    const sentence = Math.max(
      text.lastIndexOf('. ', percent.start),
      text.lastIndexOf('\n\n', percent.start),
      text.lastIndexOf('\n-', percent.start),
    );
    const part = figures.find(
      ({ start, unit, step }) => start > sentence && start < percent.start && unit === '' && step.equals(1),
    );
    if (!part || !/\bsoit\b|repr[ée]sent|\(/.test(text.slice(part.end, percent.start))) continue;
    const noun = nounOf(text, part);
    if (noun === undefined) continue;
    const whole = figures
      .filter(
        (figure) =>
          figure.start < part.start &&
          figure.unit === '' &&
          figure.value.greaterThan(part.value) &&
          part.start - figure.start < 3000 &&
          nounOf(text, figure) === noun,
      )
      .reduce<Figure | undefined>((max, figure) => (max?.value.greaterThan(figure.value) ? max : figure), undefined);
    if (whole) yield ratio(act, 'arithmetic/percentages', part, whole, percent);
  }
}

/** "État 45 % soit 113 760 €, commune 55 % soit 139 040 €": shares of a sum printed before. */
function* shareAndSum(act: Context['act'], text: string, figures: readonly Figure[]): Iterable<Relation> {
  const pairs: { percent: Figure; amount: Figure; at: number }[] = [];
  for (let i = 1; i < figures.length; i += 1) {
    const [a, b] = [figures[i - 1]!, figures[i]!];
    const [percent, amount] = a.unit === '%' ? [a, b] : [b, a];
    if (percent.unit !== '%' || amount.unit === '%' || amount.unit === '' || percent.signed) continue;
    const between = text.slice(a.end, b.start);
    const said =
      a.unit === '%'
        ? /^[^.;\d]{0,60}(?:\bsoit\b|[:=(–-]|repr[ée]sentant|[\s,]à savoir\b)[^.;\d]{0,20}$/
        : /^\s*(?:HT|TTC)?\s*(?:[(–-]|soit|,? repr[ée]sentant)\s*(?:soit )?\s*$/;
    if (said.test(between)) pairs.push({ percent, amount, at: i });
  }
  yield* wholeOfPairs(act, figures, pairs);
  for (const { percent, amount, at } of pairs) {
    const fits = (base: Figure): boolean =>
      base.unit === amount.unit &&
      base.value.greaterThan(amount.value) &&
      base.value
        .times(percent.value)
        .div(100)
        .minus(amount.value)
        .abs()
        .lessThanOrEqualTo(toleranceOf([base, amount]).plus(base.step.times('0.5')));
    const near = [...figures.slice(Math.max(0, at - 16), at - 1).reverse(), ...figures.slice(at + 1, at + 6)];
    const base =
      near.find(fits) ??
      near.slice(0, 3).find((figure) => figure.unit === amount.unit && isSlip(figure, percent, amount));
    if (!base) continue;
    const expected = base.value.times(percent.value).div(100);
    yield relation(
      act,
      'arithmetic/percentages',
      'percentage',
      `${show(base.value)} × ${show(percent.value)} % = ${show(amount.value)}`,
      expected,
      amount.value,
      toleranceOf([base, amount]).plus(base.step.times('0.5')),
      [
        { role: 'result', figure: amount },
        { role: 'rate', figure: percent },
        { role: 'base', figure: base },
      ],
    );
  }
}

/** But for one digit, the amount would be the share. */
function isSlip(base: Figure, percent: Figure, amount: Figure): boolean {
  const gap = base.value.times(percent.value).div(100).minus(amount.value).abs();
  return (
    amount.value.greaterThanOrEqualTo(1000) &&
    /^[1-9]0*$/.test(gap.toFixed()) &&
    gap.lessThan(amount.value) &&
    base.value.greaterThan(amount.value)
  );
}

/** Shares that make 100 %, one after the other: their amounts make a sum printed near them. */
function* wholeOfPairs(
  act: Context['act'],
  figures: readonly Figure[],
  pairs: readonly { percent: Figure; amount: Figure; at: number }[],
): Iterable<Relation> {
  for (let i = 0; i + 1 < pairs.length; i += 1) {
    for (let n = 2; n <= 6 && i + n <= pairs.length; n += 1) {
      const run = pairs.slice(i, i + n);
      if (run.at(-1)!.amount.start - run[0]!.amount.end > 500) break;
      const shares = run.reduce((all, { percent }) => all.plus(percent.value), run[0]!.percent.value.times(0));
      if (!shares.equals(100)) continue;
      const parts = run.map(({ amount }) => amount);
      const near = [
        ...figures.slice(Math.max(0, run[0]!.at - 16), run[0]!.at - 1).reverse(),
        ...figures.slice(run.at(-1)!.at + 1, run.at(-1)!.at + 6),
      ];
      const total = near.find((figure) => figure.unit === parts[0]!.unit && makes(figure, parts));
      if (total) yield sum(act, 'arithmetic/percentages', total, parts);
      break;
    }
  }
}
