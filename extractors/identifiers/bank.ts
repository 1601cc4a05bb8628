import { defineExtractor } from '../extractor.js';
import { isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';
import { isIban, isRib } from './keys.js';

const IBAN = /(?:fr|mc|be|lu|de)\d{2}(?:[ ]{0,2}[a-z0-9]){12,23}(?![a-z0-9])/y;
const RIB = /\d{5}[ \t|]{0,3}\d{5}[ \t|]{0,3}[a-z0-9]{11}[ \t|]{0,3}\d{2}(?![a-z0-9])/y;

export default defineExtractor({
  id: 'identifiers/bank',
  field: 'identifier',
  title: 'IBAN ou RIB',
  reads: {
    'IBAN FR76 3000 6000 0112 3456 7890 189': { type: 'iban', value: 'FR7630006000011234567890189', valid: true },
  },
  ignores: ['FR76', '12345 67890'],
  *extract(source) {
    const text = frenchText(source);
    const { folded, raw } = text;
    const spans: [number, number][] = [];
    let ibanEnd = 0;
    for (const at of text.digitRuns) {
      if (at < ibanEnd + 2 || !isLetter(folded.charCodeAt(at - 1)) || /[a-z0-9]/.test(folded[at - 3] ?? ' ')) continue;
      IBAN.lastIndex = at - 2;
      const match = IBAN.exec(folded);
      if (!match) continue;
      const end = IBAN.lastIndex;
      const value = raw
        .slice(at - 2, end)
        .replace(/\s/g, '')
        .toUpperCase();
      const valid = isIban(value);
      if (!valid && !value.startsWith('FR')) continue;
      if (value.startsWith('FR') && value.length !== 27) continue;
      spans.push([at - 2, end]);
      ibanEnd = end;
      yield { start: at - 2, end, value: { type: 'iban', value, valid } };
    }
    let i = 0;
    let floor = 0;
    for (const at of text.digitRuns) {
      while (i < spans.length && spans[i]![1] <= at) i += 1;
      if (at < floor || (i < spans.length && spans[i]![0] <= at)) continue;
      RIB.lastIndex = at;
      const match = RIB.exec(folded);
      if (!match) continue;
      const value = raw.slice(at, RIB.lastIndex).replace(/[\s|]/g, '').toUpperCase();
      const valid = isRib(value);
      if (!valid && !/(?:rib|banque|guichet|compte)/.test(folded.slice(Math.max(0, at - 120), at))) continue;
      floor = RIB.lastIndex;
      yield { start: at, end: RIB.lastIndex, value: { type: 'rib', value, valid } };
    }
  },
});
