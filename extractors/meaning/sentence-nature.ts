import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Context } from './context.js';
import { cuesIn, natureBefore, natureBehind } from './nature.js';
import type { Place } from './place.js';
import type { Sum } from './sum.js';

/** What announces the dates on which a sum is paid in parts. */
const SCHEDULE =
  /echeancier|calendrier (?:de|des) (?:versement|paiement)|modalites (?:de versement|suivantes)|versee?s? (?:selon|comme suit|en (?:deux|trois|quatre|plusieurs)|de la maniere|dans les conditions)/;

/** "versée à hauteur de 80 % à la signature, soit". */
const PAID_IN_PART = /\bvers(?:ee?s?|ements?|era|eront)\b[^.;€]{0,60}\d ?%[^.;€]{0,60}$/;

const SHARE = /\d ?%[^.;€]{0,80}\bsoit\b[^.;€]{0,20}$/;

/** "verse 96 000 € à la notification, le solde, soit …". */
const THEN_THE_REST = /^[^.;:€]{0,60}, (?:et )?le solde\b/;

/** "cette subvention sera versée en deux fois : 50 000 € en février". */
const PAID_TWICE =
  /\b(?:vers|pay)(?:ee?s?|ables?) en (?:deux|trois|quatre|plusieurs|\d) (?:fois|versements?|acomptes?|tranches?|echeances?)\b/;

/** "Chapitre 022 - dépenses imprévues :", "6531 – Indemnités :": a line of a budget. */
const CODED =
  /^\W*(?:(?:chap(?:itre|\.)?|[dr][fi]) ?n?°? ?\d{2,3}|(?:art(?:icle|\.)?|compte) ?n?°? ?\d{3,8}|\d{3,8} [-:]) ?/;

/** What is done for a price. */
const WORK = /\b(?:marches?|fournitures?|prestations?|travaux|locations?|contrats?)\b/;

/** What a sum in a sentence is, by the words around it and by what they are about. */
export function natureAt(context: Context, sum: Sum, place: Place): Nature | undefined {
  const { unit, leadIn, about } = place;
  let nature = natureByWords(context, place);
  if (nature === 'grant' && unit.kind !== 'paragraph' && SCHEDULE.test(plain(leadIn))) nature = 'instalment';
  if (/decision modificative|virements? de credits|\bdm ?n?°? ?\d/.test(about) && nature !== 'total')
    nature = 'budget_line';
  // A grant has no tax: what is asked for is for works of that price.
  if (
    nature === 'grant' &&
    place.sought &&
    sum.amount.tax &&
    !/(?:subvention|aide)s? (?:de|d'un montant de) $|%/.test(plain(place.left))
  )
    nature = 'total';
  if (nature === 'grant' && !place.sought && sum.amount.tax && WORK.test(place.said)) nature = 'price';
  if (nature === 'grant' && PAID_TWICE.test(place.said)) nature = 'instalment';
  // "Les modalités de versement sont : 50 % à la notification de l'avenant, soit 42 500 €".
  if (nature === 'price' && SCHEDULE.test(place.said) && SHARE.test(plain(place.left))) nature = 'instalment';
  if ((nature === 'expense' || nature === 'revenue') && CODED.test(plain(context.text.slice(unit.start, sum.start))))
    nature = 'budget_line';
  // "2,64 € le repas, soit un montant annuel estimé de": the same, said otherwise.
  if (nature === 'expense' && place.before && /\bsoit\b[^.;€]{0,50}\bestime[^.;€]{0,12}$/.test(plain(place.left)))
    nature = place.before.nature;
  // What is paid for work under a contract bears tax, an allowance does not.
  if (nature === 'allowance' && sum.amount.tax) nature = 'price';
  const fees = /\bfrais (?:d'|de |annexes?|notaries)[^.;€]{0,60}$/.test(plain(place.left));
  const vague = nature === undefined || (nature === 'expense' && !fees) || nature === 'other';
  const deal = `${about} ${plain(context.text.slice(Math.max(unit.start, sum.start - 400), sum.start))}`;
  if (vague && /\b(?:acquisition|cession|vente|achat|alienation|acquerir|ceder|vendre)\b/.test(deal)) nature = 'price';
  return nature;
}

/** The nearest words speak first, then what announces them, then the title. */
function natureByWords({ title }: Context, place: Place): Nature | undefined {
  const { right, wholeLeft, leadIn, heading, before } = place;
  // "9 200 € de cotisations, 4 000 € de subvention": what the sum before is called is its own.
  const left = before ? place.left.replace(/^\s(?:de\s|d['’])[^,;.€]{0,60}(?:,|\set\s)/u, '') : place.left;
  // "a reçu 4 000 € de subvention": the sum is called so, whatever was done with it.
  if (/^\s(?:de|d['’]une)\s(?:subvention|aide)(?!\p{L})/u.test(right)) return 'grant';
  const near = natureBefore(left);
  // "les montants prévisionnels s'élèvent à": of what the heading speaks of.
  if (near && /^montants? (?:previsionnel|estim)/.test(near.word) && strongest(heading) === 'grant') return 'grant';
  if (near && near.distance < 90) return near.nature;
  const behind = natureBehind(right);
  // "512 € par élève de primaire et 1 105 € par élève de maternelle": both are what the first is.
  if (behind === 'price' && before?.nature) return before.nature;
  if (behind) return behind;
  if (near) return near.nature;
  const wide = natureBefore(wholeLeft);
  if (wide) return wide.nature === 'total' && !/^cout/.test(wide.word) ? 'grant' : wide.nature;
  const announced = leadIn ? natureBefore(leadIn) : undefined;
  if (announced) return announced.nature === 'total' ? strongest(leadIn) : announced.nature;
  if (PAID_IN_PART.test(plain(left)) || THEN_THE_REST.test(plain(right))) return 'instalment';
  return (
    cuesIn(right.slice(0, 80).replace(/,?\s+(?:et|puis)\s.*$|,\s+le\s+solde\b.*$/su, ''))[0]?.nature ??
    strongest(heading) ??
    strongest(title)
  );
}

/** The nature that a title's words speak for: a grant before anything else. */
function strongest(text: string): Nature | undefined {
  const natures = cuesIn(text).map(({ nature }) => nature);
  if (natures.includes('grant')) return 'grant';
  return natures.find((nature) => nature !== 'other' && nature !== 'total') ?? natures[0];
}
