import { readingsOf } from '../../models/act.js';
import type { Clause } from '../../models/records.js';
import type { Contract } from './contract.js';

/** Titles of the articles that say how long a contract lasts. */
const TERM = /\bduree|validite|\beffet\b|entree en vigueur|\bterme\b|\bperiode\b/;
/** What lasts: a sentence may speak of a term outside such an article. */
const CONTRACT =
  /\b(?:convention|contrat|avenant|bail|protocole|accord|partenariat|mise a disposition|location|autorisation|occupation|groupement|conclue?|consentie?|souscrite?)\b|^la duree (?:en )?est\b/;
const LASTS =
  /\b(?:durees?|periode|validite)\b[^.;]{0,60}(?:\bde|d'|\ba|:) ?$|\b(?:conclue?|consentie?|etablie?|signee?|passee?|accordee?|valable|souscrite?|fixee?|instituee?|constituee?)\b[^.;]{0,60}\bpour $/;
/** What lasts otherwise: renewals, delays, notices. */
const OTHERWISE = /renouvel|recondu|prolong|preavis|delai|tacite|amorti|conserv/;
const WITHOUT_TERM = /\bduree (?:indeterminee|illimitee|non determinee)\b/;

/** "conclue pour les années 2022 à 2024", "la convention prendra fin le": outside an article on the term. */
const FOR_YEARS =
  /\bconclue?s? (?:pour|au titre de)\b[^.;]{0,24}\b(?:annees?|exercices?)\b|\b(?:presente )?convention\b[^.;]{0,60}\b(?:prend(?:ra)? (?:fin|effet)|entre(?:ra)? en vigueur|s'acheve(?:ra)?)\b/;

/** How long a contract lasts, from when and until when. */
export function termOf(contract: Contract): Clause[] {
  const duration = durationOf(contract);
  const article = contract.titled(TERM);
  const said = duration?.start ?? FOR_YEARS.exec(contract.flat)?.index;
  const place = article ?? (said === undefined ? undefined : contract.sentence(said));
  const bounds = place ? boundsIn(contract, place) : [];
  return [...(duration ? [duration.clause] : []), ...bounds];
}

function durationOf(contract: Contract): { clause: Clause; start: number } | undefined {
  const { act, flat } = contract;
  for (const { start, end, value } of readingsOf(act, 'duration')) {
    if (start >= flat.length || !/^P\d/.test(value.value)) continue;
    const before = flat.slice(Math.max(0, start - 160), start);
    if (!LASTS.test(before) || OTHERWISE.test(before.slice(-70))) continue;
    if (isOfContract(contract, start)) return { clause: contract.clause('duration', start, end, value.value), start };
  }
  const open = WITHOUT_TERM.exec(flat);
  if (!open || !isOfContract(contract, open.index)) return undefined;
  const end = open.index + open[0].length;
  return { clause: contract.clause('duration', open.index, end, 'indefinite'), start: open.index };
}

function isOfContract(contract: Contract, at: number): boolean {
  const article = contract.articleAt(at);
  if (article && TERM.test(contract.flat.slice(article.start, article.headEnd))) return true;
  const { start } = contract.sentence(at);
  return CONTRACT.test(contract.flat.slice(start, at));
}

/** What a contract begins with, where that is no date. */
const BEGINS =
  /\b(?:a compter|a partir|des|a la date|prend(?:ra)? effet|entre(?:ra)? en vigueur)\b[^.;]{0,24}?(?:de |d'|a |des |lors de )?(?:la |sa |leur )?(?:date de (?:la |sa )?)?(?<event>signature|notification|publication|transmission|approbation|reception)\b/;

/** "du 1er janvier 2022 au 31 décembre 2022", "à compter de sa signature", "jusqu'au 30 juin 2024". */
function boundsIn(contract: Contract, { start: from, end: to }: { start: number; end: number }): Clause[] {
  const inside = contract.dates.filter(({ start, role }) => start >= from && start < to && role !== 'cited_act');
  const range = inside.find(({ endValue }) => endValue !== undefined);
  const first = range ?? inside.find(({ role }) => role === 'effective_from');
  const last = range ?? inside.find(({ role }) => role === 'effective_to');
  const years = inside.filter(
    ({ role, precision, endValue }) => role === 'period' && precision === 'year' && !endValue,
  );
  const event = BEGINS.exec(contract.flat.slice(from, to));
  const found: Clause[] = [];
  const start = first ?? (event ? undefined : years[0]);
  if (start) found.push(contract.clause('start', start.start, start.end, start.value));
  else if (event) {
    const at = from + event.index;
    found.push(contract.clause('start', at, at + event[0].length, event.groups!.event!));
  }
  const end = last ?? (event || first ? undefined : years.at(-1));
  if (end) found.push(contract.clause('end', end.start, end.end, end.endValue ?? end.value));
  return found;
}
