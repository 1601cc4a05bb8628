import type { Flow } from './flow.js';
import { INSIDE } from './head-style.js';
import { firstSentence, headEnd, tidy, titleOf } from './head-title.js';
import { bodySize, headsOf } from './heads.js';
import { LETTERED } from './numbering.js';

/** The title and number that a decided point opens with. */
export function openingOf(flow: Flow): { title?: string; reference?: string } {
  const head = headsOf(flow, undefined)[0];
  const numbered =
    /^\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)°:/–—-]*\s*|[IVX]{1,5}(?:\s*[.)°:–—-]\s*|\s+))(?=[\p{Lu}«"])/u.test(flow.text) ||
    LETTERED.test(flow.text);
  if (numbered && head?.style !== 'reference') {
    const last = headEnd(flow.lines, 0, 'number', new Map(), bodySize(flow.lines));
    return titleOf(flow.lines, 0, last, 'number');
  }
  if (head && head.first === 0 && head.title === '' && head.reference !== undefined) {
    const next = flow.lines[head.last];
    const said = next && !INSIDE.test(next.plain.trim()) && next.text.length < 220 ? next.text : '';
    return { title: tidy(said.replace(/^\s*(?:[IVX]{1,5}|\d{1,2})\s*[.)°:/–—-]+\s*/u, '')), reference: head.reference };
  }
  if (head && head.first === 0)
    return {
      title: head.title.replace(LETTERED, '').replace(/^[IVX]{1,5}(?:\s*[.)°:–—-]\s*|\s+)(?=\p{Lu})/u, ''),
      ...(head.reference === undefined ? {} : { reference: head.reference }),
    };
  return { title: tidy(firstSentence(flow.text)) };
}
