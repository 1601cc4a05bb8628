import type { Stretch } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { readNames } from './names.js';
import type { Attendee } from './person.js';

type Column = 'name' | 'first-name' | 'present' | 'excused' | 'absent' | 'proxy' | undefined;

const COLUMNS: readonly [Exclude<Column, undefined>, RegExp][] = [
  ['first-name', /^prenoms?$/],
  ['name', /^(?:noms?\b|conseillers?|elus?|membres?|delegues?|titulaires?|civilite)/],
  ['proxy', /^(?:a |ont |ayant )?(?:donne\b|pouvoirs?|procurations?|represente|mandataire)/],
  ['excused', /^(?:absent[a-z()]*(?: |-|\/)?)?excuse/],
  ['absent', /^absent/],
  ['present', /^presen/],
];
const MARK = /^(?:x+|oui|✓|✔|☒|☑|•|1|p|a|e|[x✗✘])$/;
/** Two columns of a table of attendance at least, so that a sentence with "présents" is no head. */
const isHead = (columns: readonly Column[]): boolean => {
  const absent = columns.some((column) => column === 'absent' || column === 'excused');
  const proxy = columns.includes('proxy');
  const present = columns.filter((column) => column === 'present').length;
  return (present === 1 && (absent || proxy)) || (absent && proxy && !columns.includes(undefined));
};
/** "Mme Zoé", "ARDENT" or "Délégués" at the end of a cell's line, the rest of the name or the head on the next. */
const PARTED =
  /\n(?:(?<=(?:^|[\t\n])(?:M\.|Mr|Mme|Mlle) \p{Lu}\p{Ll}{1,20}(?:[- ]\p{Lu}\p{Ll}{1,20})?\n)(?=\p{Lu}{2})|(?<=(?:^|[\t\n])\p{Lu}{2}[\p{Lu}'’ -]{0,25}\n)(?=\p{Lu}\p{Ll}{1,20}(?:[- ]\p{Lu}\p{Ll}{1,20})?(?:[\t\n]|$))|(?<=\t\p{Lu}\p{Ll}{2,15}\n)(?=\p{Ll}{3,15}[\t\n]))/gu;

/**
 * Who attended, as a table tells it that has a column for those present, those absent and those who gave their power.
 * `end`: where the attendance ends at the latest.
 */
export function markedAttendance(text: string, end: number): Attendee[] {
  const head = text.slice(0, end);
  if (!head.includes('\t')) return [];
  const whole = head.replace(PARTED, ' ');
  const found: Attendee[] = [];
  let columns: readonly Column[] | undefined;
  let at = 0;
  for (const line of whole.split('\n')) {
    const cells = cellsOf(line, at);
    at += line.length + 1;
    if (cells.length < 2) {
      if (line.trim() !== '') columns = undefined;
      continue;
    }
    const heads = cells.map(({ said }) => COLUMNS.find(([, pattern]) => pattern.test(said))?.[0]);
    if (isHead(heads)) {
      columns = heads;
      continue;
    }
    const attendee = columns && attendeeOf(cells, columns, whole);
    if (attendee) found.push(attendee);
  }
  return found;
}

interface Said extends Stretch {
  readonly said: string;
}

function cellsOf(line: string, start: number): Said[] {
  let at = start;
  return line.split('\t').map((cell) => {
    const stretch = { start: at, end: at + cell.length, said: plain(cell).trim() };
    at += cell.length + 1;
    return stretch;
  });
}

function attendeeOf(cells: readonly Said[], columns: readonly Column[], text: string): Attendee | undefined {
  const named = columns.some((column) => column !== undefined && /name/.test(column));
  const firstMark = columns.findIndex((column) => column !== undefined && !/name/.test(column));
  // without a column for names, they stand in those of presence and absence
  const listed =
    named || firstMark > 0 ? undefined : cells.findIndex(({ said }, i) => isStatus(columns[i]) && said !== '');
  const name = nameIn(
    text,
    listed === undefined
      ? cells.filter((_, i) => (named ? /name/.test(columns[i] ?? '') : i < firstMark))
      : cells.slice(listed, listed + 1),
  );
  if (!name) return undefined;
  let status = listed === undefined ? undefined : (columns[listed] as Attendee['status']);
  let proxyTo: string | undefined;
  cells.forEach((cell, i) => {
    const column = columns[i];
    if (cell.said === '' || column === undefined || /name/.test(column)) return;
    if (column === 'proxy') {
      status = 'proxy';
      if (!MARK.test(cell.said)) proxyTo = nameIn(text, [cell])?.name;
    } else if (MARK.test(cell.said)) status ??= column as Attendee['status'];
  });
  return status && { ...name, status, ...(proxyTo === undefined ? {} : { proxyTo }) };
}

const isStatus = (column: Column): boolean => column === 'present' || column === 'absent' || column === 'excused';

/** The name in a cell, or in two: surname and first name. */
function nameIn(text: string, cells: readonly Said[]): { start: number; end: number; name: string } | undefined {
  const said = cells.filter(({ said: words }) => /[a-z]{2}/.test(words));
  const names = said.flatMap(({ start, end }) => readNames(text, start, end, false).slice(0, 1));
  if (names.length === 0) return undefined;
  return {
    start: names[0]!.start,
    end: names.at(-1)!.end,
    name: names.map(({ name }) => name).join(' '),
  };
}
