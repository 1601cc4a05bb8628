import { type Agenda, onAgenda } from './agenda.js';
import type { Flow } from './flow.js';
import { INSIDE, type Style } from './head-style.js';

const ROMAN = /^(x{0,2}(?:i[xv]|v?i{1,3}|v|x)|i|x{1,2})(?:\s*(?:[.)°:/]|\s-)\s*[a-z"]|\s+[a-z]{2})/;
/** Behind a number these are titles, not the head of a letter: "3. Commune nouvelle", "4. Nombre d'adjoints". */
const NUMBERED_TITLE = /^(?:communes?|mairie|departement|canton|nombre|charges? (?:de|d'|du)|date|sur)\b/;

/** A line that a number opens, which may be one of a chain. */
interface Numbered {
  readonly index: number;
  readonly number: number;
  readonly weight: number;
}

/** Lines numbered 1, 2, 3 … through the whole text, not the lists that begin again at 1 inside a point. */
export function numberedHeads(flow: Flow, agenda: Agenda | undefined): Map<number, Style> {
  const { lines } = flow;
  const found = new Map<number, Style>();
  const chains = new Map<string, Numbered[]>();
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.inTable || (agenda && i >= agenda.first && i < agenda.last)) continue;
    const sub = /^\s*(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\s?[.)/:–-]?\s+[\p{Lu}«"]/u.exec(line.text);
    if (sub && line.text.length < 160) {
      found.set(i, 'sub-number');
      continue;
    }
    const match = /^\s*(\d{1,2})(\s*(?:°\s?)?[.)°:/]\s*[-–—]?\s*|\s*[-–—]\s*|\s+)(?=["«“]?\s*\p{Lu})/u.exec(line.text);
    if (!match || line.text.length > 260) continue;
    const said = line.plain.slice(match[0].length).trim();
    if (INSIDE.test(said) && !NUMBERED_TITLE.test(said)) continue;
    const delimiter = match[2]!.replace(/\s/g, '').replace(/[–—]/g, '-');
    const weight =
      1 +
      (line.bold ? 1.5 : 0) +
      (line.capitals ? 1 : 0) +
      (line.apart ? 0.7 : 0) +
      (onAgenda(agenda, line) ? 2 : 0) -
      (/[;,]$/.test(line.text.trim()) ? 0.8 : 0);
    const chain = chains.get(delimiter) ?? [];
    chain.push({ index: i, number: Number(match[1]), weight });
    chains.set(delimiter, chain);
  }
  const roman = bestChain(romanLines(flow, agenda));
  for (const candidates of chains.values()) {
    for (const index of bestChain(candidates)) found.set(index, 'number');
    for (const index of chaptered(candidates, roman)) found.set(index, 'number');
  }
  for (const index of roman) found.set(index, 'roman');
  for (const index of [...letteredHeads(flow), ...dashedHeads(flow, found), ...letterHeads(flow, found)])
    if (!found.has(index)) found.set(index, 'sub-number');
  for (const index of bulletHeads(flow, agenda)) if (!found.has(index)) found.set(index, 'bullet');
  return found;
}

function romanLines({ lines }: Flow, agenda: Agenda | undefined): Numbered[] {
  return lines.flatMap((line, index) => {
    const match = ROMAN.exec(line.plain.trim());
    if (!match || line.inTable || line.text.length > 200 || !/^\s*[IVX]+(?:\s+\p{Lu}|\s*[.)°:/–—-])/u.test(line.text))
      return [];
    return agenda && index >= agenda.first && index < agenda.last
      ? []
      : [{ index, number: romanValue(match[1]!), weight: 1 + (line.bold ? 1 : 0) }];
  });
}

/** Under chapters I, II, III the points may begin again at 1: they do where 1 stands right below the chapter's title. */
function chaptered(candidates: readonly Numbered[], chapters: readonly number[]): number[] {
  return chapters.flatMap((chapter, i) => {
    const end = chapters[i + 1] ?? Infinity;
    const inside = candidates.filter(({ index }) => index > chapter && index < end);
    const opens = inside[0]?.number === 1 && inside[0].index <= chapter + 2;
    if (!opens) return [];
    const chain = bestChain(inside);
    return chain[0] === inside[0]!.index ? chain : [inside[0]!.index];
  });
}

/** "2-1 Décision modificative", "2-A : Emprunt" below "2. Finances". */
function dashedHeads({ lines }: Flow, found: ReadonlyMap<number, Style>): number[] {
  let chapter: number | undefined;
  return lines.flatMap(({ text, inTable }, index) => {
    const match = /^\s*(\d{1,2})(?:[-/]\d{1,2}\s*[-–:.)]?|[-/.][A-H]\s*[-–:.)])\s+["«“]?\p{Lu}/u.exec(text);
    if (match && !inTable && Number(match[1]) === chapter) return [index];
    const number = /^\s*(\d{1,2})/.exec(text)?.[1];
    if (found.get(index) === 'number') chapter = Number(number);
    else if (found.get(index) === 'roman') chapter = romanValue(/[ivx]+/.exec(text.toLowerCase())![0]);
    return [];
  });
}

/** A letter before a point, below the title of a chapter. */
export const LETTER = /^\s*([A-H])\s?[.)/–-]\s+(?=["«“]?\p{Lu})/u;

/** "A. Statuts", "B. Fonds de concours": letters in their order, A right below a chapter's number. */
function letterHeads({ lines }: Flow, found: ReadonlyMap<number, Style>): number[] {
  let expected = '';
  let chapter = -3;
  return lines.flatMap(({ text, inTable }, index) => {
    if (found.has(index)) {
      chapter = index;
      expected = '';
      return [];
    }
    const letter = LETTER.exec(text)?.[1];
    const opens = letter === 'A' && index <= chapter + 2;
    if (inTable || text.length > 160 || !(opens || (letter !== undefined && letter === expected))) return [];
    expected = String.fromCharCode(letter!.charCodeAt(0) + 1);
    return [index];
  });
}

/** "* Vote des taux :": points that a sign opens and a colon closes, in paragraphs of their own or with what was said. */
function bulletHeads({ lines }: Flow, agenda: Agenda | undefined): number[] {
  const bySign = new Map<string, number[]>();
  const items = new Map<string, number>();
  lines.forEach(({ text, plain, apart, inTable }, index) => {
    const sign = /^\s*([*•▪●➢►>–-])\s/u.exec(text)?.[1];
    if (!sign || inTable || (agenda && index >= agenda.first && index < agenda.last)) return;
    items.set(sign, (items.get(sign) ?? 0) + 1);
    const said = /^[^:]{5,114}:(.*)$/u.exec(text)?.[1];
    const prose = said !== undefined && said.trim().split(/\s+/).length >= 6;
    const titled = said !== undefined && (apart || prose) && /^\s*\S\s*["«“]?\p{Lu}/u.test(text);
    if (!titled || INSIDE.test(plain.replace(/^[^a-z]+/, ''))) return;
    bySign.set(sign, [...(bySign.get(sign) ?? []), index]);
  });
  return [...bySign].flatMap(([sign, heads]) =>
    heads.length >= 3 && (heads.length >= items.get(sign)! * 0.7 || heads.every((index) => lines[index]!.apart))
      ? heads
      : [],
  );
}

/** "A1 – …", "B-2. …": points numbered within lettered parts. */
export const LETTERED = /^\s*[A-H][ .-]{0,2}\d{1,2}\s*[.)°:/–—-]+\s*(?=["«“]?\p{Lu})/u;

function letteredHeads({ lines }: Flow): number[] {
  const found = lines.flatMap((line, index) => {
    const match = LETTERED.exec(line.text);
    return match && !line.inTable && line.text.length < 200 && !INSIDE.test(line.plain.slice(match[0].length).trim())
      ? [index]
      : [];
  });
  return found.length >= 2 ? found : [];
}

/** The heaviest run n, n+1, n+2 … (a number or two may be missing); at least two long. */
function bestChain(candidates: readonly Numbered[]): number[] {
  const best: { weight: number; from: number }[] = [];
  candidates.forEach((candidate, i) => {
    let weight = candidate.number <= 3 ? candidate.weight : candidate.weight - 2;
    let from = -1;
    for (let j = Math.max(0, i - 60); j < i; j += 1) {
      const step = candidate.number - candidates[j]!.number;
      if (step < 1 || step > 3) continue;
      const total = best[j]!.weight + candidate.weight - (step - 1) * 0.8;
      if (total > weight) {
        weight = total;
        from = j;
      }
    }
    best.push({ weight, from });
  });
  let at = best.reduce((top, { weight }, i) => (weight > (best[top]?.weight ?? -1) ? i : top), 0);
  const chain: number[] = [];
  while (at >= 0 && candidates[at]) {
    chain.unshift(candidates[at]!.index);
    at = best[at]!.from;
  }
  return chain.length >= 2 ? chain : [];
}

function romanValue(roman: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  let total = 0;
  for (let i = 0; i < roman.length; i += 1) {
    const value = values[roman[i]!]!;
    total += value < (values[roman[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
