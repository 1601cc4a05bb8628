import { type Agenda, onAgenda } from './agenda.js';
import { ASSEMBLY } from './assembly.js';
import type { Flow, FlowLine } from './flow.js';
import { INSIDE, type Style, styleOf } from './head-style.js';
import { headEnd, tidy, titleOf } from './head-title.js';
import { numberedHeads } from './numbering.js';
import { plain } from './plain.js';
import { referenceAt } from './reference.js';

/** A line that opens a point. */
export interface Head {
  /** Indexes of its lines: first inclusive, last exclusive. */
  readonly first: number;
  readonly last: number;
  readonly style: Style;
  /** How surely it opens a point of the agenda: 3 says so itself, 1 only looks like it. */
  readonly rank: number;
  readonly title: string;
  readonly reference?: string;
}

/** The lines that open a point, in order. */
export function headsOf(flow: Flow, agenda: Agenda | undefined): Head[] {
  const { lines } = flow;
  const heads: Head[] = [];
  const numbered = numberedHeads(flow, agenda);
  const body = bodySize(lines);
  const decisions = isBureau(lines);
  for (let i = 0; i < lines.length; i += 1) {
    if (agenda && i >= agenda.first && i < agenda.last) continue;
    const line = lines[i]!;
    const style = styleOf(lines, i, { numbered, body, agenda, decisions });
    if (!style) continue;
    let last = headEnd(lines, i, style, numbered, body);
    const head = titleOf(lines, i, last, style);
    const { reference } = head;
    let { title } = head;
    if (style === 'point' && title === '') {
      // "Question n° 4" on a line of its own, its title on the next
      const next = lines[last];
      const titled =
        next !== undefined && !numbered.has(last) && next.text.length < 200 && !INSIDE.test(next.plain.trim());
      const end = titled ? headEnd(lines, last, 'words', numbered, body) : last;
      title = tidy(
        titled
          ? lines
              .slice(last, end)
              .map(({ text }) => text)
              .join(' ')
          : line.text,
      );
      last = end;
    }
    if (title === '' && style !== 'reference') continue;
    heads.push({
      first: i,
      last,
      style,
      rank: RANKS[style] + (onAgenda(agenda, line) ? 1 : 0),
      title,
      ...(reference === undefined ? {} : { reference }),
    });
    i = last - 1;
  }
  return withoutChapters(
    withObjects(heads, lines).map((head) => titled(head, lines)),
    lines,
  );
}

const NAMES_A_MEETING = new RegExp(
  `\\b(?:compte[- ]rendu|proces[- ]verbal|seance|reunion|${ASSEMBLY}|conseil (?:com|d'|de )[a-z]*|registre|deliberations|liste des|cm du)\\b`,
);

/** The title of the minutes themselves: "Compte rendu de la séance du …" among the first lines. */
export const isOwnTitle = (lines: readonly FlowLine[], { first, last, style, title }: Head): boolean =>
  first < 15 &&
  !/number|roman|point|bullet/.test(style) &&
  NAMES_A_MEETING.test(
    lines
      .slice(first, last)
      .map(({ plain }) => plain)
      .join(' '),
  ) &&
  !/\b(?:approbation|adoption|validation|approuve|adopte)\b/.test(lines[first]!.plain) &&
  (!referenceAt(lines[first]!.text) || /^(?:proces[- ]verbal|compte[- ]rendu|registre)/.test(plain(title)));

const RANKS: Record<Style, number> = {
  reference: 3,
  closer: 3,
  point: 2,
  number: 2,
  object: 2,
  'sub-number': 2,
  roman: 2,
  capitals: 1,
  bold: 1,
  words: 1,
  spoken: 0,
  bullet: 0,
};

/** A bureau and a standing commission take decisions; the minutes of a council only tell of the mayor's. */
const isBureau = (lines: readonly FlowLine[]): boolean => {
  const opening = lines
    .slice(0, 12)
    .map(({ plain }) => plain)
    .join('\n');
  return (
    /^\W*(?:bureau|commission permanente)\b|\b(?:decisions?|deliberations?|reunion|seance|compte[- ]rendu|proces[- ]verbal) (?:du|de la) (?:bureau|commission permanente)\b/m.test(
      opening,
    ) && !/^\W*(?:conseil|comite)\b/m.test(opening)
  );
};

/** "FINANCES" right over "2.1 Budget primitif" names a chapter, not a point. */
function withoutChapters(heads: readonly Head[], lines: readonly FlowLine[]): Head[] {
  return heads.filter((head, i) => {
    const next = heads[i + 1];
    if (next?.first !== head.last || next.style === 'closer' || head.style === 'closer') return true;
    if (head.style === 'reference' || head.style === 'object') return true;
    const numbered = /reference|object|point|number|roman/.test(next.style);
    return !numbered && !CHAPTER.test(plain(head.title)) && lines[next.first]!.capitals === lines[head.first]!.capitals;
  });
}

/** What chapters of an agenda are called. */
const CHAPTER =
  /^(?:(?:administration|affaires|gestion|vie) (?:generales?|communales?|municipales?|scolaires?|sociales?|culturelles?|financieres?|institutionnelles?|associative)|finances?(?: locales?| communales?)?|urbanisme|travaux|personnel(?: communal)?|ressources humaines|marches publics|commande publique|domaine(?: et patrimoine)?|patrimoine|environnement|culture|sports?|jeunesse|education|enfance|intercommunalite|institutions?|assemblees?|voirie|securite|economie|tourisme|habitat|logement|solidarites?|action sociale|amenagement(?: du territoire)?|developpement (?:economique|durable|local)|budgets?|foncier|transports?|mobilites?)(?:[ ,/&–-]+(?:et |de la |du |des |l')?[a-z' ]+)?$/;

/** "N° 2023-12" and "Objet : …" open the same point, whichever comes first. */
function withObjects(heads: readonly Head[], lines: readonly FlowLine[]): Head[] {
  const joined: Head[] = [];
  for (const [i, head] of heads.entries()) {
    const before = joined.at(-1);
    const between = before === undefined ? [] : lines.slice(before.last, head.first);
    const near =
      before !== undefined &&
      between.length <= 3 &&
      (head.style === 'object' || between.every(({ plain: line }) => INSIDE.test(line.trim())));
    const pair =
      near &&
      ((before.style === 'reference' &&
        (before.title === '' || head.style === 'object') &&
        head.style !== 'closer' &&
        head.style !== 'reference') ||
        (head.style === 'reference' &&
          head.title === '' &&
          before.reference === undefined &&
          before.style !== 'closer' &&
          (before.style === 'object' || (head.first === before.last && !isTitled(heads[i + 1], head, lines)))));
    if (!pair) {
      joined.push(head);
      continue;
    }
    const reference = before.reference ?? head.reference;
    joined[joined.length - 1] = {
      ...before,
      last: head.last,
      style: 'reference',
      rank: Math.max(before.rank, head.rank),
      title: head.style === 'object' || before.title === '' ? head.title || before.title : before.title,
      ...(reference === undefined ? {} : { reference }),
    };
  }
  return joined;
}

/** A number on a line of its own, its title on the next. */
function titled(head: Head, lines: readonly FlowLine[]): Head {
  const next = lines[head.last];
  if (head.title !== '' || !next || next.text.length > 200 || INSIDE.test(next.plain.trim())) return head;
  return { ...head, last: head.last + 1, title: tidy(next.text) };
}

/** Whether a number on a line of its own has its title below it, in another heading or a line of capitals. */
const isTitled = (next: Head | undefined, { last }: Head, lines: readonly FlowLine[]): boolean =>
  next?.first === last || (lines[last]?.capitals ?? false);

/** The height of most of the text's letters. */
function bodySize(lines: readonly FlowLine[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
