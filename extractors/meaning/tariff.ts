import { plain } from '../acts/plain.js';
import type { Dealing } from './dealing.js';

/** What the town asks of those who use its halls and services. */
const TARIFF = /\b(?:tarifs?|tarification)\b/;
const TARIFF_SET = /\b(?:fixe\w*|vote\w*|applique\w*)[^.;]{0,40}\b(?:tarifs?|tarification)\b/;
const DEPOSIT = /\b(?:cautions?|depots? de garantie)\b[^.;€]{0,40}$/;

/** What an association asks of its members. */
const DUES = /\bcotisations?\b[^.;€]{0,60}\b(?:fixe|port|maintenu|reste)/;

/** A tariff, a deposit or dues: whoever comes pays them. */
export const charge: Dealing = ({ actor, actorName, title }, sum, { left, said, leadIn, heading }) => {
  if (actor?.kind === 'association' && !sum.payer && DUES.test(said)) {
    Object.assign(sum, { nature: 'revenue', beneficiary: actorName, taken: true });
    return;
  }
  if (sum.payer || sum.beneficiary) return;
  const deposit = DEPOSIT.test(plain(left));
  if (sum.nature !== undefined && sum.nature !== 'price' && !(sum.nature === 'other' && deposit)) return;
  const rate = plain(`${heading} ${heading ? '' : title} ${leadIn}`);
  if (!deposit && !TARIFF.test(rate) && !TARIFF_SET.test(said)) return;
  if (/\b(?:devis|marche|entreprise|achat|acquisition)\b/.test(rate)) return;
  sum.nature = 'price';
  sum.taken = true;
  if (!deposit) sum.beneficiary = actorName;
};
