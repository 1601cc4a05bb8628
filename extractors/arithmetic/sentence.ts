import type { Relation } from '../../models/records.js';
import { near, tabled } from './added-up.js';
import type { Figure } from './figures.js';
import { withFigures } from './layout.js';
import { type Context, defineRelation, makes, oneDigitOff, slipped, sum, total as totalOf } from './relation.js';

/** A sum and its parts in one sentence: "dont", in brackets, or shared out after a colon. */
export default defineRelation({
  id: 'arithmetic/sentence',
  title: 'Somme et parties dans une même phrase : « dont », parenthèses, plan de financement',
  reads: {
    'Pour 327 participations dont 38 issues du PLIE, 244 de la ML et 45 spontanées.': ['38 + 244 + 45 = 327'],
    '- Taxe d’habitation : 19.81 (commune : 14.83 – communauté : 4.98)': ['14.83 + 4.98 = 19.81'],
    '50 000 € à Horizon pour le bâtiment (20 000 €) et l’habitat (30 000 €).': ['20000 + 30000 = 50000'],
    'Le coût est estimé à 186 400 € HT. Le plan de financement est le suivant : État 55 920 €, Région 37 280 €, autofinancement 93 200 €.':
      ['55920 + 37280 + 93200 = 186400'],
    'La subvention de 30 000 € se décompose en 20 000 € de fonctionnement et 10 000 € d’investissement.': [
      '20000 + 10000 = 30000',
    ],
    'Le coût des travaux est de 100 000 € HT. Il est financé par : DETR 40 000 € ; Région 20 000 € ; autofinancement 40 000 €.':
      ['40000 + 20000 + 40000 = 100000'],
    'Le produit attendu est de 125 000 € : 98 000 € pour le bâti, 12 500 € pour le non bâti et 14 500 € de CFE.': [
      '98000 + 12500 + 14500 = 125000',
    ],
    'Le coût du voyage est de 4 800 €, soit 100 € par élève ; la commune paie 1 200 €, l’école 1 500 € et les familles 2 100 €.':
      ['1200 + 1500 + 2100 = 4800'],
    'En tout 68% d’entrées en solution, dont 21,4% en emploi, 35% en CDD et 18% en formation.': ['21.4 + 35 + 18 = 68'],
  },
  ignores: [
    'charges de personnel : 62 673 € (32,7 %), gestion courante : 31 368 € (16,3 %), reversements : 30 640 € (16,4 %).',
    'Le prêt est de 186 400 €. Les tarifs sont les suivants : adulte 50 €, enfant 30 €.',
    'une subvention de 61 225 €, dont 8 231 € pour le poste et 1 149 € pour le club.',
    '390 entrées dont 93 femmes, 45 jeunes et 120 habitants des quartiers.',
    'un total de 55 500 € ; une convention avec Horizon, dont la subvention est de 26 000 €, est imputée ainsi\u00a0; 26 000 € au chapitre 65, 29 500 € au chapitre 204.',
  ],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    for (const { start, end, first, figures: inside } of withFigures(text, figures)) {
      const own = inside.filter(({ yearLike, start: at }) => !yearLike && !tabled(text, at));
      const listed =
        own.length >= 2 && own.length <= 60
          ? sharedOut(text, start, own, figures.slice(Math.max(0, first - 4), first))
          : undefined;
      if (listed) yield sum(act, 'arithmetic/sentence', listed.total, listed.parts);
      else {
        const borne = enumerated(text, own);
        if (borne) yield sum(act, 'arithmetic/sentence', borne.total, borne.parts);
      }
      const rows = inside.filter(({ yearLike }) => !yearLike);
      if (rows.length >= 3 && rows.length <= 60) {
        for (const { total, parts } of brackets(text, rows)) yield sum(act, 'arithmetic/sentence', total, parts);
      }
      if (own.length < 3 || own.length > 60) continue;
      for (const { total, parts } of ofWhich(text, own, end)) {
        yield sum(act, 'arithmetic/sentence', total, parts);
      }
    }
  },
});

interface Found {
  total: Figure;
  parts: Figure[];
}

/** "dont 38 jeunes", but not "dont la subvention est de": there it only ties a clause to its noun. */
const DONT =
  /\bdont\b(?!\s+(?:le|la|les|l['’]|son|sa|ses|leurs?|ils?|elles?|on)[\s'’]*[^\d\s])|\b(?:se\s+(?:d[ée]compose|r[ée]partit|ventile)|r[ée]partie?s?|ventil[ée]e?s?|d[ée]compos[ée]e?s?)\s+(?:en|entre)\b/gi;

function* ofWhich(text: string, figures: readonly Figure[], end: number): Iterable<Found> {
  for (const { index } of text.slice(figures[0]!.start, end).matchAll(DONT)) {
    const at = figures[0]!.start + index;
    const total = figures.findLast((figure) => figure.end <= at);
    if (!total || at - total.end > 160) continue;
    const parts = figures.filter((figure) => figure.start > at && figure.unit === total.unit);
    if (parts.length < 2 || total.value.lessThanOrEqualTo(0)) continue;
    const made = prefixes(parts).find((some) => makes(total, some));
    if (made) yield { total, parts: made };
    // A detail may be partial, but not larger than its whole; heads of people may be counted under several names.
    else if (
      total.unit !== '' &&
      parts.length >= (total.unit === '%' ? 3 : 2) &&
      exceeds(total, parts) &&
      !overlapping(text, total, parts)
    )
      yield { total, parts };
  }
}

/** Words that promise the whole of a sum behind the colon. */
const PROMISED =
  /suivante?s?\s*$|comme suit\s*$|r[ée]parti[^:]{0,40}$|[àa] savoir\s*$|ainsi\s*$|financement[^:]{0,30}$|financ[ée]e?s?(?: par| comme)?[^:]{0,20}$/i;
/** A plan that says what the payer itself brings is complete. */
const COMPLETE = /autofinancement|fonds propres|part communale|\bcommune\b|reste [àa] charge|\bsolde\b/i;

/** "Le coût est de T. Le plan de financement est le suivant : a, b et c."; "T : a, b et c." */
function sharedOut(text: string, start: number, own: readonly Figure[], before: readonly Figure[]): Found | undefined {
  const { unit } = own.at(-1)!;
  const colon = text.lastIndexOf(':', own.at(-2)!.start);
  if (colon < start || unit === '%' || unit === '') return undefined;
  const parts = own.filter((figure) => figure.start > colon && figure.unit === unit);
  if (parts.length < 2) return undefined;
  const inSentence = own.filter((figure) => figure.end <= colon && figure.unit === unit).reverse();
  const promised = PROMISED.test(text.slice(Math.max(start, colon - 60), colon));
  const wholes = promised
    ? [...inSentence, ...before.filter((figure) => figure.unit === unit).reverse()].filter(
        ({ end }) => parts[0]!.start - end < 400,
      )
    : inSentence.slice(0, 1).filter(({ end }) => colon - end <= 60 && !labelled(text, parts));
  const total = wholes.find((whole) => makes(whole, parts));
  if (total) return { total, parts };
  const [nearest] = wholes;
  if (!promised || !nearest) return undefined;
  const complete = COMPLETE.test(text.slice(colon, parts.at(-1)!.end + 60));
  const failing = complete ? near(nearest, parts) : slipped(nearest, parts);
  const named = /co[ûu]t|montant|total|somme|estim|financement/i.test(
    text.slice(Math.max(0, nearest.start - 80), colon),
  );
  return failing && named ? { total: nearest, parts } : undefined;
}

const COST = /\b(?:co[ûu]t|montant|d[ée]pense|factures?|frais|devis|budget)\b[^.;]{0,60}$/i;

/** "Le coût est de T ; la commune paie a, l'école b et les familles c": three or more that close the sentence make it. */
function enumerated(text: string, own: readonly Figure[]): Found | undefined {
  const last = own.at(-1);
  if (last?.unit !== 'EUR' || own.length < 4 || own.length > 12) return undefined;
  const amounts = own.filter(({ unit }) => unit === 'EUR');
  for (let n = amounts.length - 1; n >= 3; n -= 1) {
    const parts = amounts.slice(-n);
    const total = amounts
      .slice(0, -n)
      .findLast((whole) => COST.test(text.slice(Math.max(0, whole.start - 90), whole.start)) && makes(whole, parts));
    if (total && /\bet\b/.test(text.slice(parts.at(-2)!.end, last.start))) return { total, parts };
  }
  return undefined;
}

/** Each part is a figure under a label of its own, and the colon before the first is its label's. */
const labelled = (text: string, parts: readonly Figure[]): boolean =>
  text.slice(parts[0]!.end, parts.at(-1)!.start).includes(':');

const exceeds = (total: Figure, parts: readonly Figure[]): boolean =>
  totalOf(parts).greaterThan(total.value.times('1.02')) && parts.every(({ value }) => value.lessThan(total.value));

/** Shares of women, of young people, of one quarter: each is a share of the whole, and they overlap. */
function overlapping(text: string, total: Figure, parts: readonly Figure[]): boolean {
  if (total.unit !== '%') return false;
  return /femme|homme|fille|gar[çc]on|\bans\b|\bquartier|QPV|RSA|handicap|b[ée]n[ée]ficiaire/i.test(
    text.slice(total.end, parts.at(-1)!.end + 40),
  );
}

/** "T … (a … b)" and "T … label (a) et label (b)". */
function* brackets(text: string, figures: readonly Figure[]): Iterable<Found> {
  for (let i = 0; i < figures.length; i += 1) {
    const total = figures[i]!;
    if (total.value.lessThanOrEqualTo(0)) continue;
    const open = text.indexOf('(', total.end);
    const close = open < 0 ? -1 : text.indexOf(')', open);
    if (open >= 0 && open - total.end < 30 && close > open && !/\d/.test(text.slice(total.end, open))) {
      const inside = figures.filter(({ start, end, unit }) => start > open && end <= close && unit === total.unit);
      if (inside.length >= 2) {
        const labelled = inside.every(({ start }) => /[\p{L}:]\s*$/u.test(text.slice(open, start)));
        if (makes(total, inside)) yield { total, parts: inside };
        else if (
          labelled &&
          total.step.lessThanOrEqualTo(1) &&
          (slipped(total, inside) || oneDigitOff(totalOf(inside).toFixed(), total.value.toFixed()))
        )
          yield { total, parts: inside };
      }
    }
    const single = figures.slice(i + 1).filter((figure) => figure.unit === total.unit && bracketed(text, figure));
    const made = prefixes(single).find((some) => makes(total, some));
    // In brackets like its parts, it is one of them.
    if (made && !bracketed(text, total) && (total.unit !== '' || total.value.greaterThanOrEqualTo(20)))
      yield { total, parts: made };
  }
}

const bracketed = (text: string, { start, end }: Figure): boolean =>
  /\(\s*$/.test(text.slice(Math.max(0, start - 4), start)) && /^\s*\)/.test(text.slice(end, end + 4));

function* prefixesOf(figures: readonly Figure[]): Iterable<Figure[]> {
  for (let n = figures.length; n >= 2; n -= 1) yield figures.slice(0, n);
}
const prefixes = (figures: readonly Figure[]): Figure[][] => [...prefixesOf(figures)];
