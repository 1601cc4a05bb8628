import type { Stretch } from '../../models/page.js';
import { plain } from '../acts/plain.js';

/** A person's name as it stands in a list, without "M." or "Mme". */
export interface Name extends Stretch {
  /** White space folded, a hyphen at a line's end kept. */
  readonly name: string;
  /** What is said of the person behind a comma: "Maire", "2e adjointe". */
  readonly title?: string;
}

interface Token extends Stretch {
  readonly text: string;
  readonly kind: 'given' | 'capitals' | 'particle' | 'honorific' | 'role' | 'word' | 'break' | 'line' | 'soft';
}

const HONORIFICS = new Set(
  'm mm mme mmes mlle mlles melle melles mr mrs ms monsieur messieurs madame mesdames mademoiselle dr docteur me maitre pr'.split(
    ' ',
  ),
);
const PARTICLES = new Set('de du des la le les d van von der den da dos di el ben bel al y'.split(' '));
/** Words of office, and words with a capital that open a list or a sentence and are nobody's name. */
const ROLES = new Set(
  `maire maires adjoint adjointe adjoints adjointes conseiller conseillere conseillers conseilleres municipal municipale
  municipaux municipales communal communale communaux communautaire communautaires metropolitain metropolitains
  metropolitaine departemental departementale departementaux regional regionale regionaux president presidente
  presidents vice vices vice-president vice-presidente vice-presidents vice-presidentes vice-presidentes delegue deleguee
  delegues deleguees titulaire titulaires suppleant suppleante suppleants suppleantes membre membres secretaire
  secretaires rapporteur rapporteure doyen doyenne senateur senatrice depute deputee premier premiere deuxieme
  troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme conseil conseils bureau assemblee comite
  commission commune communes ville mairie communaute syndicat present presente presents presentes etait etaient absent
  absente absents absentes excuse excusee excuses excusees represente representee representes representees pouvoir
  pouvoirs procuration procurations mandat mandataire mandataires mandant mandants donne donnent ayant nom noms prenom
  prenoms qualite elu elue elus elues directeur directrice general generale dgs services service agent agents invite
  invites invitee assistait assistaient participait participaient assiste assistent nombre quorum votants exercice seance date convocation est sont formant majorite
  arrivee arrive depart qui tous toutes soit total et ainsi que dont autres le la les cadre maire-adjoint
  maires-adjoints maire-adjointe delibere deliberante public journaliste journalistes liste groupe designation nomination secretariat election tresorier tresoriere
  departement region canton sous presidence article code fonction fonctions civilite effectif suffrage suffrages cgct loi ordre jour objet appel nominal neant aucun aucune`.split(
    /\s+/,
  ),
);

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

/** Where the delegates in a line come from: "LORGUES-BOURG : M. …", "CDC de Lorgues : Zoé BLIN", "LORGUES : Zoé BLIN", "Groupe Avenir : …". */
const PLACE_LABEL = new RegExp(
  [
    /(?:\p{Lu}|[Pp]our l)[^\n:;,.()]{1,45}:(?=[ \t]*(?:M\.|MM\.?|Mmes?|Mlle|[Mm]onsieur|[Mm]adame|[Mm]essieurs|[Mm]esdames)[ \t])/u,
    /\p{Lu}[^\n:;,.()]{0,45}(?<=\b(?:CDC|CC|CA|CU|Commune|COMMUNE|[Dd][eu]|DE|DU|des|DES|sur|SUR) )[^\n:;,.()]{1,40}:(?=[ \t]*\p{Lu}[\p{L}'’-]+ \p{Lu})/u,
    /\p{Lu}[\p{Lu}'’ -]{1,40}:(?=[ \t]*\p{Lu}\p{Ll}[\p{L}-]* \p{Lu}{2})/u,
    /(?:Groupe|GROUPE|Liste|LISTE)\b[^\n:]{1,60}:/u,
  ]
    .map(({ source }) => `(?<=^|\\n)[ \\t]*${source}`)
    .join('|'),
  'gu',
);

function tokensOf(text: string, start: number, end: number, lineBreaks: boolean): Token[] {
  const slice = text.slice(start, end);
  const tokens: Token[] = [];
  const pattern =
    /\([^()]{0,200}\)|\p{L}[\p{L}\p{M}'’´‑-]*(?:\.(?=\p{L}))?|\n\s*\n|\n|\t|[,;:|&•➢►▪●–—→*/()]| [-‐‑] ?|- |\d{1,2}(?:er|[eè]re|[eè]me|e|è|nde?)(?!\p{L})|\d+|\./gu;
  const labels = [...slice.matchAll(PLACE_LABEL)];
  const namesCell = cellOfNames(slice);
  let cell = 0;
  let next = 0;
  for (const match of slice.matchAll(pattern)) {
    const at = start + match.index;
    const word = match[0];
    while (labels[next] && labels[next]!.index + labels[next]![0].length <= match.index) next += 1;
    if (labels[next] && labels[next]!.index <= match.index && word.trim() !== '') {
      tokens.push({ start: at, end: at + word.length, text: word, kind: 'break' });
      continue;
    }
    const stretch = { start: at, end: at + word.length, text: word };
    if (word.includes('\n')) cell = 0;
    if (word === '\t') {
      tokens.push({ ...stretch, kind: cell === namesCell ? 'soft' : 'break' });
      cell += 1;
    } else if (word === '\n') {
      const before = tokens.at(-1);
      const joined = before?.text.endsWith('-') ?? false;
      tokens.push({ ...stretch, kind: lineBreaks && !joined ? 'line' : 'soft' });
    } else if (word === '.') {
      const before = tokens.at(-1);
      const initial =
        before !== undefined &&
        before.end === at &&
        (before.kind === 'honorific' || before.text.length <= 2 || INITIALS.test(before.text));
      tokens.push({ ...stretch, kind: initial ? 'soft' : 'break' });
    } else if (/^\p{L}/u.test(word)) tokens.push({ ...stretch, kind: kindOf(word) });
    else if (/^\d/.test(word)) tokens.push({ ...stretch, kind: /\d$/.test(word) ? 'word' : 'role' });
    else tokens.push({ ...stretch, kind: 'break' });
  }
  return tokens;
}

/** Which cell of a row is "CORME" where the next is "Zoé": a heading says so, or each row. Undefined where none is. */
function cellOfNames(slice: string): number | undefined {
  if (!slice.includes('\t')) return undefined;
  const heading = /^[^\n]*\b(?:noms?\tprenoms?|prenoms?\tnoms?)\b/m.exec(plain(slice));
  if (heading) return heading[0].split('\t').length - 2;
  const rows = slice.split('\n').filter((line) => line.includes('\t'));
  const split = rows.filter((row) =>
    /^\s{0,4}\p{Lu}[\p{Lu}'’ -]{1,40}\t\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?(?:\t|$)/u.test(row),
  );
  return rows.length >= 3 && split.length >= rows.length * 0.8 ? 0 : undefined;
}

/** "J-M. LEBRUN" */
const INITIALS = /^\p{Lu}-\p{Lu}$/u;

function kindOf(word: string): Token['kind'] {
  const folded = plain(word).replace(/[.'-]+$/, '');
  if (HONORIFICS.has(folded) && /^\p{Lu}/u.test(word)) return 'honorific';
  if (/^\p{Ll}/u.test(word))
    return PARTICLES.has(folded) || folded.startsWith("d'")
      ? 'particle'
      : folded === 'et'
        ? 'break'
        : HONORIFICS.has(folded) && folded.length > 2
          ? 'honorific'
          : 'word';
  if (ROLES.has(folded)) return PARTICLES.has(folded) ? 'capitals' : 'role';
  // "Vice-Prés."
  if (/^vice-pres/.test(folded)) return 'role';
  if (INITIALS.test(word)) return 'given';
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'capitals';
  if (/^(?:Mc|Mac|De|Di|Le|La|Van|O['’])\p{Lu}{2,}/u.test(word)) return 'capitals';
  return 'given';
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
