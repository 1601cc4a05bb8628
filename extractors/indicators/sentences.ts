/** Where the sentences of a stretch begin and end. "M. Martin" and "1.250" are no ends; a bullet begins one. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  const stop = /(?<![\s.]\p{L}|\bMme|\bart|\bn)[.!?…]+(?=\s+[\p{Lu}\d«"–•-]|\s*$)|;(?=\s|$)|\n\n?/gu;
  let start = 0;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') sentences.push({ start, end: text.length });
  return sentences;
}
