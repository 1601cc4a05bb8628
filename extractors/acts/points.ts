import { readSigns, type Sign } from '../sessions/decisions.js';
import { agendaOf, onAgenda } from './agenda.js';
import type { Flow, FlowLine } from './flow.js';
import { referenceAt } from './reference.js';

/** A point of the minutes that was decided. Offsets into the flow's text. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly title?: string;
  readonly reference?: string;
  readonly signs: readonly Sign[];
  readonly reasons: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

type Style =
  | 'reference'
  | 'object'
  | 'point'
  | 'number'
  | 'sub-number'
  | 'roman'
  | 'capitals'
  | 'bold'
  | 'words'
  | 'closer';

/** A line that opens a point. */
interface Head {
  /** Indexes of its lines: first inclusive, last exclusive. */
  readonly first: number;
  readonly last: number;
  readonly style: Style;
  /** How surely it opens a point of the agenda: 3 says so itself, 1 only looks like it. */
  readonly rank: number;
  readonly title: string;
  readonly reference?: string;
}

const OPENS_POINT = /^(?:point|question|affaire|dossier|rapport)\s*(?:n°|numero|no)?\s*\d{1,3}\b/;
const OBJECT = /^(?:objet|intitule)\s*(?:de la deliberation)?\s*[:-]\s*\S/;
const ROMAN = /^(x{0,2}(?:i[xv]|v?i{1,3}|v|x)|i|x{1,2})(?:\s*(?:[.)°:]|\s-)\s*[a-z"]|\s+[a-z]{2})/;
const CLOSER =
  /^(?:\W|\d{1,2}\s*[-.)°/]*\s*|[ivx]{1,4}\s*[-.)]\s*|point\s*n?°?\s*\d+\s*[:-]?\s*)*(?:(?:questions?|affaires?|points?|informations?|sujets?)(?: et (?:questions?|informations?|communications?))?\s*(?:diverse?s?|orales?|ecrites?)|divers|informations?(?: (?:generales?|municipales?|du maire|diverses|sur|relatives?|au conseil).*)?|communications?(?: (?:du|de la) (?:maire|president)e?)?|tour de table|parole au public|compte[- ]rendu des (?:decisions|delegations|commissions)|agenda|dates a retenir|prochaines? (?:reunions?|seances?|dates?)|(?:la seance est )?levee? de (?:la )?seance|la seance est levee|l'ordre du jour etant epuise|plus rien n)\b/;
const HOUSEKEEPING =
  /\b(?:secretaire de (?:la )?seance|ordre du jour|appel nominal|quorum|ouverture de (?:la )?seance|liste des presents|signatures?|emargement|pouvoirs?|procurations?)\b/;
/** What opens an agenda item in French councils; no verb of a sentence follows. */
const TITLE_WORDS =
  /^(?:approbation|adoption|attribution|designation|decision modificative|decisions modificatives|autorisation|demande|convention|avenant|creation|suppression|budget|subventions?|tarifs?|tarification|adhesion|acquisition|cession|vente|achat|vote|modification|compte (?:administratif|de gestion|financier|rendu)|affectation|fixation|election|renouvellement|mise (?:a|en)|admissions?|garantie|marche|projet|participation|taux|taxes?|transfert|retrait|rapport|renonciation|signature|installation|ratification|remboursement|regularisation|revision|declassement|denomination|octroi|motion|avis|plan|travaux|personnel|recrutement|ressources humaines|finances|urbanisme|regime indemnitaire|delegation|droit de preemption|location|bail|pret|emprunt|dm ?\d|debat|orientation|dissolution|choix|validation|lancement|reglement|programme|groupement|fonds|contrat|instauration|cloture|derogation|rectificatif|indemnites?|tableau des effectifs|amortissement|provisions?|servitude|echange|enquete|classement|deliberation|nomination|remplacement|constitution|composition|exoneration|redevance|cotisation|rapport d'activites?|ecole|cimetiere|voirie|eau|assainissement)\b/;
const TABLE_WORDS =
  /^(?:(?:section|total|sous-total|depenses?|recettes?|resultats?|solde|excedent|deficit|fonctionnement|investissement|exploitation|chapitre|article|articles|libelle|montant|designation|operation|compte|report|reports|reel|ordre|ht|ttc|tva|bp|ca|rar|€|\d[\d .,]*|de|d'|des|et|la|le|en|du|au|[|/:()+-])\s*)+$/;
const INSIDE =
  /^(?:vu|considerant|attendu|decide|approuve|autorise|adopte|vote(?! (?:du|des|de la|de l'|d'une?) )|votants?|pour|contre|abstentions?|presents?|absents?|excuses?|article|annexe|precise|dit|charge|le conseil|l'assemblee|apres|sur|ainsi|fait|pour extrait|certifie|signe|monsieur|madame|mme|m\.|entendu|ouï|oui|motif|expose|resultat|unanimite|l'an|extrait|departement|s'engage|s'engagent|emet|donne|prend|mandate|sollicite|dispose|arrondissement|canton|republique|commune|mairie|date|nombre|de [a-z]+er\b|d'[a-z]+er\b)\b/;

/** Behind a number these are titles, not the head of a letter: "3. Commune nouvelle", "4. Nombre d'adjoints". */
const NUMBERED_TITLE = /^(?:communes?|mairie|departement|canton|nombre|charges? (?:de|d'|du)|date|sur)\b/;
/** Who writes, over the title of the minutes. */
const LETTERHEAD =
  /^(?:ville|mairie|commune|communaute|metropole|agglomeration|syndicat|sivu|sivom|sictom|siaep|ccas|centre communal|departement|region|conseil|bureau|comite syndical|commission permanente|republique|hotel de ville|arrondissement|canton|prefecture)\b/;
const LETTERHEAD_LINES = 12;

/** The decided points between `from` and the flow's end, in order. */
export function pointsOf(flow: Flow): Point[] {
  const signs = likely(readSigns(flow.plain));
  const agenda = agendaOf(flow);
  const heads = headsOf(flow, agenda).filter((head) => !isOwnTitle(flow.lines, head));
  const points: Point[] = [];
  const { lines } = flow;
  const bodyStart = heads[0]?.first ?? lines.length;

  // what is decided before the first heading: the approval of the last minutes, most often
  points.push(...looseDecisions(flow, agenda ? agenda.last : 0, bodyStart, signs, true));

  for (let i = 0; i < heads.length; i += 1) {
    const head = heads[i]!;
    let next = i + 1;
    const start = lines[head.first]!.start;
    if (head.style === 'closer') {
      const end = heads[next] ? lines[heads[next]!.first]!.start : flow.text.length;
      if (within(signs, start, end).length > 0) {
        const last = heads[next]?.first ?? lines.length;
        const noted = /decisions|delegation/.test(head.title.toLowerCase());
        points.push(...(noted ? [] : looseDecisions(flow, head.last, last, signs, false)));
      }
      continue;
    }
    // a lesser heading before the decision is a part of the point
    while (heads[next] && heads[next]!.rank < head.rank && heads[next]!.style !== 'closer') {
      const soFar = within(signs, lines[head.last - 1]!.end, lines[heads[next]!.first]!.start);
      const nextEnd = heads[next + 1] ? lines[heads[next + 1]!.first]!.start : flow.text.length;
      const later = within(signs, lines[heads[next]!.first]!.start, nextEnd);
      if (soFar.length > 0 && later.length > 0) break;
      if (soFar.length > 0 && heads[next]!.rank >= 2) break;
      next += 1;
    }
    const end = heads[next] ? lines[heads[next]!.first]!.start : flow.text.length;
    const own = within(signs, lines[head.first]!.start, end);
    const housekeeping = HOUSEKEEPING.test(lines[head.first]!.plain);
    const declared =
      head.style === 'reference' && /^(?:\W*)(?:deliberation|delib|dcm|del[ _-]?\d|d\d)/.test(lines[head.first]!.plain);
    if ((!housekeeping || declared) && (own.length > 0 || declared)) {
      points.push({
        start,
        end,
        title: head.title,
        ...(head.reference === undefined ? {} : { reference: head.reference }),
        signs: own,
        reasons: reasonsOf(head, own),
        confidence: confidenceOf(head, own),
      });
    }
    i = next - 1;
  }
  return points;
}

/** An assembly casts about as many votes on one point as on the next: a survey among inhabitants is not its vote. */
function likely(signs: readonly Sign[]): Sign[] {
  const cast = ({ votesFor = 0, votesAgainst = 0, abstentions = 0 }: Sign): number =>
    votesFor + votesAgainst + abstentions;
  const totals = signs
    .filter(({ kind }) => kind === 'tally')
    .map(cast)
    .sort((a, b) => a - b);
  if (totals.length < 3) return [...signs];
  const usual = totals[totals.length >> 1]!;
  return signs.filter((sign) => sign.kind !== 'tally' || cast(sign) <= usual * 1.6 + 2);
}

const within = (signs: readonly Sign[], start: number, end: number): Sign[] =>
  signs.filter((sign) => sign.start >= start && sign.start < end);

function reasonsOf(head: Head, signs: readonly Sign[]): string[] {
  const reasons = [`it opens with a heading (${head.style})`];
  if (signs.some(({ kind }) => kind === 'tally')) reasons.push('votes are counted');
  if (signs.some(({ kind }) => kind === 'outcome')) reasons.push('it says how it was adopted');
  if (signs.some(({ kind }) => kind === 'verb')) reasons.push('the assembly decides');
  return reasons;
}

function confidenceOf(head: Head, signs: readonly Sign[]): number {
  const heading = head.rank >= 3 ? 0.5 : head.rank === 2 ? 0.42 : 0.35;
  const voted = signs.some(({ kind }) => kind !== 'verb') ? 0.45 : signs.length > 0 ? 0.3 : 0.1;
  return Math.round((heading + voted) * 100) / 100;
}

/** Decisions without a heading of their own: one for each paragraph or list item that says so. */
function looseDecisions(flow: Flow, first: number, last: number, signs: readonly Sign[], opening: boolean): Point[] {
  const points: Point[] = [];
  let i = first;
  while (i < last) {
    let next = i + 1;
    while (next < last && !flow.lines[next]!.apart && !/^[ \t]*[-•▪●*➢>]/.test(flow.lines[next]!.plain)) next += 1;
    const start = flow.lines[i]!.start;
    const end = next < flow.lines.length ? flow.lines[next]!.start : flow.text.length;
    const text = flow.plain.slice(start, end);
    const own = within(signs, start, end).filter(({ kind, outcome }) => kind !== 'verb' || outcome !== 'noted');
    const approves = /compte[- ]rendu|proces[- ]verbal|\bpv\b/.test(text) && own.some(({ kind }) => kind === 'outcome');
    if (own.length > 0 && !HOUSEKEEPING.test(text) && (!opening || approves)) {
      points.push({
        start,
        end,
        title: tidy(firstSentence(flow.text.slice(start, end))),
        signs: own,
        reasons: ['the assembly decides, without a heading'],
        confidence: 0.5,
      });
    }
    i = next;
  }
  return points;
}

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

const firstSentence = (text: string): string => /^[\s\S]{20,240}?[.;:](?=\s|$)/.exec(text)?.[0] ?? text.slice(0, 160);

function headsOf(flow: Flow, agenda: ReturnType<typeof agendaOf>): Head[] {
  const { lines } = flow;
  const heads: Head[] = [];
  const numbered = numberedHeads(flow, agenda);
  const body = bodySize(lines);
  for (let i = agenda ? 0 : 0; i < lines.length; i += 1) {
    if (agenda && i >= agenda.first && i < agenda.last) continue;
    const line = lines[i]!;
    const style = styleOf(line, i, numbered, body, agenda);
    if (!style) continue;
    let last = headEnd(lines, i, style, numbered, body);
    const head = titleOf(lines, i, last, style);
    const { reference } = head;
    let { title } = head;
    if (style === 'point' && title === '') {
      // "Question n° 4" on a line of its own, its title on the next
      const next = lines[last];
      const titled =
        next !== undefined && !numbered.has(last) && next.text.length < 200 && !INSIDE.test(next.plain.trim());
      const end = titled ? headEnd(lines, last, 'words', numbered, body) : last;
      title = tidy(
        titled
          ? lines
              .slice(last, end)
              .map(({ text }) => text)
              .join(' ')
          : line.text,
      );
      last = end;
    }
    if (title === '' && style !== 'reference') continue;
    heads.push({
      first: i,
      last,
      style,
      rank: RANKS[style] + (onAgenda(agenda, line) ? 1 : 0),
      title,
      ...(reference === undefined ? {} : { reference }),
    });
    i = last - 1;
  }
  return withObjects(heads);
}

/** The title of the minutes themselves: "Compte rendu de la séance du …" among the first lines. */
const isOwnTitle = (lines: readonly FlowLine[], { first, last }: Head): boolean =>
  first < 15 &&
  /\b(?:compte[- ]rendu|proces[- ]verbal|seance|reunion|conseil|registre|deliberations|liste des)\b/.test(
    lines
      .slice(first, last)
      .map(({ plain }) => plain)
      .join(' '),
  ) &&
  !/\b(?:approbation|adoption|validation|approuve|adopte)\b/.test(lines[first]!.plain) &&
  !referenceAt(lines[first]!.text);

const RANKS: Record<Style, number> = {
  reference: 3,
  closer: 3,
  point: 2,
  number: 2,
  object: 2,
  'sub-number': 2,
  roman: 2,
  capitals: 1,
  bold: 1,
  words: 1,
};

function styleOf(
  line: FlowLine,
  index: number,
  numbered: ReadonlyMap<number, Style>,
  body: number,
  agenda: ReturnType<typeof agendaOf>,
): Style | undefined {
  const text = line.plain.trim();
  if (text.length > 400) return undefined;
  if (CLOSER.test(text) && text.length < 110) return 'closer';
  const reference = referenceAt(line.text);
  if (
    reference &&
    !/^\W*(?:arrete|decision|rapport|acte|loi|decret|article|ref)/.test(text) &&
    standsAsHead(line, reference.end)
  )
    return 'reference';
  if (OBJECT.test(text)) return 'object';
  if (OPENS_POINT.test(text) && text.length < 200) return 'point';
  const number = numbered.get(index);
  if (number) return number;
  if (line.inTable || /\t/.test(line.text)) return undefined;
  if (TABLE_WORDS.test(text) || INSIDE.test(text) || (HOUSEKEEPING.test(text) && !onAgenda(agenda, line)))
    return undefined;
  if (index < LETTERHEAD_LINES && LETTERHEAD.test(text)) return undefined;
  if (text.length < 5 || text.length > 180 || !/[a-z]{3}/.test(text)) return undefined;
  if (/€|^\W*\d[\d .,]*$/.test(text)) return undefined;
  const ends = /[.;,]$/.test(text);
  if (line.capitals && !ends && line.text.replace(/[^\p{L}]/gu, '').length >= 8 && (line.apart || line.bold))
    return 'capitals';
  if (line.bold && line.apart && !ends && text.length < 160) return 'bold';
  if (line.apart && !ends && body > 0 && line.size > body * 1.15 && text.length < 140) return 'bold';
  if (line.apart && onAgenda(agenda, line) && text.length < 160) return 'words';
  if (
    line.apart &&
    !ends &&
    TITLE_WORDS.test(text) &&
    text.length < 150 &&
    !/\b(?:est|sont|a ete|ont|sera|seront|propose|rappelle)\b/.test(text)
  )
    return 'words';
  return undefined;
}

/** A number at a line's start opens a point where a title or nothing follows it, not a sentence in its midst. */
function standsAsHead(line: FlowLine, end: number): boolean {
  const behind = line.text.slice(end).replace(/^[\s:.–—-]+/u, '');
  if (behind === '') return line.apart || /deliberation|n°/.test(line.plain);
  return /^[\p{Lu}«"“]/u.test(behind) || /^\t/.test(line.text.slice(end));
}

/** Lines numbered 1, 2, 3 … through the whole text, not the lists that begin again at 1 inside a point. */
function numberedHeads(flow: Flow, agenda: ReturnType<typeof agendaOf>): Map<number, Style> {
  const { lines } = flow;
  const found = new Map<number, Style>();
  const chains = new Map<string, { index: number; number: number; weight: number }[]>();
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.inTable || (agenda && i >= agenda.first && i < agenda.last)) continue;
    const sub = /^\s*(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)[.)]?\s+[\p{Lu}«"]/u.exec(line.text);
    if (sub && line.text.length < 160) {
      found.set(i, 'sub-number');
      continue;
    }
    const match = /^\s*(\d{1,2})(\s*(?:°\s?)?[.)°:/]\s*-?|\s*[-–—]\s*|\s+)(?=["«“]?\s*\p{Lu})/u.exec(line.text);
    if (!match || line.text.length > 260) continue;
    const said = line.plain.slice(match[0].length).trim();
    if (INSIDE.test(said) && !NUMBERED_TITLE.test(said)) continue;
    const delimiter = match[2]!.trim().replace(/[–—]/g, '-');
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
  for (const candidates of chains.values()) {
    for (const index of bestChain(candidates)) found.set(index, 'number');
  }
  const roman = lines.flatMap((line, index) => {
    const match = ROMAN.exec(line.plain.trim());
    if (!match || line.inTable || line.text.length > 200 || !/^\s*[IVX]+(?:\s+\p{Lu}|\s*[.)°:–—-])/u.test(line.text))
      return [];
    return [{ index, number: romanValue(match[1]!), weight: 1 + (line.bold ? 1 : 0) }];
  });
  for (const index of bestChain(roman)) found.set(index, 'roman');
  for (const index of letteredHeads(flow)) if (!found.has(index)) found.set(index, 'sub-number');
  return found;
}

/** "A1 – …", "B-2. …": points numbered within lettered parts. */
const LETTERED = /^\s*[A-H][ .-]{0,2}\d{1,2}\s*[.)°:/–—-]+\s*(?=["«“]?\p{Lu})/u;

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
function bestChain(candidates: readonly { index: number; number: number; weight: number }[]): number[] {
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

/** A heading runs on over the lines that look the same, up to an empty line. */
function headEnd(
  lines: readonly FlowLine[],
  first: number,
  style: Style,
  numbered: ReadonlyMap<number, Style>,
  body: number,
): number {
  const head = lines[first]!;
  let last = first + 1;
  while (last < lines.length && last < first + 6) {
    const line = lines[last]!;
    const before = lines[last - 1]!;
    if (numbered.has(last) || referenceAt(line.text) || OBJECT.test(line.plain.trim())) break;
    const unfinished =
      /(?:\b(?:de|du|des|la|le|les|l'|d'|a|au|aux|et|en|pour|par|sur|avec|dans|entre)|[-,:])\s*$/.test(before.plain) &&
      !/:\s*$/.test(before.plain);
    const same =
      (head.capitals && line.capitals) ||
      (head.bold && line.bold) ||
      (body > 0 && head.size > body * 1.15 && Math.abs(line.size - head.size) < 0.6);
    const runsOn =
      before.text.length > 60 &&
      /^\p{Ll}/u.test(line.text.trim()) &&
      style !== 'closer' &&
      !/[.:;]$/.test(before.text.trim());
    if (line.apart && !(unfinished && same)) break;
    if (INSIDE.test(line.plain.trim()) || TABLE_WORDS.test(line.plain.trim())) break;
    if (!same && !runsOn && !(unfinished && !line.apart)) break;
    last += 1;
  }
  return last;
}

function titleOf(
  lines: readonly FlowLine[],
  first: number,
  last: number,
  style: Style,
): { title: string; reference?: string } {
  const head = lines[first]!;
  const whole = lines
    .slice(first, last)
    .map(({ text }) => text)
    .join(' ');
  if (style === 'reference') {
    const found = referenceAt(head.text)!;
    const behind = whole.slice(found.end);
    const cell = /^\s*\t\s*([^\t]*)/.exec(behind);
    return { title: tidy(cell ? cell[1]! : behind), reference: found.reference };
  }
  if (style === 'object') return { title: tidy(whole.replace(/^[^:-]*[:-]/, '')) };
  if (style === 'point') return { title: tidy(whole.replace(/^[^:–—-]*?\d{1,3}\s*[:.–—-]*/, '')) };
  if (style === 'number' || style === 'sub-number') {
    const rest = whole
      .replace(LETTERED, '')
      .replace(/^\s*[IVX]{1,5}(?:\s*[.)°:–—-]\s*|\s+)(?=[\p{Lu}«"])/u, '')
      .replace(/^\s*[\d.]+\s*[.)°:/–—-]*\s*-?\s*/, '');
    // "3.1 D2023-031 Créances": the point's number, then the act's
    const own = referenceAt(rest);
    const stated = own && (own.labelled || /^(?:\p{L}|(?:19|20)\d\d)/u.test(own.reference));
    return stated && /\p{L}{4}/u.test(rest.slice(own.end))
      ? { title: tidy(rest.slice(own.end)), reference: own.reference }
      : { title: tidy(rest) };
  }
  if (style === 'roman') return { title: tidy(whole.replace(/^\s*[IVX]+\s*[.)°:–—-]*/, '')) };
  return { title: tidy(whole) };
}

const tidy = (title: string): string =>
  title
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.–—•➢>*-]+/u, '')
    .replace(/[\s:;,.–—-]+$/u, '')
    .trim();

/** "N° 2023-12" and "Objet : …" open the same point, whichever comes first. */
function withObjects(heads: readonly Head[]): Head[] {
  const joined: Head[] = [];
  for (const head of heads) {
    const before = joined.at(-1);
    const near = before !== undefined && head.first - before.last <= 3;
    const pair =
      near &&
      ((before.style === 'reference' &&
        (before.title === '' || head.style === 'object') &&
        head.style !== 'closer' &&
        head.style !== 'reference') ||
        (before.style === 'object' && head.style === 'reference' && head.title === ''));
    if (!pair) {
      joined.push(head);
      continue;
    }
    const reference = before.reference ?? head.reference;
    joined[joined.length - 1] = {
      ...before,
      last: head.last,
      style: 'reference',
      rank: Math.max(before.rank, head.rank),
      title: head.style === 'object' || before.title === '' ? head.title || before.title : before.title,
      ...(reference === undefined ? {} : { reference }),
    };
  }
  return joined;
}

/** The height of most of the text's letters. */
function bodySize(lines: readonly FlowLine[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weights.set(rounded, (weights.get(rounded) ?? 0) + text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
