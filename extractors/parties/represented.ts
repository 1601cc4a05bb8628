import type { Act } from '../../models/act.js';
import { plain } from '../acts/plain.js';
import { readName } from './name.js';
import { representativeAt } from './representative.js';
import type { NewBody } from './roster.js';

const REPRESENTED =
  /,?[ \n]+(?:sise?[^,.;]{5,80},[ \n]*)?representee?s?(?: (?:aux presentes|legalement))?[ \n]+par[ \n]+/g;

/** Bodies that a sentence says to be represented by someone: "et la Société X, représentée par Monsieur Y, Directeur". */
export function represented(act: Act): NewBody[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const flat = plain(text);
  const found: NewBody[] = [];
  for (const match of flat.matchAll(REPRESENTED)) {
    const before = flat.slice(Math.max(0, match.index - 140), match.index);
    const from = match.index - before.length;
    // The name begins behind the last "et", "avec", "entre", "à", or opens the stretch.
    const joints = [
      ...before.matchAll(/(?:^|[\s,;:(])(?:et|avec|entre|a|par|pour|aupres de|de)[ \n]+(?=\S)/g),
    ].reverse();
    for (const joint of joints) {
      const at = from + joint.index + joint[0].length;
      const name = readName(text, at, match.index + 1);
      if (!name || name.bare || match.index - name.end > 3 || name.end > match.index + 1) continue;
      const who = representativeAt(
        text,
        match.index + match[0].length,
        Math.min(text.length, match.index + match[0].length + 260),
      );
      if (!who) break;
      found.push({
        name: name.text,
        kind: name.kind ?? (/gerant|directeur/.test(plain(who.representativeTitle ?? '')) ? 'company' : 'association'),
        start: name.start,
        end: name.end,
        extractor: 'parties/represented',
        roles: ['partner'],
        ...who,
      });
      break;
    }
  }
  return found;
}
