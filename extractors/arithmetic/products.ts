import type { Relation } from '../../models/records.js';
import { type Figure, figuresIn } from './figures.js';
import { stem } from './nouns.js';
import { type Context, defineRelation, relation, show, toleranceOf } from './relation.js';

/** A price and how many times it is paid: "12 jours à 250 €, soit 3 000 €". */
export default defineRelation({
  id: 'arithmetic/products',
  title: 'Prix et quantité : ensemble, le montant',
  reads: {
    'Location de 3 mois x 450 € = 1 350 €': ['3 × 450 = 1350'],
    'Location de 3 mois x 450 € = 1 530 €': ['3 × 450 = 1530'],
    'Intervention de 12 jours à 250 € soit 3 000 €.': ['12 × 250 = 3000'],
    'Tarif de 250 € / jour et mission de 5 jours, soit 1 250 € au total.': ['250 × 5 = 1250'],
  },
  ignores: [
    'de 12 à 250 €, soit 3 000 € par an',
    '12 jours à 250 €, soit 2 500 € après remise',
    'Tarif de 250 € par jour et 5 repas, soit 1 250 €',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const terms = withDurations(act, figures).filter(({ end }) => end <= text.length);
    for (let i = 2; i < terms.length; i += 1) {
      const [a, b, total] = [terms[i - 2]!, terms[i - 1]!, terms[i]!];
      if (total.unit !== 'EUR' || (a.unit === 'EUR') === (b.unit === 'EUR') || a.unit === '%' || b.unit === '%')
        continue;
      const between = text.slice(a.end, b.start);
      const said = text.slice(b.end, total.start);
      const times = /^[^.;:\d\n]{0,30}[x×*]\s*$/.test(between);
      if (!times && !priced(text, a, b, between)) continue;
      const equals = /^[^.;\d\n]{0,30}=\s*>?\s*$/.test(said);
      if (!equals && !/^[^.;\d\n]{0,40}(?:\bsoit\b|=>?)[^.;\d\n]{0,25}$/.test(said)) continue;
      const product = a.value.times(b.value);
      const tolerance = toleranceOf([total]);
      // Only signs state a product that may fail: in words, a price may have its conditions.
      if (!(times && equals) && product.minus(total.value).abs().greaterThan(tolerance)) continue;
      yield relation(
        act,
        'arithmetic/products',
        'product',
        `${show(a.value)} × ${show(b.value)} = ${show(total.value)}`,
        product,
        total.value,
        tolerance,
        [
          { role: 'total', figure: total },
          { role: 'part', figure: a },
          { role: 'part', figure: b },
        ],
      );
    }
  },
});

/** "12 jours à 250 €"; "250 € par jour … 5 jours". */
function priced(text: string, a: Figure, b: Figure, between: string): boolean {
  if (b.unit === 'EUR') return /^\s\p{L}[^.;:\d\n]{1,30}\s[àa]\s*$/u.test(between);
  const unit = /^\s*(?:\/|par)\s*(\p{L}+)[^.;:\d\n]{0,40}$/u.exec(between)?.[1];
  const counted = /^\s*(\p{L}+)/u.exec(text.slice(b.end, b.end + 20))?.[1];
  return a.unit === 'EUR' && unit !== undefined && counted !== undefined && stem(unit) === stem(counted);
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
