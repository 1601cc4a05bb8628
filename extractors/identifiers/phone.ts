import { defineExtractor } from '../extractor.js';
import { isDigit, isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const PHONE =
  /(?:0[1-9](?:(?:[ ]{0,2}[.\-/]?[ ]{0,2})\d{2}){4}|0[1-9]\d{8}|33[ ]?(?:\(0\))?[ ]?[1-9](?:[ .-]?\d{2}){4}|0[ ]?[89]\d{2}[ .]?\d{3}[ .]?\d{3})(?!\d)/y;

export default defineExtractor({
  id: 'identifiers/phone',
  field: 'identifier',
  title: 'Numéro de téléphone',
  reads: {
    'Tél. 03 20 28 82 20': { type: 'phone', value: '0320288220' },
    '03.20.28.82.20': { type: 'phone' },
    '+33 3 20 28 82 20': { value: '0320288220' },
  },
  ignores: ['12 03 20 28', '2003 20 28 82 20'],
  *extract(source) {
    const text = frenchText(source);
    const { folded } = text;
    let floor = 0;
    for (const at of text.digitRuns) {
      const code = folded.charCodeAt(at);
      if (at < floor || (code !== 48 && code !== 51) || isLetter(folded.charCodeAt(at - 1))) continue;
      if (code === 51 && folded[at - 1] !== '+') continue;
      if (isDigit(folded.charCodeAt(at - 2)) && /[ .]/.test(folded[at - 1]!)) continue;
      PHONE.lastIndex = at;
      const match = PHONE.exec(folded);
      if (!match) continue;
      const digits = match[0].replace(/\(0\)/, '').replace(/\D/g, '');
      floor = PHONE.lastIndex;
      yield {
        start: folded[at - 1] === '+' ? at - 1 : at,
        end: floor,
        value: { type: 'phone', value: digits.startsWith('33') ? `0${digits.slice(2)}` : digits },
      };
    }
  },
});
