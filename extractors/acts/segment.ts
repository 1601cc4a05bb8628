import type { Outline } from '../../models/document.js';
import type { Page } from '../../models/page.js';

/** The acts in a file, a container before its parts; acts without a container tile the file. */
export function segment(pages: readonly Page[]): Outline[] {
  const last = pages.at(-1);
  if (!last) return [];
  return [
    {
      ordinal: 1,
      kind: 'other',
      confidence: 0,
      reasons: [],
      first: { page: pages[0]!.number, offset: 0 },
      last: { page: last.number, offset: last.text.length },
    },
  ];
}
