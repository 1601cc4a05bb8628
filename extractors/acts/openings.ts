import type { DocumentKind } from '../../models/document.js';
import { kindOf, kinds } from '../kinds/index.js';
import type { Kind } from '../kinds/kind.js';
import { unbroken } from './plain.js';

/** How loudly a line must speak to open an act in the middle of a file. */
export const LOUD = 6;

/** What first lines say of one kind: all that speaks for it, and the loudest title, which counts less the lower it stands. */
interface Opened {
  weight: number;
  title: number;
  readonly says: string[];
}

/** The kinds that first lines speak for, and how loudly. */
export type Openings = ReadonlyMap<DocumentKind, Opened>;

/** What the text from a line on says of the kinds that may begin there: at a page's top, its first `count` lines. */
export function openingsAt(window: string, top: boolean, count: number): Openings {
  const opens = new Map<DocumentKind, Opened>();
  const head = window.slice(0, 1800);
  const titles = top ? firstLines(head, count) : [head];
  const joined = titles.map((from) => unbroken(from.slice(0, 200)));
  for (const { kind, opens: signals } of kinds) {
    for (const { at, pattern, weight, says } of signals) {
      const line =
        at === 'top'
          ? top && pattern.test(head)
            ? 0
            : -1
          : titles.findIndex((from, i) => pattern.test(from) || pattern.test(joined[i]!));
      if (line < 0) continue;
      const known = opens.get(kind) ?? { weight: 0, title: 0, says: [] };
      known.weight += weight;
      if (at === 'line') known.title = Math.max(known.title, weight * (1 - line * 0.04));
      known.says.push(says);
      opens.set(kind, known);
    }
  }
  return opens;
}

/** The text from each of the first `count` lines on. */
function firstLines(window: string, count: number): string[] {
  const answer: string[] = [];
  let at = 0;
  for (let i = 0; i < count && at >= 0 && at < window.length; i += 1) {
    answer.push(window.slice(at));
    const next = window.indexOf('\n', at);
    at = next < 0 ? -1 : next + 1;
  }
  return answer;
}

/** The kind that first lines speak for most: by its title, then by all that they say. */
export function loudest(opens: Openings): Kind | undefined {
  let best: DocumentKind | undefined;
  const loudness = (kind: DocumentKind): number => opens.get(kind)!.title * 100 + opens.get(kind)!.weight;
  for (const kind of opens.keys()) if (best === undefined || loudness(kind) > loudness(best)) best = kind;
  return best === undefined ? undefined : kindOf(best);
}
