import type { Relation } from '../../models/records.js';
import type { Figure } from './figures.js';
import { type Item, itemsOf } from './layout.js';
import { nounOf, stem, wordsAfter } from './nouns.js';
import { type Context, defineRelation, makes, one, sum } from './relation.js';

/** Numbers that announce a list, and key figures whose parts are counted under the same word. */
export default defineRelation({
  id: 'arithmetic/counts',
  title: 'Nombre annoncé et éléments énumérés ; chiffre clé et ses parts sous un même mot',
  reads: {
    'Le projet s’articule sur 3 axes :\n- Accueil\n- Suivi\n- Emploi': ['1 + 1 + 1 = 3'],
    'autour de 2 axes :\nAxe 1 : accueil\nAxe 2 : suivi\nAxe 1 : accueil encore': ['1 + 1 = 2'],
    'une volonté de 4 communes : Arval, Bourg-Neuf, Cormes et Drisy, elle a pour mission': ['1 + 1 + 1 + 1 = 4'],
    '17\nparutions dans la presse\n14\npar la Gazette\n2\npar Radio 4 Cap\n1\npar Télé Cap': ['14 + 2 + 1 = 17'],
    '24 ordinateurs\n\n1 espace d’accueil de 8 postes\n\n1 espace de formation de 16 postes': ['8 + 16 = 24'],
  },
  ignores: ['Les 3 axes sont suivis :\n- Accueil\n- Suivi', 'En 4 ans, la ville a aidé : Arval, Bourg et Cormes'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const items = itemsOf(text, figures);
    for (let at = 0; at < items.length; at += 1) {
      const listed = listedAfter(items, at);
      if (listed) yield sum(act, 'arithmetic/counts', listed.total, listed.parts);
    }
    const counts = figures.filter(
      ({ unit, step, yearLike, signed, end }) =>
        unit === '' && step.equals(1) && !yearLike && !signed && end <= text.length,
    );
    for (let i = 0; i < counts.length; i += 1) {
      const named = namesAfter(text, counts[i]!);
      if (named) yield sum(act, 'arithmetic/counts', counts[i]!, named);
      const total = counts[i]!;
      if (total.value.lessThan(10)) continue;
      const later = counts.slice(i + 1, i + 15).filter(({ start }) => start - total.end < 1200);
      const made = sameOpening(text, total, later) ?? sameNoun(text, total, later) ?? sameRoot(text, total, later);
      if (made) yield sum(act, 'arithmetic/counts', total, made);
    }
  },
});

/** "3 axes :" and as many items; what is counted is each item. */
function listedAfter(items: readonly Item[], at: number): { total: Figure; parts: Figure[] } | undefined {
  const intro = items[at]!;
  if (!/:\s*$/.test(intro.text) || !items[at + 1]) return undefined;
  const total = intro.figures.findLast(
    ({ unit, step, yearLike, value }) =>
      unit === '' && !yearLike && step.equals(1) && value.greaterThanOrEqualTo(2) && value.lessThanOrEqualTo(30),
  );
  if (!total || total.end < intro.end - 120) return undefined;
  const bulleted = items[at + 1]!.bullet;
  const axis = /^\s*\p{L}+\s\d/u.exec(items[at + 1]!.text)?.[0].split(/\s/)[0];
  const run: Item[] = [];
  for (let i = at + 1; i < items.length; i += 1) {
    const item = items[i]!;
    if (bulleted ? !item.bullet : axis === undefined || !item.text.trimStart().startsWith(`${axis} ${run.length + 1}`))
      break;
    run.push(item);
  }
  if (run.length < 2 || !total.value.equals(run.length)) return undefined;
  return { total, parts: run.map(({ start, end }) => one(start, Math.min(end - start, 80))) };
}

/** "11 communes … : Arval, Bourg, Cormes et Drisy". */
function namesAfter(text: string, total: Figure): Figure[] | undefined {
  if (total.value.lessThan(3) || total.value.greaterThan(40)) return undefined;
  const match = /^[ \u00a0]\p{L}[^.;:\n]{2,60}(?:\n[^.;:\n]{0,60})?:\s/u.exec(text.slice(total.end, total.end + 140));
  if (!match) return undefined;
  const from = total.end + match[0].length;
  const parts: Figure[] = [];
  const name = /[\p{Lu}][\p{L}'’-]*(?:[ \n](?:[\p{Lu}][\p{L}'’-]*|en|sur|de|du|la|le|les|lès|lez|d['’]\p{L}+))*/uy;
  let at = from;
  while (at < text.length && parts.length <= 40) {
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return undefined;
    parts.push(one(at, found[0].length));
    at += found[0].length;
    const link = /^(?:,\s+|\s+et\s+)/.exec(text.slice(at, at + 8));
    if (
      !link ||
      (link[0].startsWith(',') && !/^\p{Lu}/u.test(text.slice(at + link[0].length, at + link[0].length + 1)))
    )
      break;
    at += link[0].length;
  }
  return total.value.equals(parts.length) ? parts : undefined;
}

/** Parts that follow at once and open with the same word: "14 par …, 2 par …". */
function sameOpening(text: string, total: Figure, later: readonly Figure[]): Figure[] | undefined {
  const opening = (figure: Figure): string => wordsAfter(text, figure).split(/[^a-z]/)[0] ?? '';
  const first = later[0] && opening(later[0]);
  if (!first || first.length < 2) return undefined;
  // Where the parts open their lines, a figure inside a line ("France 3") is none of them.
  const opens = ({ start }: Figure): boolean => /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 6), start));
  const lined = opens(later[0]!);
  const run: Figure[] = [];
  for (const figure of later.filter((one) => !lined || opens(one))) {
    if (opening(figure) !== first) break;
    run.push(figure);
    if (run.length >= 2 && makes(total, run)) return run;
  }
  return undefined;
}

/** Parts counted in one and the same thing: "8 postes", "16 postes". */
function sameNoun(text: string, total: Figure, later: readonly Figure[]): Figure[] | undefined {
  const groups = new Map<string, Figure[]>();
  for (const figure of later.slice(0, 8)) {
    const noun = nounOf(text, figure);
    if (noun === undefined || noun.length < 4) continue;
    const group = groups.get(noun);
    if (group) group.push(figure);
    else groups.set(noun, [figure]);
  }
  for (const group of groups.values()) {
    for (let n = 2; n <= group.length; n += 1) if (makes(total, group.slice(0, n))) return group.slice(0, n);
  }
  return undefined;
}

/** Two parts whose captions share a root with the whole's: "143 animations", "85 matinales animées", "58 soirées animées". */
function sameRoot(text: string, total: Figure, later: readonly Figure[]): Figure[] | undefined {
  if (total.value.lessThan(20)) return undefined;
  const roots = (figure: Figure): string[] =>
    (/^(?:[^\S\n]*\n{1,2})?[^\d.;:()\n]{0,50}/.exec(text.slice(figure.end))?.[0] ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length >= 6)
      .map((word) => stem(word).slice(0, 4));
  const [root] = roots(total);
  if (root === undefined) return undefined;
  const alike = later.filter((figure) => roots(figure).includes(root)).slice(0, 5);
  for (let i = 0; i < alike.length; i += 1) {
    for (let j = i + 1; j < alike.length; j += 1)
      if (makes(total, [alike[i]!, alike[j]!])) return [alike[i]!, alike[j]!];
  }
  return undefined;
}
