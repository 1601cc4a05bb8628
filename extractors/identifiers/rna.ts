import { defineExtractor } from '../extractor.js';

const RNA = /(?<![a-z0-9])W(?:2[AB]\d{7}|\d{9})(?!\d)/gi;

export default defineExtractor({
  id: 'identifiers/rna',
  field: 'identifier',
  title: "Numéro d'association au RNA",
  reads: { 'RNA W595001234': { type: 'rna', value: 'W595001234' } },
  ignores: ['W12', 'W59500123456'],
  *extract(text) {
    for (const match of text.matchAll(RNA)) {
      yield {
        start: match.index,
        end: match.index + match[0].length,
        value: { type: 'rna', value: match[0].toUpperCase() },
      };
    }
  },
});
