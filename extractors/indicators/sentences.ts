/** No sentence is longer; what looks like one is a list or noise, and is read in pieces so that time stays in proportion. */
const LONGEST = 1500;

/** Where the sentences of a stretch begin and end. "M. Martin" and "1.250" are no ends; a bullet begins one, a bracket is part of one. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  const add = (start: number, end: number): void => {
    let from = start;
    while (end - from > LONGEST) {
      const space = text.lastIndexOf(' ', from + LONGEST);
      const cut = space > from ? space : from + LONGEST;
      sentences.push({ start: from, end: cut });
      from = cut;
    }
    if (text.slice(from, end).trim() !== '') sentences.push({ start: from, end });
  };
  const stop =
    /(?<![\s.]\p{L}|\bMme|\bart|\bn|[.!?…]{2})[.!?…]+(?=\s+[\p{Lu}\d«"–•-]|\s*$)|;(?=\s|$)(?![^()\n]{0,200}\))|\n\n?/gu;
  let start = 0;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    add(start, end);
    start = end;
  }
  add(start, text.length);
  return sentences;
}
