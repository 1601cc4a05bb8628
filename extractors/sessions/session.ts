import type { Session } from '../../models/records.js';
import { ASSEMBLY } from '../acts/assembly.js';
import { unbroken } from '../acts/plain.js';
import { type Headcounts, readHeadcounts } from './headcounts.js';
import type { Name } from './names.js';
import { presidentIn, secretaryIn } from './officers.js';
import { placeOf } from './place.js';

/** What the head of minutes or of a deliberation says of the meeting, but for its date. */
export interface SessionFacts extends Pick<Session, 'body' | 'place' | 'secretary'>, Headcounts {
  readonly president?: Name;
  /** Where the meeting is told of. */
  readonly start: number;
  readonly end: number;
}

const BODY = new RegExp(
  `\\b(?:conseil d'administration du (?:ccas|centre communal d'action sociale)|assemblee generale(?: (?:extra)?ordinaire)?|${ASSEMBLY}|bureau du conseil[a-z ]{0,25}|bureau(?=\\s)(?! d'etudes?| de (?:vote|poste|controle|tabac)))`,
);

/** `text` as printed, `lines` the same in plain text; both up to where the head of the act ends. */
export function readSession(text: string, lines: string): SessionFacts | undefined {
  const head = unbroken(lines);
  const body = BODY.exec(head);
  const president = presidentIn(text, head);
  const secretary = secretaryIn(text, head);
  const headcounts = readHeadcounts(lines);
  const { membersInOffice, present } = headcounts;
  if (!body && !president && !secretary && membersInOffice === undefined && present === undefined) return undefined;
  const place = placeOf(text, lines);
  const start = body?.index ?? 0;
  const end = start + (body?.[0].length ?? 0);
  return {
    start,
    end,
    ...(body ? { body: text.slice(start, end).replace(/\s+/g, ' ').toLowerCase() } : {}),
    ...(place === undefined ? {} : { place }),
    ...(president === undefined ? {} : { president }),
    ...(secretary === undefined ? {} : { secretary: secretary.name }),
    ...headcounts,
  };
}
