import { readName } from '../parties/name.js';
import type { Dealing } from './dealing.js';
import { resolve, sure } from './who.js';

/** "accepte le don de 500 € de M. X", "l'indemnité de sinistre de 3 207 €": the town receives. */
export const accept: Dealing = (context, sum, { behind, to, said }) => {
  if (!/accept\w*[^.;]{0,40}\b(?:dons?|legs|cheques?|remboursements?|indemnites?)\b/.test(said)) return;
  sum.beneficiary = context.actorName;
  if (sum.nature === undefined || sum.nature === 'other') sum.nature = 'revenue';
  const donor = /^ (?:du |de |d['’])(?:la |le |l['’])?(?=\p{L})/iu.exec(context.text.slice(behind, behind + 12));
  const who = donor && !sum.payer ? resolve(context, readName(context.text, behind + donor[0].length, to)) : undefined;
  if (who && (sure(who) || /^\p{Lu}{3,}$/u.test(who.name))) sum.payer = who.name;
};
