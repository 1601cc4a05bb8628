import { defineExtractor } from '../extractor.js';
import { isDigit } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const isNameChar = (code: number): boolean =>
  (code >= 97 && code <= 122) || isDigit(code) || code === 45 || code === 46 || code === 95 || code === 43;
const DOMAIN = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/y;
const WEB = /(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]{3,200}/g;
const BARE_END = /\.(?:fr|com|org|net|eu|bzh|corsica|asso\.fr|gouv\.fr)(?![a-z0-9@-])(?:\/[^\s<>"'()]{0,120})?/g;

export default defineExtractor({
  id: 'identifiers/address',
  field: 'identifier',
  title: 'Courriel ou adresse du Web',
  reads: {
    'contact@ville-exemple.fr': { type: 'email', value: 'contact@ville-exemple.fr' },
    'voir www.exemple.org.': { type: 'url', value: 'www.exemple.org' },
    'sur la-ville.fr': { type: 'url', value: 'la-ville.fr' },
  },
  ignores: ['M. le maire', 'fin.fra', '@maville'],
  *extract(source) {
    const { folded, raw } = frenchText(source);
    const found: { start: number; end: number; type: 'email' | 'url' }[] = [];
    for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
      let start = at;
      while (start > 0 && at - start < 64 && isNameChar(folded.charCodeAt(start - 1))) start -= 1;
      DOMAIN.lastIndex = at + 1;
      if (start < at && DOMAIN.test(folded)) found.push({ start, end: DOMAIN.lastIndex, type: 'email' });
    }
    for (const match of folded.matchAll(WEB)) {
      const trimmed = match[0].replace(/[.,;:!?]+$/, '');
      if (/\.[a-z0-9]/.test(trimmed))
        found.push({ start: match.index, end: match.index + trimmed.length, type: 'url' });
    }
    for (const match of folded.matchAll(BARE_END)) {
      let start = match.index;
      while (start > 0 && match.index - start < 64 && isNameChar(folded.charCodeAt(start - 1))) start -= 1;
      while (start < match.index && !/[a-z0-9]/.test(folded[start]!)) start += 1;
      if (match.index - start >= 2)
        found.push({ start, end: match.index + match[0].replace(/[.,;:!?]+$/, '').length, type: 'url' });
    }
    let floor = 0;
    for (const { start, end, type } of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < floor) continue;
      floor = end;
      yield { start, end, value: { type, value: raw.slice(start, end) } };
    }
  },
});
