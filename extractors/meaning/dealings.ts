import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import type { Context } from './context.js';
import type { Place } from './place.js';
import { borrower } from './receiver.js';
import { companyBefore, sell } from './sale.js';
import type { Sum } from './sum.js';
import { resolve, sure, type Who } from './who.js';

/** What the town asks of those who use its halls and services. */
const TARIFF = /\b(?:tarifs?|tarification)\b/;
const TARIFF_SET = /\b(?:fixe\w*|vote\w*|applique\w*)[^.;]{0,40}\b(?:tarifs?|tarification)\b/;
const DEPOSIT = /\b(?:cautions?|depots? de garantie)\b[^.;€]{0,40}$/;
/** What a loan of premises is worth to the one who has them. */
const IN_KIND = /\b(?:valeur locative|valoris\w+)\b/;

const ASKS =
  /(?:demander|reclamer|facturer|refacturer|percevoir|encaisser|solliciter|sollicite|sollicitee)\s(?!par)[^.;]{0,80}$/;

/** Dealings in which giver and receiver stand otherwise than in a grant. Their order matters: each looks at what is still open. */
export function readDealing(context: Context, sum: Sum, place: Place, giver: Who | undefined): void {
  const whole = plain(place.wholeLeft).replace(/\n/g, ' ');
  demand(context, sum, place);
  borrow(context, sum, place, whole);
  if (sum.nature === 'price') sum.beneficiary ??= companyBefore(context, place.unit.start, sum)?.name;
  accept(context, sum, place, whole);
  if (sum.nature === 'allowance' && /\b(?:remuneration|indemnite|vacation|prime|gratification)/.test(whole))
    sum.payer ??= context.actorName;
  if (place.sought && (sum.nature === undefined || sum.nature === 'other')) sum.nature = 'grant';
  charge(context, sum, place);
  if (sum.nature === 'other' && IN_KIND.test(whole) && context.favoured) sum.beneficiary ??= context.favoured.name;
  if (sum.nature === 'price' && !sum.payer && !sum.taken) {
    const { unit } = place;
    sell(context, sum, `${place.heading} ${context.title} ${context.text.slice(unit.start, unit.end)}`);
  }
  if (place.sought) seek(context, sum, place, giver);
}

/** "demander une participation de 50 € au lycée": the one who is asked pays. */
function demand({ actorName }: Context, sum: Sum, { wholeLeft, sought }: Place): void {
  if (!ASKS.test(plain(wholeLeft)) || sum.payer || !sum.beneficiary || sum.beneficiary === actorName) return;
  sum.payer = sum.beneficiary;
  sum.beneficiary = actorName;
  if (sum.nature === 'grant' && !sought) sum.nature = 'revenue';
}

/** A loan comes from a bank to whoever takes it out. */
function borrow(context: Context, sum: Sum, { behind, to }: Place, whole: string): void {
  if (/\b(?:emprunts?|prets?)\b/.test(whole) && sum.payer && sum.payer !== context.actorName)
    sum.beneficiary = borrower(context, behind, to) ?? sum.beneficiary ?? context.actorName;
}

/** "accepte le don de 500 € de M. X": the town receives. */
function accept(context: Context, sum: Sum, { behind, to }: Place, whole: string): void {
  if (!/accept\w*[^.;]{0,40}\b(?:dons?|legs)\b/.test(whole)) return;
  sum.beneficiary = context.actorName;
  const donor = /^ (?:de |d['’])(?:la |le |l['’])?(?=\p{L})/iu.exec(context.text.slice(behind, behind + 12));
  const who = donor && !sum.payer ? resolve(context, readName(context.text, behind + donor[0].length, to)) : undefined;
  if (who && sure(who)) sum.payer = who.name;
}

/** A tariff or a deposit: whoever comes pays it. */
function charge(context: Context, sum: Sum, { left, wholeLeft, leadIn, heading }: Place): void {
  if (sum.payer || sum.beneficiary) return;
  const deposit = DEPOSIT.test(plain(left));
  if (sum.nature !== undefined && sum.nature !== 'price' && !(sum.nature === 'other' && deposit)) return;
  const rate = plain(`${heading} ${heading ? '' : context.title} ${leadIn}`);
  if (!deposit && !TARIFF.test(rate) && !TARIFF_SET.test(plain(wholeLeft))) return;
  if (/\b(?:devis|marche|entreprise|achat|acquisition)\b/.test(rate)) return;
  sum.nature = 'price';
  sum.taken = true;
  if (!deposit) sum.beneficiary = context.actorName;
}

/** A grant that the town asks for comes from the State where the fund is the State's, and comes to the town. */
function seek(context: Context, sum: Sum, place: Place, giver: Who | undefined): void {
  if (sum.nature !== 'grant') return;
  if (!sum.payer || giver?.kind === 'person') {
    const told = plain(`${place.wholeLeft} ${place.right} ${place.leadIn} ${place.heading}`);
    if (/\b(?:detr|dsil|dsipl|fonds vert|fipd|fnadt|etat)\b/.test(told))
      sum.payer = context.roster.find('Etat')?.name ?? 'Etat';
  }
  if (sum.payer && sum.payer !== context.actorName) sum.beneficiary ??= context.actorName;
}
