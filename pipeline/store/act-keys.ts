import { nameKey } from '../../extractors/entities/name.js';
import { writesYear } from '../../extractors/french/calendar.js';
import { keyNumber } from './ids.js';
import type { Row } from './rows.js';

/** The kinds of acts that each kind of citation may mean. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  deliberation: ['deliberation'],
  convention: ['convention'],
  order: ['other'],
  other: ['minutes', 'activity_report', 'budget'],
};

interface Keys {
  readonly act_keys: readonly Row[];
  readonly citation_keys: readonly Row[];
}

/**
 * What the acts of a file may be cited by, and what its citations ask for: a number, or a day where there is none, among
 * the acts of one kind and of one body. An act that names no body is its container's, else its file's.
 */
export function actKeysOf(documents: readonly Row[], citations: readonly Row[]): Keys {
  const issuers = new Map(documents.map(({ id, issuer }) => [id, issuer]));
  const places = new Map(
    documents.map(({ id, file_id, issuer, parent_id }) => {
      const named = issuer ?? issuers.get(parent_id!);
      return [id, named ? nameKey(String(named)) : `file ${file_id}`];
    }),
  );
  const keys = (document: Row[string], kinds: readonly string[], asked: readonly string[]): number[] =>
    kinds.flatMap((kind) => asked.map((what) => keyNumber(`${kind} ${places.get(document)} ${what}`)));
  return {
    act_keys: documents.flatMap(({ id, kind, reference, date }) =>
      // A convention may carry the number of the deliberation that it is annexed to.
      keys(id!, [String(kind)], [...byNumber(reference), ...byDay(date)]).map((key) => ({ key, document_id: id! })),
    ),
    citation_keys: citations.flatMap(({ id, document_id, kind, number, date }) => {
      const asked = number ? byNumber(number) : kind === 'other' ? [] : byDay(date);
      return keys(document_id!, KINDS[String(kind)] ?? [], asked).map((key) => ({ key, citation_id: id! }));
    }),
  };
}

const byDay = (date: Row[string] | undefined): string[] => (date ? [`on ${date}`] : []);

/** A number whatever its signs, and with its year in two digits: "2023/080" and "23-80" are one. */
function byNumber(number: Row[string] | undefined): string[] {
  if (!number) return [];
  const parts = String(number)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? part.replace(/^0+(?=\d)/, '') : part));
  const short = parts.map((part, i) =>
    i === 0 && writesYear(part) && parts.length > 1 ? String(Number(part.slice(2))) : part,
  );
  return [...new Set([parts.join('-'), short.join('-')])];
}
