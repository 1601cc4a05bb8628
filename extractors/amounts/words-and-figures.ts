import { defineExtractor } from '../extractor.js';
import { CURRENCY, currencyCode } from '../french/currencies.js';
import { compare, money } from '../french/decimal.js';
import { frenchText } from '../french/text.js';

const BETWEEN = /^[ \n]{0,2}\([ ]?$/;
const TAIL = new RegExp(`[ ]?\\)[ \\n]?(?:d'|de[ ])?(${CURRENCY})`, 'y');

export default defineExtractor({
  id: 'amounts/words-and-figures',
  field: 'amount',
  title: 'Somme en lettres, répétée en chiffres avant la monnaie',
  reads: {
    'quinze mille (15 000) euros': { value: '15000.00', currency: 'EUR' },
    'mille deux cents (1 250) euros': { value: '1250.00', inWords: '1200.00' },
  },
  ignores: ['quinze mille euros', 'trois (3) ans', '(15 000) euros'],
  *extract(source) {
    const text = frenchText(source);
    const { figures, folded } = text;
    for (let i = 1; i < figures.length; i += 1) {
      const digits = figures[i]!;
      const words = figures[i - 1]!;
      if (digits.form !== 'digits' || words.form !== 'words' || digits.start - words.end > 4) continue;
      if (!BETWEEN.test(folded.slice(words.end, digits.start))) continue;
      TAIL.lastIndex = digits.end;
      const match = TAIL.exec(folded);
      if (!match) continue;
      const differ = compare(words.value, digits.value) !== 0;
      yield {
        start: words.start,
        end: TAIL.lastIndex,
        value: {
          value: money(digits.value),
          currency: currencyCode(match[1]!),
          approximation: 'exact',
          ...(differ && { inWords: money(words.value) }),
        },
      };
    }
  },
});
