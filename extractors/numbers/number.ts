import { defineExtractor } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { compare, shift } from '../french/decimal.js';
import { type Figure, signOf, withSign } from '../french/figures.js';
import { frenchText } from '../french/text.js';
import { isNoFigure } from './no-figure.js';

export default defineExtractor({
  id: 'numbers/number',
  field: 'number',
  title: 'Nombre en chiffres ou en lettres',
  reads: {
    '1 250 habitants': { value: '1250', approximation: 'exact' },
    'près de 400 jeunes': { value: '400', approximation: 'about' },
    'quatre-vingt-dix-sept': { value: '97' },
    'deux mille trois cents élèves': { value: '2300' },
    '-1,2M': { value: '-1200000' },
    'de 10 à 30 participants': { value: '10', maximum: '30' },
    'entre 6 et 12 places': { value: '6', maximum: '12' },
    '256 36 30': [{ value: '256' }, { value: '36' }, { value: '30' }],
  },
  ignores: [
    'article 65748',
    'BP 667',
    'page 3',
    '12 rue des Lilas',
    '14h00',
    'un agent',
    'RD 917',
    'n° 12',
    '50990 Brécourt',
    'quarante douze',
    'un véhicule neuf.',
  ],
  *extract(source) {
    const text = frenchText(source);
    const { folded } = text;
    const { figures } = text;
    for (let i = 0; i < figures.length; i += 1) {
      const figure = figures[i]!;
      if (isNoFigure(text, figure)) continue;
      const sign = signOf(folded, figure);
      const upper = figures[i + 1];
      if (upper && isRange(folded, figure, upper) && !isNoFigure(text, upper)) {
        const scaled =
          upper.scale !== undefined && figure.scale === undefined ? shift(figure.value, upper.scale) : figure.value;
        const value = compare(scaled, upper.value) < 0 ? scaled : figure.value;
        yield {
          start: figure.start,
          end: upper.end,
          value: { value, maximum: upper.value, approximation: approximationOf(folded, figure.start, upper.end) },
        };
        i += 1;
        continue;
      }
      yield {
        start: sign.start,
        end: figure.end,
        value: {
          value: withSign(figure.value, sign.negative),
          approximation: approximationOf(folded, sign.start, figure.end),
        },
      };
    }
  },
});

/** "10 à 30", "entre 6 et 12". */
function isRange(folded: string, lower: Figure, upper: Figure): boolean {
  if (lower.form !== upper.form || upper.ordinal || upper.start - lower.end > 5) return false;
  const between = folded.slice(lower.end, upper.start);
  if (!/^[ \n](?:a|et)[ \n]$/.test(between) || compare(lower.value, upper.value) >= 0) return false;
  return (
    !between.includes('et') || /(?:^|[^a-z])entre[ \n]$/.test(folded.slice(Math.max(0, lower.start - 7), lower.start))
  );
}
