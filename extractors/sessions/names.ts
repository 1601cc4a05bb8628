import type { Stretch } from '../../models/page.js';
import { plain } from '../acts/plain.js';
import { PARTICLES, type Token, tokensOf } from './name-tokens.js';

/** A person's name as it stands in a list, without "M." or "Mme". */
export interface Name extends Stretch {
  /** White space folded, a hyphen at a line's end kept. */
  readonly name: string;
  /** What is said of the person behind a comma: "Maire", "2e adjointe". */
  readonly title?: string;
}

/**
 * The names in [start, end) of `text`, in order. Titles, offices and what stands in brackets are not names.
 * `oneALine`: a new line begins a new name; left out, the list's own commas and dashes tell.
 */
export function readNames(
  text: string,
  start: number,
  end: number,
  oneALine = namesStandOneALine(text.slice(start, end)),
): Name[] {
  return namesOf(tokensOf(text, start, end, oneALine), text);
}

/** Whether a new line of a list begins a new name: it does where names do not run on with commas or dashes. */
export function namesStandOneALine(slice: string): boolean {
  const lines = slice.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  const titled = lines.filter((line) => /^\W*(?:M\.|MM|Mme|Mlle|Monsieur|Madame|Mr|Dr)\b/u.test(line)).length;
  if (titled >= lines.length * 0.7) {
    const perLine = (slice.match(/\b(?:M\.|Mme|Mlle|Monsieur|Madame|Mr)(?=\s)/gu) ?? []).length / lines.length;
    if (perLine < 1.5) return true;
  }
  const separators = (slice.match(/[,;–—•|]|\s-\s|\s-\p{Lu}|\bet\b/gu) ?? []).length;
  return separators < lines.length * 0.8;
}

/** What goes on behind an office: "Trésorier est excusé", "Maire en application de l'article …". */
const NO_OFFICE = /[ ,]{1,2}(?:est|sont|était|étaient|qui|ayant|en application|en vertu) .*/u;

function namesOf(tokens: readonly Token[], text: string): Name[] {
  const surnameFirst = isSurnameFirst(tokens);
  const initials = areInitials(tokens);
  const names: Name[] = [];
  let current: Token[] = [];
  let role: Token[] = [];
  const close = (): void => {
    const name = nameOf(current, text);
    if (name) names.push(name);
    current = [];
  };
  const closeRole = (): void => {
    const last = names.at(-1);
    // "Adjoints au Maire" closes a group, it is not the last one's title
    const plural = /s$/i.test(role[0]?.text ?? '');
    const behind = last !== undefined && role.length > 0 && role[0]!.start - last.end < 4;
    if (behind && !plural && last.title === undefined && !text.slice(last.end, role[0]!.start).includes('.')) {
      names[names.length - 1] = {
        ...last,
        title: text.slice(role[0]!.start, role.at(-1)!.end).replace(/\s+/g, ' ').replace(NO_OFFICE, ''),
      };
    }
    role = [];
  };
  for (const [i, token] of tokens.entries()) {
    const inRole = role.length > 0;
    switch (token.kind) {
      case 'soft':
        break;
      case 'line':
        // a first name at a line's end goes on with its surname on the next
        if (current.length > 0 && current.every(({ kind }) => kind === 'given') && tokens[i + 1]?.kind === 'capitals')
          break;
        // in a list that writes the surname first, the first name may stand on the next line
        if (
          surnameFirst &&
          current.length > 0 &&
          current.every(({ kind }) => kind === 'capitals') &&
          tokens[i + 1]?.kind === 'given' &&
          !/capitals|given/.test(tokens[i + 2]?.kind ?? '')
        )
          break;
        close();
        closeRole();
        break;
      case 'break':
        close();
        closeRole();
        break;
      case 'honorific':
        // "P. BLIN, M. CORME, R. DANIEL": an initial before the surname
        if (token.text === 'M' && initials) {
          close();
          current.push(token);
          break;
        }
        if (isInitialBehind(tokens, i, current.at(-1))) {
          current.push(token);
          break;
        }
        close();
        closeRole();
        break;
      case 'role':
      case 'word':
        // "Zoé BUREAU", where the others' surnames are in capitals too
        if (isSurname(token, current, tokens)) {
          current.push({ ...token, kind: 'capitals' });
          break;
        }
        close();
        if (token.kind === 'role' || inRole) role.push(token);
        break;
      case 'particle':
        if (inRole) role.push(token);
        // "DURAND Hubert de VALMONT": behind the first name, where a delegate comes from
        else if (surnameFirst && isComplete(current)) {
          close();
          role.push(token);
        } else if (current.length > 0) current.push(token);
        break;
      default: {
        if (inRole) {
          if (!startsName(role.at(-1)!)) {
            role.push(token);
            break;
          }
          closeRole();
        }
        if (current.length > 0 && beginsAnother(current, token, surnameFirst)) close();
        current.push(token);
      }
    }
  }
  close();
  closeRole();
  return names;
}

/** A word of office in capitals right behind one first name, in a list that writes surnames in capitals. */
const isSurname = ({ kind, text }: Token, current: readonly Token[], tokens: readonly Token[]): boolean =>
  kind === 'role' &&
  current.length === 1 &&
  current[0]!.kind === 'given' &&
  text === text.toUpperCase() &&
  tokens.some(({ kind: other }) => other === 'capitals');

/** Whether first names are given by their initials throughout, so that "M." is one of them. */
function areInitials(tokens: readonly Token[]): boolean {
  const called = tokens.filter(({ kind, text }) => kind === 'honorific' && text !== 'M');
  const before = tokens.filter(
    ({ kind, text }, i) =>
      kind === 'given' &&
      text.length === 1 &&
      tokens[i + 1]?.text === '.' &&
      /^(?:capitals|given)$/.test(tokens[i + 2]?.kind ?? ''),
  );
  return called.length === 0 && before.length >= 3;
}

/** Whether nothing or a full stop stands between token `i` and the end of a name. */
const closesName = (tokens: readonly Token[], i: number): boolean => {
  const next = tokens[i]?.text === '.' ? tokens[i + 1] : tokens[i];
  return next === undefined || /^(?:break|line)$/.test(next.kind);
};

/** "M." for a first name behind its surname: "CORME M.", "CORME M", "CORME M.J." */
const isInitialBehind = (tokens: readonly Token[], i: number, before: Token | undefined): boolean =>
  /^M\.?$/.test(tokens[i]!.text) &&
  before?.kind === 'capitals' &&
  (closesName(tokens, i + 1) || (/^\p{Lu}$/u.test(tokens[i + 1]?.text ?? '') && closesName(tokens, i + 2)));

/** A surname in capitals and a first name behind it. */
const isComplete = (current: readonly Token[]): boolean =>
  current[0]?.kind === 'capitals' && current.at(-1)?.kind === 'given';

/** An office ends where a name may begin at once: not behind "au", "de", "à la". */
const startsName = (last: Token): boolean => last.kind === 'role' && !/^sous$/i.test(last.text);

/** Whether `token` begins a new name behind `current`, where a comma is missing. */
function beginsAnother(current: readonly Token[], token: Token, surnameFirst: boolean): boolean {
  const last = current.at(-1)!;
  if (last.kind === 'particle') return false;
  if (last.text.endsWith('-')) return last.kind === 'capitals' && token.kind === 'given' && current.length > 1;
  const capitals = current.some(({ kind }) => kind === 'capitals');
  const given = current.some(({ kind }) => kind === 'given');
  if (!capitals || !given) return false;
  return surnameFirst
    ? token.kind === 'capitals' && last.kind === 'given'
    : token.kind === 'given' && last.kind === 'capitals';
}

/** "DUPONT Jean" rather than "Jean DUPONT", by the first words of the list's names. */
function isSurnameFirst(tokens: readonly Token[]): boolean {
  let first = 0;
  let last = 0;
  let before: Token['kind'] = 'break';
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind } = tokens[i]!;
    if (kind === 'soft') continue;
    if (before === 'break' || before === 'line' || before === 'honorific') {
      const next = tokens.slice(i + 1, i + 5).find(({ kind: after }) => !/^(?:capitals|soft|line)$/.test(after));
      if (kind === 'capitals' && next?.kind === 'given') first += 1;
      if (kind === 'given' && !(before === 'line' && tokens[i - 2]?.kind === 'capitals')) last += 1;
    }
    before = kind;
  }
  return first > last;
}

function nameOf(tokens: readonly Token[], text: string): Name | undefined {
  let words = tokens;
  while (words.length > 0 && words.at(-1)!.kind === 'particle') words = words.slice(0, -1);
  if (words.length > 7 || words.every(({ text: word }) => PARTICLES.has(plain(word)))) return undefined;
  const start = words[0]!.start;
  const end = words.at(-1)!.end;
  const name = text
    .slice(start, end)
    .replace(/-\s+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[-'’.]+$/, '');
  if (name.replace(/[^\p{L}]/gu, '').length < 2) return undefined;
  return { start, end, name };
}
