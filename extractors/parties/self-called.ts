import { spells } from '../entities/acronym.js';
import { fold } from './name.js';

/** An acronym that has members, officers or money of its own. */
const OWNS =
  /(?:membres|bénévoles|adhérents|salariée?s|équipes?|présidente?|trésorière?|fonds propres|locaux|au profit) de\s+(?:la |le |l['’])?(\p{Lu}{2,8})(?!\p{L}|\s\p{Lu})/gu;
/** An acronym that acts, decides or pays: "octroyé par la CCHV", "La CCHV soutient". */
const ACTS =
  /(?:(?:par|soutien de|participation de|au nom de|engagement de|politique de|compétences de)\s+(?:la|le)\s+|l['’]|(?:^|[.\n]\s*|,\s)(?:La |Le |la |le )?)(\p{Lu}{2,8})(?=\s+(?:a|est|soutient|décide|souhaite|fait|porte|engage|accorde|attribue|verse|participe|finance|propose|poursuit|met|organise|accompagne|accueille|remercie|gère|et|au|à|pour|dans)(?!\p{L})|\s*[.,;)])/gu;
const GIVES = /^(?:par|au nom|politique|soutien)/;

/** The acronym that a text speaks of most as one who acts, where it acts often. */
export function acronymSpokenOf(text: string): { acronym: string; start: number } | undefined {
  const votes = new Map<string, { score: number; start: number }>();
  for (const pattern of [OWNS, ACTS]) {
    for (const found of text.matchAll(pattern)) {
      const acronym = found[1]!;
      const start = found.index + found[0].length - acronym.length;
      const weight = pattern === OWNS || GIVES.test(found[0]) ? 3 : 1;
      const vote = votes.get(acronym);
      if (vote) vote.score += weight;
      else votes.set(acronym, { score: weight, start });
    }
  }
  const [best] = [...votes].sort((a, b) => b[1].score - a[1].score || a[1].start - b[1].start);
  return best && best[1].score >= 6 ? { acronym: best[0], start: best[1].start } : undefined;
}

const CAPITALISED =
  /\p{Lu}[\p{L}-]*(?:(?:\s(?:de|du|des|la|le|les|et|pour|en|à|of|the|and)|\s[dl]['’])*\s?(?<=[\s'’])\p{Lu}[\p{L}-]*)+/gu;

/** The name that an acronym stands for, as the text writes it most often; not all in capitals where it has the choice. */
export function spelledOut(text: string, acronym: string): { name: string; start: number } | undefined {
  const names = new Map<string, { count: number; start: number }>();
  for (const found of text.matchAll(CAPITALISED)) {
    for (const word of found[0].matchAll(/(?<![\p{L}-])\p{Lu}[\p{L}-]*/gu)) {
      if (word[0][0] !== acronym[0]) continue;
      const name = shortestSpelling(acronym, found[0].slice(word.index, word.index + 160));
      if (!name) continue;
      const known = names.get(name);
      if (known) known.count += 1;
      else names.set(name, { count: 1, start: found.index + word.index });
    }
  }
  const loud = (name: string): number => (name === name.toUpperCase() ? 1 : 0);
  const [best] = [...names].sort(([a, x], [b, y]) => loud(a) - loud(b) || y.count - x.count || x.start - y.start);
  return best && { name: best[0], start: best[1].start };
}

/** The first words of a stretch that spell an acronym. */
function shortestSpelling(acronym: string, stretch: string): string | undefined {
  let count = 0;
  for (const gap of stretch.matchAll(/(?=[\s]|$)/gu)) {
    count += 1;
    if (count > 12) return undefined;
    const name = fold(stretch.slice(0, gap.index));
    if (spells(acronym, name)) return name;
  }
  return undefined;
}
