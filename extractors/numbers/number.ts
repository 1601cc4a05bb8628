import { defineExtractor } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { signOf, withSign } from '../french/figures.js';
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
    '59100 Roubaix',
    'quarante douze',
    'un véhicule neuf.',
  ],
  *extract(source) {
    const text = frenchText(source);
    const { folded } = text;
    for (const figure of text.figures) {
      if (isNoFigure(text, figure)) continue;
      const sign = signOf(folded, figure);
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
