/**
 * Where a convention says who concludes it, and the stretch of each party: between "Entre les soussignés" and what is
 * agreed, told apart by "et", "d'une part", list marks, or by a line that begins anew behind a party already presented.
 * All offsets are into the plain text that is given (see `plain`).
 */
export function partyStretches(flat: string): [number, number][] {
  const block = openingBlock(flat);
  return block ? stretches(flat, ...block) : [];
}

const OPENS =
  /(?:(?:^|\n)[ \t]*|\b(?:conclue?|passee?|etablie?|signee?|intervenue?)[ \n]|\bconvention[ ](?=entre[ ]*[:\n]))entre(?: les?)?(?:[ ,]*(?:soussigne(?:e)?s?|parties|d'une part))?[ \t]*(?:[:,]|\n|(?=la |le |l'|les |d'une|monsieur |madame |m\. ))/g;

/** Words by which a party is presented, behind its name. */
const PRESENTS =
  /\b(?:represente|ci-? ?apres|agissant|domicilie|demeurant|dont le siege|sise? |d'une part|autorisee? |ayant)/;

const CLOSES =
  /(?:^|\n)[ \t]*(?:il (?:est|a ete|a)\b[^\n]{0,60}(?:expose|convenu|arrete|rappele|decide)|preambule|expose(?:nt|s| des motifs)?\b|article (?:1|premier|i)\b|considerant|vus?\b|titre (?:1|i)\b|ont convenu|sont convenu|conviennent|prealablement|(?:ceci |etant |apres avoir )+(?:expose|rappele)|le conseil municipal lors|i[ .-]+article|et en partenariat avec|en presence d|(?:l'ensemble|ensemble|tou(?:te)?s deux|les soussigne(?:e)?s|les parties|(?:ci-? ?apres|egalement) (?:denomme|designe|appele)(?:e)?s (?:ensemble|conjointement|collectivement|individuellement))\b)/g;

/** "Vu le contrat de prêt signé entre …": the parties of another act. */
const CITES = /(?:^|\n)[ \t]*(?:vus?|considerant)\b[^\n]*$/;

/** A heading often says "entre … et …" before the body does: the block is the first that presents somebody. */
function openingBlock(flat: string): [number, number] | undefined {
  const openings = [...flat.matchAll(OPENS)]
    .filter(({ index }) => !CITES.test(flat.slice(Math.max(0, index - 160), index)))
    .slice(0, 12)
    .map(({ index, 0: words }) => index + words.length);
  for (const [i, from] of openings.entries()) {
    const to = closingBehind(flat, from);
    const next = openings[i + 1];
    if (next !== undefined && next < to && !PRESENTS.test(flat.slice(from, next))) continue;
    return [from, to];
  }
  return unannounced(flat);
}

/** Without "entre": the paragraph that presents somebody "d'une part" among the first. */
function unannounced(flat: string): [number, number] | undefined {
  const part = /\bd'une part\b/.exec(flat.slice(0, 3000));
  const presented = part ? flat.lastIndexOf('represente', part.index) : -1;
  if (presented < 0 || part!.index - presented > 500) return undefined;
  const from = flat.lastIndexOf('\n\n', presented) + 2;
  return from < 2 || CITES.test(flat.slice(from, presented)) ? undefined : [from, closingBehind(flat, from)];
}

function closingBehind(flat: string, from: number): number {
  CLOSES.lastIndex = from;
  return Math.min(CLOSES.exec(flat)?.index ?? flat.length, from + 12_000);
}

const ARTICLE = "(?:(?:la|le|les|monsieur|madame|m\\.?|mme|association|societe)[ \\n]|l'[ ]?)";
const MARK = '(?:[*•▪➢–-]|\\d{1,2}[.)°]/?|[a-z]\\))[ \\t]*';
const BETWEEN = new RegExp(
  [
    '(?:^|\\n)[ \\t]*(?:et|ainsi que|&)[ \\t]*[:,;]?[ \\t]*(?=\\n|$)',
    "(?:^|\\n)[ \\t]*(?:et[ ,:]+)?(?:d'(?:une|autre)|de (?:deuxieme|seconde|troisieme|quatrieme)) part[ ,;:.]*(?:et\\b[ ,:]*)?",
    `d'(?:une|autre) part[ ,;:.]*\\n[ \\t]*(?:et[ ,:]+)?(?=${ARTICLE})`,
    `(?:^|\\n)[ \\t]*et[ \\t]*:?[ \\t]+(?=${ARTICLE})`,
    `(?:^|\\n)[ \\t]*(?:et[ \\t]*:?[ \\t]*)?${MARK}(?=${ARTICLE})`,
    `(?<=[»"”)a-z][ \\t]*);[ \\t]*\\n+(?=${ARTICLE}[^\\n]{3,200}?[\\s,](?:represente|sis|dont|ci-apres|domicilie))`,
  ].join('|'),
  'g',
);
/** A line that presents a body, behind one that was presented. */
const ANEW = new RegExp(
  `\\n[ \\t]*(?=${ARTICLE}[^\\n;:]{3,110}?(?:[ ,]\\n?|\\n{1,2})[ ]?(?:represente|sise? |dont le siege|domicilie|association regie|societe |etablissement public|immatricule))`,
  'g',
);

function stretches(flat: string, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  for (const { index, 0: words } of flat.slice(0, to).matchAll(BETWEEN)) {
    if (index < from) continue;
    found.push([start, index]);
    start = index + words.length;
  }
  found.push([start, to]);
  return found.flatMap((one) => presentedAnew(flat, one)).filter(([a, b]) => flat.slice(a, b).trim().length > 6);
}

function presentedAnew(flat: string, [start, end]: [number, number]): [number, number][] {
  const found: [number, number][] = [];
  let from = start;
  for (const { index, 0: words } of flat.slice(start, end).matchAll(ANEW)) {
    const at = start + index;
    if (!/\brepresente/.test(flat.slice(from, at))) continue;
    found.push([from, at]);
    from = at + words.length;
  }
  found.push([from, end]);
  return found;
}
