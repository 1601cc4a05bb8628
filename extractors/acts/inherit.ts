import type { DocumentRecords } from '../../models/records.js';

/**
 * What an act does not say and its family does: a decision has the issuer, the date and the year of its minutes, an
 * annex those of its deliberation where it carries none of its own.
 */
export function inherit(documents: readonly DocumentRecords[]): DocumentRecords[] {
  const done: DocumentRecords[] = [];
  for (const document of documents) {
    const parent = done.find(({ outline }) => outline.ordinal === document.outline.parent);
    if (!parent || document.outline.parentRelation !== 'part_of') {
      done.push(document);
      continue;
    }
    const { issuer, date, year } = parent.heading;
    done.push({
      ...document,
      heading: {
        ...(issuer === undefined ? {} : { issuer }),
        ...(date === undefined ? {} : { date }),
        ...(year === undefined ? {} : { year }),
        ...document.heading,
      },
    });
  }
  return done;
}
