import { type Act, readingsOf } from '../models/act.js';
import type { Span } from '../models/evidence.js';
import type { Page } from '../models/page.js';
import type { Statements } from '../models/records.js';

/** No sum is so long, in any currency: a code or cells that ran together are. */
const TOO_LONG = /\d{16}/;

/** The records that need no more than a reading and its place; what they mean in the act is decided elsewhere. */
export function factsOf(act: Act): Pick<Statements, 'amounts' | 'dates' | 'citations' | 'identifiers'> {
  const stated = ({ start, end, extractor }: { start: number; end: number; extractor: string }) => ({
    span: act.passage.span(start, end),
    extractor,
  });
  return {
    amounts: readingsOf(act, 'amount')
      .filter(({ value }) => !TOO_LONG.test(value.value))
      .map((reading) => {
        const { value, currency, approximation, tax, inWords } = reading.value;
        const place = stated(reading);
        return {
          ...place,
          value,
          currency,
          approximation,
          ...(tax === undefined ? {} : { tax }),
          ...(inWords === undefined ? {} : { inWords }),
          nature: 'other',
          inTable: inTable(act.pages, place.span),
        };
      }),
    dates: readingsOf(act, 'date').map((reading) => ({ ...stated(reading), ...reading.value, role: 'other' })),
    citations: readingsOf(act, 'citation').map((reading) => {
      const { act: kind, number, date } = reading.value;
      return {
        ...stated(reading),
        kind,
        ...(number === undefined ? {} : { number }),
        ...(date === undefined ? {} : { date }),
      };
    }),
    identifiers: readingsOf(act, 'identifier').map((reading) => {
      const { type, value, valid } = reading.value;
      return { ...stated(reading), kind: type, value, ...(valid === undefined ? {} : { valid }) };
    }),
  };
}

/** Whether a table's cell holds what stands at `span`. */
function inTable(pages: readonly Page[], span: Span): boolean {
  const page = pages.find(({ number }) => number === span.page);
  return page?.tables.some((table) => table.start <= span.start && span.end <= table.end) ?? false;
}
