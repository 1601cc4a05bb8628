import { LOUD, type Openings } from './openings.js';

const ANNEX = /^\W*annexes? ?(?:n° ?)?(?:\d{1,2}|[a-h]|[ivx]{1,4}) ?[:-] ?(.{6,})$/;
/** How much it weighs that a title was announced as an annex. */
const WEIGHT = 6;

/** The annex that a line announces: "Annexe 2 : Convention d'objectifs". Over plain text. */
export const announcedAnnex = (line: string): string | undefined => ANNEX.exec(line)?.[1];

/** Whether a title takes up what was announced: its first word, and half of its words. */
export function takesUp(announced: string, line: string): boolean {
  const wordsOf = (text: string): string[] => text.match(/[a-z]{4,}|\d{4}/g) ?? [];
  const [promised, said] = [wordsOf(announced), wordsOf(line)];
  if (said.length < 3 || line.length > 120 || promised[0] !== said[0]) return false;
  return said.filter((word) => promised.includes(word)).length >= said.length / 2;
}

/** What first lines say, when their title was announced as an annex. */
export function asAnnounced(opens: Openings): Openings {
  const known = opens.get('annex') ?? { weight: 0, says: [] };
  const says = [...known.says, 'it was announced as an annex'];
  return new Map([...opens, ['annex', { weight: known.weight + WEIGHT, title: LOUD, says }]]);
}
