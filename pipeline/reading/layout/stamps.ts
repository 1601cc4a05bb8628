import type { SheetWord } from '../sheet.js';
import { lineOf, linesOf, type TextLine, textOf } from './lines.js';

const DELIVERY = String.raw`(?:sous-)?pr[ée]f(?:ecture|et)\b`;
/** How a stamp of transmission begins. */
const OPENS = new RegExp(
  String.raw`^(?:(?:envoy|re[çc]u|transmi|d[ée]pos|t[ée]l[ée]transmi)\p{L}*\s+(?:en|[àa] la|par le)\s+${DELIVERY}|ar\s+(?:de la\s+)?${DELIVERY}|accus[ée] (?:de r[ée]ception|certifi[ée])|acte (?:certifi[ée]|rendu) ex[ée]cutoire|certifi[ée] ex[ée]cutoire)`,
  'iu',
);
/** How its other lines do: who had the act when, and the number it was given. */
const GOES_ON = new RegExp(
  `${OPENS.source}|${String.raw`^(?:(?:affich|publi|notifi|mis|re[çc]u|transmi|r[ée]ception|date de|t[ée]l[ée]transmi|envoi)\p{L}*\b.{0,40}(?::|\ble\b)|(?:id\s*:?\s*)?\d{2,3}[ab]?-\d{6,14}-\d{8}-|pour l['’]autorit[ée] comp[ée]tente|par d[ée]l[ée]gation)`}`,
  'iu',
);
/** A gap wider than this many times the type parts a stamp from what stands beside it. */
const FAR = 1.5;
/** Lines of one stamp stand no further apart than this many times their type. */
const STEP = 2.4;

/**
 * The stamps that the programs of transmission to the prefect print on a page, each as its lines: "Envoyé en préfecture
 * le …, Reçu en préfecture le …, Affiché le …, ID : …". They may stand level with the text; they are no part of it.
 */
export function stampsOf(words: readonly SheetWord[]): TextLine[][] {
  // Most pages have no stamp: the words that open one are looked for before lines are made.
  if (!words.some(({ text }) => /pr[ée]f|^accus|^acte$|ex[ée]cut/i.test(text))) return [];
  const parts = linesOf(words).flatMap(partsOf);
  const taken = new Set<TextLine>();
  const stamps: TextLine[][] = [];
  for (const first of parts) {
    if (taken.has(first) || !OPENS.test(textOf(first))) continue;
    const stamp = [first];
    for (const part of parts) {
      const last = stamp.at(-1)!;
      const step = part.baseline - last.baseline;
      const isUnder = step > 0 && step < last.size * STEP && Math.abs(part.box[0] - first.box[0]) < last.size * 3;
      if (isUnder && GOES_ON.test(textOf(part))) stamp.push(part);
    }
    if (stamp.length < 2) continue;
    for (const line of stamp) taken.add(line);
    stamps.push(stamp);
  }
  return stamps;
}

function partsOf({ words, size }: TextLine): TextLine[] {
  const parts: TextLine[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at += 1) {
    const [last, next] = [words[at - 1]!, words[at]];
    // "Reçu le :" keeps its date, however far it is set.
    if (next && (next.box[0] - last.box[2] < size * FAR || last.text.endsWith(':'))) continue;
    parts.push(lineOf(words.slice(from, at)));
    from = at;
  }
  return parts;
}
