import type { DocumentRecords } from '../../models/records.js';
import { kindOf } from '../kinds/index.js';

/**
 * An act that prints its own number, or the numbers of the acts it contains, does not cite them. What may be annexed has
 * the number of the deliberation behind which it stands, and cites that; an order's number is its own.
 */
export function withoutOwnNumbers(documents: readonly DocumentRecords[]): DocumentRecords[] {
  return documents.map((document) => {
    const { ordinal, kind: ownKind } = document.outline;
    const itself = kindOf(ownKind).annexable ? ['order'] : ['deliberation', 'order'];
    const own = new Set(
      documents
        .filter(
          ({ outline }) =>
            outline.ordinal === ordinal || (outline.parent === ordinal && outline.parentRelation === 'part_of'),
        )
        .flatMap(({ heading }) => (heading.reference === undefined ? [] : [plain(heading.reference)])),
    );
    if (own.size === 0) return document;
    const citations = document.citations.filter(
      ({ kind, number }) => !itself.includes(kind) || number === undefined || !own.has(plain(number)),
    );
    return { ...document, citations };
  });
}

/** Numbers are written with dots, dashes or slashes from one line to the next. */
const plain = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]+/g, '-');
