import { defineExtractor } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { compare } from '../french/decimal.js';
import { signOf, withSign } from '../french/figures.js';
import { frenchText } from '../french/text.js';

const TAIL = /[ ]{0,2}\n?(?:%|‰|p\.[ ]?100|pour[ \n-]cent(?![a-z])|pourcents?(?![a-z])|pourcentages?(?![a-z]))/y;
const SAID_BEFORE = /(?<![a-z])pourcentage[ \n]de[ \n]$/;
const RANGE = /^(?:[ \n](?:a|et|ou)[ \n]|[ ]?-[ ]?)$/;

export default defineExtractor({
  id: 'numbers/percent',
  field: 'percent',
  title: 'Pourcentage',
  reads: {
    '0,3%': { value: '0.3' },
    'soit 62,5 % du total': { value: '62.5', approximation: 'exact' },
    'quinze pour cent': { value: '15' },
    'une baisse de - 4 %': { value: '-4' },
    'environ 30 %': { value: '30', approximation: 'about' },
    'de 10 à 15 %': { value: '10', maximum: '15' },
  },
  ignores: ['100 personnes', 'pour cent personnes'],
  *extract(source) {
    const text = frenchText(source);
    const { figures, folded } = text;
    for (let i = 0; i < figures.length; i += 1) {
      const figure = figures[i]!;
      if (figure.ordinal) continue;
      TAIL.lastIndex = figure.end;
      if (!TAIL.test(folded)) {
        const told = SAID_BEFORE.exec(folded.slice(Math.max(0, figure.start - 20), figure.start));
        if (told && figure.value.length <= 5) {
          const start = figure.start - told[0].length;
          yield { start, end: figure.end, value: { value: figure.value, approximation: 'exact' } };
        }
        continue;
      }
      const end = TAIL.lastIndex;
      const sign = signOf(folded, figure);
      const before = figures[i - 1];
      const ranged =
        before &&
        before.form === figure.form &&
        RANGE.test(folded.slice(before.end, figure.start)) &&
        (!/et/.test(folded.slice(before.end, figure.start)) ||
          (folded.endsWith('entre ', before.start) && folded.slice(before.start - 6, before.start) === 'entre ')) &&
        compare(before.value, figure.value) < 0 &&
        compare(before.value, '1000') < 0;
      if (ranged) {
        yield {
          start: before.start,
          end,
          value: { value: before.value, maximum: figure.value, approximation: 'exact' },
        };
      } else {
        yield {
          start: sign.start,
          end,
          value: {
            value: withSign(figure.value, sign.negative),
            approximation: approximationOf(folded, sign.start, end),
          },
        };
      }
    }
  },
});
