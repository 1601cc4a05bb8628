import type { Flow, FlowLine } from './flow.js';

/** The agenda that minutes open with. */
export interface Agenda {
  /** Indexes of its lines in the flow, first inclusive, last exclusive. */
  readonly first: number;
  readonly last: number;
  /** The words of each item. */
  readonly items: readonly ReadonlySet<string>[];
}

const LIMIT = 80;
/** A line that announces the list: it opens with the words, or ends with them or a colon. */
const TITLE =
  /^\W*(?:\d{1,2}\W+)?(?:rappel de )?(?:a )?(?:l')?ordre du jour\b|\bordre du jour\b[^.]*(?::\s*|suivante?s?\s*)$|\bordre du jour\s*$/;
/** The number of an item, where it has one. */
const NUMBER = /^\s*(\d{1,2}|[ivx]{1,5})(?=\s*[-.)°:/]|\s+[a-z])/;

/** The list below "Ordre du jour :", up to where the minutes take its items up one by one. */
export function agendaOf({ lines }: Flow): Agenda | undefined {
  const title = lines.findIndex(
    ({ plain }, i) =>
      i < 120 &&
      TITLE.test(plain) &&
      plain.length < 110 &&
      !/lecture|epuise|rajout|ajout|inscri|retir|modifi|supplement/.test(plain),
  );
  if (title < 0) return undefined;
  const items: Set<string>[] = [];
  // what is numbered like the first item again is no longer the agenda
  let first: string | undefined;
  let i = title + 1;
  for (; i < lines.length && i < title + LIMIT; i += 1) {
    const line = lines[i]!;
    const words = wordsOf(line.plain);
    if (items.some((item) => alike(item, words))) break;
    const number = NUMBER.exec(line.plain)?.[1];
    if (number !== undefined && number === first && isSentence(lines[i + 1])) break;
    // behind numbered items, a sentence of its own is none
    if (first !== undefined && number === undefined && line.apart && isSentence(line)) break;
    first ??= number;
    if (
      line.plain.length > 220 ||
      /\b(?:le conseil|monsieur le maire|m\. le maire|le president|seance ouverte|quorum|ouvre la seance)\b/.test(
        line.plain,
      )
    )
      break;
    if (words.size > 0) items.push(words);
  }
  return items.length >= 2 ? { first: title, last: i, items } : undefined;
}

/** Whether a line says what an item of the agenda says. */
export const onAgenda = (agenda: Agenda | undefined, line: Pick<FlowLine, 'plain'>): boolean => {
  if (!agenda) return false;
  const words = wordsOf(line.plain);
  return agenda.items.some((item) => alike(item, words));
};

/** An item of the agenda is followed by another, a point of the minutes by what was said. */
const isSentence = (line: FlowLine | undefined): boolean =>
  line !== undefined && (line.text.length > 80 || /\w{3}\.\s*$/.test(line.plain));

const wordsOf = (text: string): Set<string> =>
  new Set((text.match(/[a-z]{3,}|\d{4}/g) ?? []).filter((word) => !SMALL.has(word)));

const SMALL = new Set('les des une pour par sur aux dans avec son ses que qui est point question'.split(' '));

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const word of b) if (a.has(word)) common += 1;
  const small = Math.min(a.size, b.size);
  return small === 1
    ? common === 1 && a.size === b.size
    : common >= small * 0.75 && common >= Math.max(a.size, b.size) * 0.5;
}
