import type { Match } from '../extractor.js';
import { defineExtractor } from '../extractor.js';
import { isDigit, isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';
import { isSiren, isSiret } from './keys.js';

const SIRET = /\d{3}[ .\n]{0,2}\d{3}[ .\n]{0,2}\d{3}[ .\n-]{0,3}\d{3}[ ]?\d{2}(?!\d)/y;
const SIREN = /\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d|[ .]\d)/y;
const CUE = /(siret|siren|rcs|immatriculee?|identifiant)[^\d\n]{0,40}\n?[^\d\n]{0,12}$/;

export default defineExtractor({
  id: 'identifiers/registration',
  field: 'identifier',
  title: 'SIREN ou SIRET',
  reads: {
    'SIRET : 732 829 320 00074': { type: 'siret', value: '73282932000074', valid: true },
    'n° SIREN 732 829 320': { type: 'siren', value: '732829320', valid: true },
    'SIRET 732 829 320 00075': { type: 'siret', valid: false },
    'SIRET 732 829 320\n00075,': { type: 'siret', valid: false },
  },
  ignores: ['732 829 320 €', 'la somme de 12 500 000', '03 20 28 82 20'],
  *extract(source) {
    const text = frenchText(source);
    const { folded } = text;
    let floor = 0;
    for (const at of text.digitRuns) {
      if (at < floor || isLetter(folded.charCodeAt(at - 1))) continue;
      SIRET.lastIndex = at;
      const long = SIRET.exec(folded);
      const cued = () => CUE.exec(folded.slice(Math.max(0, at - 60), at))?.[1];
      let found: Match<'identifier'> | undefined;
      if (long) {
        const value = long[0].replace(/\D/g, '');
        const valid = isSiret(value);
        if (valid || cued()) found = { start: at, end: SIRET.lastIndex, value: { type: 'siret', value, valid } };
      }
      if (!found) {
        SIREN.lastIndex = at;
        const short = SIREN.exec(folded);
        if (short && !(at > 0 && isDigit(folded.charCodeAt(at - 2)) && folded[at - 1] !== '-')) {
          const value = short[0].replace(/\D/g, '');
          const valid = isSiren(value);
          const plain = short[0].length === 9;
          if (cued() || (plain && valid))
            found = { start: at, end: SIREN.lastIndex, value: { type: 'siren', value, valid } };
        }
      }
      if (found) {
        floor = found.end;
        yield found;
      }
    }
  },
});
