/** What stands in the sentence before and behind [start, end): no farther than 300 characters. */
export function around(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 300), start);
  let cut = 0;
  for (const match of before.matchAll(
    /[.;!?](?=\s)|\n\n|\t|\n[ \t]*[-•>*]|\n(?=[ \t]*(?:\d{2,4}[-/_.]\d|l[ea] (?:compte[- ]rendu|proces[- ]verbal|pv)\b))/g,
  )) {
    if (!/\b(?:m|mm|mme|n|art|l|r)$/.test(before.slice(0, match.index))) cut = match.index + match[0].length;
  }
  const behind = text.slice(end, end + 300);
  const item = behind.search(/\n[ \t]*\d{2,4}[-/_.]\d/);
  const after = item < 0 ? behind : behind.slice(0, item);
  return { before: before.slice(cut), after: after.slice(0, sentenceEnd(after)) };
}

/** Where the first sentence of `text` ends; a list of "- DÉCIDE …" behind a comma or a colon belongs to it. */
export function sentenceEnd(text: string): number {
  for (const match of text.matchAll(/[.!?](?=\s)|\n\n/g)) {
    const before = text.slice(0, match.index);
    if (match[0] === '\n\n') {
      const behind = text.slice(match.index);
      if (
        /[,:]\s*$/.test(before) ||
        /^\s*[^a-z\n]{0,4}\s*(?:decide|approuve|autorise|adopte|vote|accepte|prend acte|donne|emet|fixe|sollicite)\b/.test(
          behind,
        )
      )
        continue;
      return match.index;
    }
    if (!/\b(?:m|mm|mme|n|art|l|r|st|ste)$/.test(before)) return match.index;
  }
  return text.length;
}
