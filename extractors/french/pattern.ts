/** `text` as the source of a pattern that matches it and nothing else. */
export const literal = (text: string): string => text.replace(/[$.*+?^(){}|[\]\\]/g, '\\$&');

/** The source of a pattern for any of `words`, the longest that fits first; `source` gives that of one word. */
export const anyOf = (words: Iterable<string>, source: (word: string) => string = literal): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(source)
    .join('|');
