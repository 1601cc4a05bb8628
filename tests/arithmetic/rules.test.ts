import { describe, expect, it } from 'vitest';
import { RELATION_RULES, readRelations } from '../../extractors/arithmetic/index.js';
import { actOf } from './act.js';

describe.each(RELATION_RULES)('$id', (rule) => {
  const stated = (text: string): string[] =>
    readRelations(actOf(text))
      .filter(({ extractor }) => extractor === rule.id)
      .map(({ statement }) => statement);
  for (const [text, statements] of Object.entries(rule.reads)) {
    it(`reads ${JSON.stringify(text)}`, () => expect(stated(text)).toEqual(statements));
  }
  for (const text of rule.ignores) it(`ignores ${JSON.stringify(text)}`, () => expect(stated(text)).toEqual([]));
});
