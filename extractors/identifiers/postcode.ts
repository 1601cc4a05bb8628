import { defineExtractor } from '../extractor.js';
import { isDigit, isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const POSTCODE = /(?:0[1-9]|[1-8]\d|9[0-58])\d{3}(?=[ ]{1,2}(?:[A-ZÀ-Ü][a-zà-ü]+|[A-ZÀ-Ü]{2,}|[A-ZÀ-Ü]['’]))/y;

export default defineExtractor({
  id: 'identifiers/postcode',
  field: 'identifier',
  title: 'Code postal devant sa commune',
  reads: {
    '12 rue des Lilas 50990 BRÉCOURT': { type: 'postcode', value: '50990' },
    '01990 Montclair': { value: '01990' },
  },
  ignores: ['59100 habitants', '12500 €', '65748 FONCTION', '12500 EUR'],
  *extract(source) {
    const { raw, folded, digitRuns } = frenchText(source);
    for (const at of digitRuns) {
      POSTCODE.lastIndex = at;
      if (!POSTCODE.test(raw) || isLetter(folded.charCodeAt(at - 1))) continue;
      if (/[./-]/.test(folded[at - 1] ?? '') && isDigit(folded.charCodeAt(at - 2))) continue;
      const after = folded.slice(at + 5, at + 20);
      if (/^ {1,2}(?:fonction|chapitre|article|nature|eur|euros?|ttc|ht|usd|vnd|frf)(?![a-z])/.test(after)) continue;
      yield { start: at, end: at + 5, value: { type: 'postcode', value: folded.slice(at, at + 5) } };
    }
  },
});
