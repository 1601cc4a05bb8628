import type { Outline } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import type { Position } from '../../models/passage.js';
import { kindOf } from '../kinds/index.js';
import { startsOf } from './starts.js';
import { weigh } from './weigh.js';

/** The acts in a file, a container before its parts; acts without a container tile the file. */
export function segment(pages: readonly Page[]): Outline[] {
  if (pages.length === 0) return [];
  const starts = startsOf(pages);
  const outlines: Outline[] = [];
  let principal: Outline | undefined;
  starts.forEach((start, i) => {
    const last = starts[i + 1]?.at ?? endOf(pages);
    const { kind, confidence, reasons } = weigh(pages, start, last);
    const rules = kindOf(kind);
    const parent = principal && rules.annexable ? principal : undefined;
    const outline: Outline = {
      ordinal: outlines.length + 1,
      kind,
      confidence,
      reasons,
      first: start.at,
      last,
      ...(parent ? { parent: parent.ordinal, parentRelation: 'annexed_to' as const } : {}),
    };
    outlines.push(outline);
    if (!rules.annexable || !principal) principal = outline;
    for (const part of rules.parts?.(pages, start.at, last) ?? []) {
      outlines.push({ ...part, ordinal: outlines.length + 1, parent: outline.ordinal, parentRelation: 'part_of' });
    }
  });
  return outlines;
}

const endOf = (pages: readonly Page[]): Position => {
  const last = pages.at(-1)!;
  return { page: last.number, offset: last.text.length };
};
