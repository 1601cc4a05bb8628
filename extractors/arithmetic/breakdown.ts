import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Item, itemsOf } from './layout.js';
import { type Context, defineRelation, makes, oneDigitOff, slipped, sum } from './relation.js';

/** Words that promise that the list which follows is the whole of the sum. */
const SHARED_OUT =
  /r[ée]parti|ventil|d[ée]compos|d[ée]taill|d[ée]tail\b|comme suit|comme ci|selon la r[ée]partition|de la (?:mani[èe]re|fa[çc]on) suivante|se compos/i;
const OF_WHICH = /\bdont\s*:?\s*$|\bsoit\s*:\s*$|\bcomprenant\s*:?\s*$|\bsavoir\s*:?\s*$/i;
const TOTAL_AFTER = /\b(?:total|totale|totaux|globale?|au total|ensemble des?|montant de)\b/i;

/** A sum, then the list of its parts; or a list, then the sentence that adds it up. */
export default defineRelation({
  id: 'arithmetic/breakdown',
  title: 'Somme répartie en une liste, annoncée avant ou totalisée après',
  reads: {
    'Une subvention de 99.800 €, répartie comme suit :\n\n- 68.800 € pour la plateforme ;\n- 17.000 € pour le comité ;\n- 14.000 € pour le club.':
      ['68800 + 17000 + 14000 = 99800'],
    '- 40 000 € à Alpha ;\n- 25 000 € à Bêta.\n\nLe montant global est de 65 000 €.': ['40000 + 25000 = 65000'],
    'Elle s’élève à 300 €, répartie comme suit :\n\n250 € pour la ville dont :\n\n- 150 € pour le sport\n- 100 € pour la culture\n\n50 € pour le canton.':
      ['250 + 50 = 300', '150 + 100 = 250'],
    'Subventions versées : 900 €\n- Chorale : 400 €\n- Judo : 500 €': ['400 + 500 = 900'],
  },
  ignores: [
    'Une aide de 10 000 €.\n\n- 300 € pour Alpha ;\n- 200 € pour Bêta.',
    'Le budget est de 5 000 €. Autres points :\n\n- 12 ateliers ;\n- 40 jeunes.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const items = itemsOf(act.passage.text.slice(0, act.passage.bodyEnd), figures);
    for (let at = 0; at < items.length; at += 1) {
      if (items[at]!.row) continue;
      const before = announced(items, at);
      if (before) yield sum(act, 'arithmetic/breakdown', before.total, before.parts);
      const after = addedUp(items, at);
      if (after) yield sum(act, 'arithmetic/breakdown', after.total, after.parts);
    }
  },
});

interface Found {
  total: Figure;
  parts: Figure[];
}

/** Items[at] announces a sum; the items after it are its parts. */
function announced(items: readonly Item[], at: number): Found | undefined {
  const intro = items[at]!;
  const introText = intro.text;
  const promises = SHARED_OUT.test(lastSentence(introText)) || OF_WHICH.test(introText);
  const colon = /:\s*$/.test(introText);
  const candidates = intro.figures.filter(({ yearLike, value }) => !yearLike && value.greaterThan(0)).reverse();
  for (const total of candidates.slice(0, 6)) {
    const runs = followers(items, at, total);
    for (const parts of runs)
      if (
        parts.length >= 2 &&
        makes(total, parts) &&
        worthy(total, parts, promises || colon, intro.figures.length === 1)
      )
        return { total, parts };
  }
  if (!promises || !colon) return undefined;
  // The list does not make the sum: stated only where the sum is the one that the sentence shares out.
  const total = candidates.find(
    ({ unit, end }) => (unit === 'EUR' || unit === '%') && end > introText.length + intro.start - 260,
  );
  if (!total) return undefined;
  const [parts] = followers(items, at, total);
  if (!parts || parts.length < 2) return undefined;
  const one = allButOne(total, parts);
  if (one) return { total, parts: one };
  const list = items.slice(at + 1, at + 1 + parts.length);
  const alone = list.every(({ figures }) => figures.filter(({ unit }) => unit === total.unit).length <= 1);
  const all = parts.reduce((s, { value }) => s.plus(value), total.value.times(0));
  const near = all.div(total.value).toNumber();
  if (
    !(alone && near > 0.5 && near < 2) &&
    !(alone && slipped(total, parts)) &&
    !oneDigitOff(all.toFixed(), total.value.toFixed())
  )
    return undefined;
  return { total, parts };
}

/** The lead figures of the items that follow, as the runs that may be the whole list, likeliest first. */
function followers(items: readonly Item[], at: number, total: Figure): Figure[][] {
  const parts: Figure[] = [];
  const flat: Figure[] = [];
  const bulleted = items[at + 1]?.bullet ?? false;
  let gap = 0;
  for (let i = at + 1; i < items.length && i < at + 200; i += 1) {
    const item = items[i]!;
    if (item.row) break;
    const own = item.figures.filter(({ unit, yearLike }) => unit === total.unit && !yearLike);
    const lead = leadOf(item, own);
    if (!lead) {
      if (bulleted && item.bullet && own.length === 0 && item.figures.length === 0) continue;
      gap += 1;
      if (gap > 1 || item.text.length > 500) break;
      continue;
    }
    if (bulleted && !item.bullet && parts.length > 0) {
      flat.push(...[lead]);
      break;
    }
    parts.push(lead);
    if (parts.length > 150) break;
  }
  const runs: Figure[][] = [parts];
  // Outer items of a nested list: their own parts, under a "dont :", are left out.
  const outer: Figure[] = [];
  for (let i = at + 1; i < items.length && i < at + 60; i += 1) {
    const item = items[i]!;
    if (item.row) break;
    const own = item.figures.filter(({ unit }) => unit === total.unit);
    const lead = leadOf(item, own);
    if (!lead || (item.bullet && !bulleted)) continue;
    if (bulleted && !item.bullet) break;
    if (!item.bullet && outer.length > 0 && lead.start - item.start > 60) break;
    outer.push(lead);
    if (outer.length >= 2 && makes(total, outer)) break;
  }
  if (outer.length >= 2) runs.push(outer);
  for (let n = parts.length - 1; n >= 2; n -= 1) runs.push(parts.slice(0, n));
  return runs;
}

/** The figure of an item that counts: the one that opens it, else the last of a "label : figure", else the first. */
function leadOf(item: Item, own: readonly Figure[]): Figure | undefined {
  const open = own.filter(({ start }) => !inBrackets(item, start));
  const [first] = open.length > 0 ? open : own;
  if (!first) return undefined;
  const last = (open.length > 0 ? open : own).at(-1)!;
  const words = item.text.slice(0, first.start - item.start).replace(/^[\s\W]*/u, '');
  if (words.length > 0 && /:\s*$/.test(item.text.slice(0, last.start - item.start))) return last;
  return first;
}

/** "(demande 380 €)" is said by the way. */
function inBrackets({ text, start }: Item, at: number): boolean {
  const before = text.slice(0, at - start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** A list, then "soit un total de T" / "Le montant global est de T". */
function addedUp(items: readonly Item[], at: number): Found | undefined {
  const item = items[at]!;
  if (at < 2 || !TOTAL_AFTER.test(item.text)) return undefined;
  const total = item.figures.find(({ start, yearLike, unit, value }) => {
    if (yearLike || value.lessThanOrEqualTo(0) || unit === '%') return false;
    return TOTAL_AFTER.test(item.text.slice(Math.max(0, start - item.start - 90), start - item.start));
  });
  if (!total) return undefined;
  const parts: Figure[] = [];
  let gap = 0;
  let runEnded = 0;
  for (let i = at - 1; i >= 0 && i > at - 200; i -= 1) {
    if (items[i]!.row) break;
    const own = items[i]!.figures.filter(({ unit, yearLike }) => unit === total.unit && !yearLike);
    const lead = lastOrLead(items[i]!, own);
    if (!lead) {
      gap += 1;
      if (gap > 1) break;
      continue;
    }
    parts.unshift(lead);
    if (parts.length >= 2 && makes(total, parts)) return { total, parts };
    if (!items[i]!.bullet && parts.length > 1 && items[i]!.text.length > 200) break;
    runEnded = i;
  }
  const one = allButOne(total, parts);
  if (one) return parts.length > 2 ? { total, parts: one } : undefined;
  // Stated though it fails: a short list whose beginning is announced, with one figure each, closed by "soit un total de".
  const strong = /^\W*(?:soit|total\b|pour un total|au total|le total)/i.test(item.text) && item.text.length < 160;
  const tight = items
    .slice(runEnded, at)
    .every(({ figures }) => figures.filter(({ unit }) => unit === total.unit).length <= 1);
  const opened = runEnded > 0 && /:\s*$/.test(items[runEnded - 1]!.text);
  const all = parts.reduce((sum, { value }) => sum.plus(value), total.value.times(0));
  const ratio = parts.length < 2 ? 0 : all.div(total.value).toNumber();
  const near = (ratio > 0.8 && ratio < 1.25) || oneDigitOff(all.toFixed(), total.value.toFixed());
  if (!strong || !tight || total.unit !== 'EUR' || !(opened ? near || parts.length <= 4 : parts.length <= 3))
    return undefined;
  return parts.length >= 2 ? { total, parts } : undefined;
}

const lastOrLead = (item: Item, own: readonly Figure[]): Figure | undefined =>
  item.bullet || own.length === 1 ? leadOf(item, own) : own.at(-1);

/** The parts without the one that is none: a sum said in passing, among them. */
function allButOne(total: Figure, parts: readonly Figure[]): Figure[] | undefined {
  if (parts.length < 3 || parts.length > 40) return undefined;
  for (let i = 0; i < parts.length; i += 1) {
    const others = parts.filter((_, j) => j !== i);
    if (makes(total, others)) return others;
  }
  return undefined;
}

/** That the sum holds is no coincidence: words announce it, or the figures are too large for chance. */
function worthy(total: Figure, parts: readonly Figure[], said: boolean, alone: boolean): boolean {
  if (total.unit === 'EUR') return said || alone || total.value.greaterThanOrEqualTo(1000);
  if (said) return parts.length >= 2;
  return total.value.greaterThanOrEqualTo(20) && (alone || parts.length >= 3);
}

function lastSentence(text: string): string {
  const cut = Math.max(text.lastIndexOf('. '), text.lastIndexOf('.\n'));
  return cut < 0 ? text : text.slice(cut + 1);
}
