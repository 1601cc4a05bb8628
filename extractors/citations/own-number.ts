import type { DocumentRecords } from '../../models/records.js';
import { kindOf } from '../kinds/index.js';

/**
 * An act that prints its own number, or the numbers of the acts it contains, does not cite them. What may be annexed has
 * the number of the act behind which it stands, and cites that.
 */
export function withoutOwnNumbers(documents: readonly DocumentRecords[]): DocumentRecords[] {
  return documents.map((document) => {
    const { ordinal, kind: ownKind } = document.outline;
    if (kindOf(ownKind).annexable) return document;
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
      ({ kind, number }) => kind !== 'deliberation' || number === undefined || !own.has(plain(number)),
    );
    return { ...document, citations };
  });
}

/** Numbers are written with dots, dashes or slashes from one line to the next. */
const plain = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]+/g, '-');
