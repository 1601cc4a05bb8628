import type { FlowLine } from './flow.js';
import { INSIDE, OBJECT, type Style, TABLE_WORDS } from './head-style.js';
import { LETTER, LETTERED } from './numbering.js';
import { referenceAt } from './reference.js';

/** A heading runs on over the lines that look the same, up to an empty line. */
export function headEnd(
  lines: readonly FlowLine[],
  first: number,
  style: Style,
  numbered: ReadonlyMap<number, Style>,
  body: number,
): number {
  const head = lines[first]!;
  let last = first + 1;
  while (last < lines.length && last < first + 6) {
    const line = lines[last]!;
    const before = lines[last - 1]!;
    if (numbered.has(last) || referenceAt(line.text) || OBJECT.test(line.plain.trim())) break;
    const unfinished =
      /(?:\b(?:de|du|des|la|le|les|l'|d'|a|au|aux|et|en|pour|par|sur|avec|dans|entre)|[-,:])\s*$/.test(before.plain) &&
      !/:\s*$/.test(before.plain);
    const same =
      (head.capitals && line.capitals) ||
      (head.bold && line.bold) ||
      (body > 0 && head.size > body * 1.15 && Math.abs(line.size - head.size) < 0.6);
    const runsOn =
      before.text.length > 60 &&
      /^\p{Ll}/u.test(line.text.trim()) &&
      style !== 'closer' &&
      !/[.:;]$/.test(before.text.trim());
    if (line.apart && !(unfinished && same)) break;
    if (INSIDE.test(line.plain.trim()) || TABLE_WORDS.test(line.plain.trim())) break;
    if (!same && !runsOn && !(unfinished && !line.apart)) break;
    last += 1;
  }
  return last;
}

/** The title that a heading gives, and the act's own number before or behind it. */
export function titleOf(lines: readonly FlowLine[], first: number, last: number, style: Style): Titled {
  const { title, reference } = titleIn(lines, first, last, style);
  return reference === undefined ? (numberBehind(title) ?? { title }) : { title, reference };
}

const ROMAN_BEFORE = /^\s*[IVX]{1,5}(?:\s*[.)°:/–—-]\s*|\s+)(?=[\p{Lu}«"])/u;

interface Titled {
  readonly title: string;
  readonly reference?: string;
}

function titleIn(lines: readonly FlowLine[], first: number, last: number, style: Style): Titled {
  const head = lines[first]!;
  const whole = lines
    .slice(first, last)
    .map(({ text }) => text)
    .join(' ');
  if (style === 'reference') {
    const found = referenceAt(head.text)!;
    const behind = head.text.slice(found.end);
    const title = /^\s*\t/.test(behind) ? cellBehind(lines, first, behind) : whole.slice(found.end);
    return { title: tidy(title), reference: found.reference };
  }
  if (style === 'object') return { title: tidy(whole.replace(/^[^:-]*[:-]/, '')) };
  if (style === 'point') {
    // "Rapport n° 15.05.01 – Culture": a number in parts is the act's own
    const number = /^[^:–—-]*?(\d{1,3}(?:[./-]\d{1,3})*)\s*[:.–—-]*/.exec(whole);
    const title = tidy(whole.slice(number?.[0].length ?? 0));
    return { title, ...(number && /\D/.test(number[1]!) ? { reference: number[1]! } : {}) };
  }
  if (style === 'number' || style === 'sub-number') {
    // "06.19. IV- Vente": a Roman number before another, or behind it
    const rest = whole
      .replace(LETTERED, '')
      .replace(style === 'sub-number' ? LETTER : '', '')
      .replace(ROMAN_BEFORE, '')
      .replace(/^\s*[\d.]+(?:[-/]\d{1,2}(?=\D)|[-/.]?[A-H](?=\s*[.)°:–-]))?\s*[.)°:/–—-]*\s*-?\s*/, '')
      .replace(style === 'sub-number' ? ROMAN_BEFORE : '', '');
    // "3.1 D2023-031 Créances": the point's number, then the act's
    const own = referenceAt(rest);
    const stated = own && (own.labelled || /^(?:\p{L}|(?:19|20)\d\d)/u.test(own.reference));
    return stated && /\p{L}{4}/u.test(rest.slice(own.end))
      ? { title: tidy(rest.slice(own.end)), reference: own.reference }
      : { title: tidy(rest) };
  }
  if (style === 'bullet') return { title: tidy(whole.replace(/:[\s\S]*$/, '')) };
  if (style === 'roman') return { title: tidy(whole.replace(/^\s*[IVX]+\s*[.)°:/–—-]*/, '')) };
  return { title: tidy(whole) };
}

export const tidy = (title: string): string =>
  title
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.–—•➢>*-]+/u, '')
    .replace(/^objet ?[:–-] ?(?=\S)/iu, '')
    .replace(
      /^(?:projet de )?d[ée]lib[ée]ration(?: [:–-])? (?=\p{Lu})(?!(?:sur|portant|relative|autorisant|fixant|n°)\b)/iu,
      '',
    )
    .replace(/[\s:;,.–—-]+$/u, '')
    .trim();

/** The cell behind a number in a table, over the lines that it is broken into. */
function cellBehind(lines: readonly FlowLine[], first: number, behind: string): string {
  let cell = behind.trimStart();
  for (const { text, inTable } of lines.slice(first + 1, first + 8)) {
    if (cell.includes('\t') || !inTable || referenceAt(text)) break;
    cell += ` ${text}`;
  }
  return cell.split('\t')[0]!;
}

/** "SUBVENTION AUX JARDINS – CM/12/034", "Tarifs de la cantine (n° 2019-12)", "Cantine : 2019-12". */
const AT_THE_END =
  /[ \t]*(?:[–-][ ]|\(|:[ ]?(?=n°|(?:19|20)\d\d[-/_.]\d{1,3}$))[ ]?(?:n°[ ]?(?=\S*\d)|(?=\p{Lu}{1,6}[-/_.])|(?<=:[ ]?))((?:\p{Lu}{1,6}[-/_. ])?\d{1,4}(?:[-/_.]\d{1,5}){1,3})\)?$/u;

/** The act's number behind its object; no school year "2019-20". */
export function numberBehind(title: string): { readonly title: string; readonly reference: string } | undefined {
  const found = AT_THE_END.exec(title);
  if (!found?.[1] || isSchoolYear(found[1])) return undefined;
  return { title: tidy(title.slice(0, found.index)), reference: found[1] };
}

const isSchoolYear = (number: string): boolean => {
  const years = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(number);
  return years !== null && Number(years[2]!.slice(-2)) === (Number(years[1]) + 1) % 100;
};

/** What a point without a heading opens with: a short line over a sentence of its own, else its first sentence. */
export const firstSentence = (text: string): string =>
  /^[^\n]{8,90}[\p{L}\d)»](?=\s*\n\s*\p{Lu}\p{Ll})/u.exec(text)?.[0] ??
  /^[\s\S]{20,240}?[.;:](?=\s|$)/.exec(text)?.[0] ??
  text.slice(0, 160);
