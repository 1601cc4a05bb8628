import { expect, it } from 'vitest';
import { withoutOwnNumbers } from '../../extractors/citations/own-number.js';
import type { DocumentKind } from '../../models/document.js';
import { type DocumentRecords, noStatements } from '../../models/records.js';

const document = (
  ordinal: number,
  reference: string,
  cited: string[],
  parent?: number,
  kind: DocumentKind = 'deliberation',
): DocumentRecords => ({
  ...noStatements(),
  outline: {
    ordinal,
    kind,
    confidence: 1,
    reasons: [],
    first: { page: 1, offset: 0 },
    last: { page: 1, offset: 0 },
    ...(parent === undefined ? {} : { parent, parentRelation: 'part_of' as const }),
  },
  heading: { reference },
  citations: cited.map((number) => ({
    kind: 'deliberation',
    number,
    extractor: 'test',
    span: { page: 1, start: 0, end: 0 },
  })),
});

it("an act's own number is no citation, another's is", () => {
  const [act] = withoutOwnNumbers([document(1, '2024-031', ['2024-031', '2024.031', '2024-018'])]);
  expect(act?.citations.map(({ number }) => number)).toEqual(['2024-018']);
});

it('minutes do not cite the decisions they contain, nor do those cite their neighbours less', () => {
  const [minutes, first] = withoutOwnNumbers([
    document(1, 'PV-7', ['2023-052', '2019-004']),
    document(2, '2023-052', ['2023-053'], 1),
    document(3, '2023-053', [], 1),
  ]);
  expect(minutes?.citations.map(({ number }) => number)).toEqual(['2019-004']);
  expect(first?.citations.map(({ number }) => number)).toEqual(['2023-053']);
});

it('an order does not cite itself', () => {
  const own = document(1, '2022-118', ['2022-118'], undefined, 'other');
  const [order] = withoutOwnNumbers([{ ...own, citations: own.citations.map((one) => ({ ...one, kind: 'order' })) }]);
  expect(order?.citations).toEqual([]);
});

it('an annex cites the act whose number it carries', () => {
  const [agreement] = withoutOwnNumbers([document(1, '2022.17', ['2022.17'], undefined, 'convention')]);
  expect(agreement?.citations).toHaveLength(1);
});
