import { describe, expect, it } from 'vitest';
import { plain } from '../../extractors/acts/plain.js';
import { referenceAt } from '../../extractors/acts/reference.js';
import { readAttendance } from '../../extractors/sessions/attendance.js';
import { readSigns } from '../../extractors/sessions/decisions.js';
import { readSession } from '../../extractors/sessions/session.js';
import { readStandingAside, readVotes } from '../../extractors/sessions/votes.js';
import { processorTime } from '../support/processor-time.js';

/** What makes careless patterns run for ever: the lists, forms and rules that these readers know, without end. */
const HOSTILE: Record<string, string> = {
  spaces: ' ',
  lines: '\n',
  tabs: '\t',
  commas: ', ',
  dots: '.',
  capitals: 'A',
  digits: '1',
  'names in capitals': 'DORIN ',
  initials: 'A. B. ',
  honorifics: 'M. ',
  labels: 'Présents : ',
  'labels without colon': 'absents excusés et ',
  powers: 'ayant donné pouvoir à ',
  'open brackets': '(pouvoir à ',
  'marks of a table': 'Présent\tAbsent\n',
  'empty boxes': '☐ à l’unanimité ',
  'form lines': 'Adopté à l’unanimité : ',
  counts: 'pour : 1 contre : ',
  councils: 'le conseil municipal ',
  deliberated: 'après en avoir délibéré ',
  meetings: 'réuni en séance ordinaire, ',
  'powers held': 'a le pouvoir de M. DORIN ',
  'all but': 'présents : tous les conseillers ',
  references: '2023-45-',
  'letters and digits': 'A1-',
  'standing aside': 'M. DORIN ne prend pas part au vote ',
};

const read = (text: string): void => {
  const folded = plain(text);
  readAttendance(text, text.length);
  readSession(text, folded);
  readSigns(folded);
  readVotes(text, folded);
  readStandingAside(text, folded);
  referenceAt(text);
};

const cost = (text: string): number => processorTime(read, text, 2);

describe('time grows with length and no faster', () => {
  it.each(Object.entries(HOSTILE))('%s', (_name, unit) => {
    const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    cost(of(2_000));
    const short = cost(of(2_000));
    const long = cost(of(14_000));
    // Seven times the length, the longest head that is read; the floor is for what is too short to measure.
    expect(long).toBeLessThan(Math.max(25 * short, 250));
  });
});
