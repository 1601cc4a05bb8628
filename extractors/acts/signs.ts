import type { Signal } from '../kinds/kind.js';

/** Whether a text shows a signal, as often as it must be seen. `joined`: the text without the breaks of its lines. */
export function isSeen({ pattern, atLeast = 1 }: Signal, text: string, joined: string): boolean {
  if (atLeast === 1) return pattern.test(text) || pattern.test(joined);
  const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  let count = 0;
  for (const _ of text.matchAll(all)) {
    count += 1;
    if (count >= atLeast) return true;
  }
  return false;
}
