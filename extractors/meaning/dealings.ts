import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';
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

/** What something is thought to be worth: nobody pays it. */
const ESTIMATED = /(?<!\bmontants? (?:[a-z]+ )?)\b(?:estim|evalu)(?:e|ee|es|ees|ation)\b[^.;€]{0,40}$/;

/** What the State gives to every town by law. */
const OF_THE_STATE =
  /\b(?:dgf|fctva|dotation (?:globale|forfaitaire|de solidarite rurale|nationale de perequation))\b(?! versee)/;

const ASKS =
  /(?:demander|reclamer|facturer|refacturer|percevoir|encaisser|solliciter|sollicite|sollicitee)\s(?!par)[^.;]{0,80}$/;

/** Dealings in which giver and receiver stand otherwise than in a grant. Their order matters: each looks at what is still open. */
export function readDealing(context: Context, sum: Sum, place: Place, giver: Who | undefined): void {
  const whole = plain(place.wholeLeft).replace(/\n/g, ' ');
  demand(context, sum, place);
  claim(context, sum, place, whole);
  rent(context, sum, place, whole);
  borrow(context, sum, place, whole);
  if (sum.nature === 'price')
    sum.beneficiary ??= companyBefore(context, place.unit.start, sum)?.name ?? holder(context);
  accept(context, sum, place, whole);
  compensate(context, sum, place, whole);
  if (place.sought && !sum.taken && (sum.nature === undefined || sum.nature === 'other')) sum.nature = 'grant';
  if (sum.nature === 'revenue' && !sum.payer && OF_THE_STATE.test(whole))
    Object.assign(sum, { payer: context.roster.find('Etat')?.name ?? 'Etat', beneficiary: context.actorName });
  charge(context, sum, place);
  if (sum.nature === 'other' && IN_KIND.test(whole) && context.favoured) sum.beneficiary ??= context.favoured.name;
  if (sum.nature === 'price' && ESTIMATED.test(whole))
    Object.assign(sum, { taken: true, payer: undefined, beneficiary: undefined });
  if (sum.nature === 'price' && !sum.taken && (!sum.payer || sum.payer === context.actorName)) {
    const { unit } = place;
    sell(context, sum, `${place.heading} ${context.title} ${context.text.slice(unit.start, unit.end)}`);
  }
  if (place.sought) seek(context, sum, place, giver);
}

/** "demander une participation de 50 € au lycée": the one who is asked pays. */
function demand({ actorName }: Context, sum: Sum, { wholeLeft, sought, asker }: Place): void {
  if (asker || !ASKS.test(plain(wholeLeft)) || sum.payer || !sum.beneficiary || sum.beneficiary === actorName) return;
  sum.payer = sum.beneficiary;
  sum.beneficiary = actorName;
  if (sum.nature === 'grant' && !sought) sum.nature = 'revenue';
}

/** "Avenant n° 1 au marché de … - entreprise X": who holds the contract that the act is about. */
const holder = ({ favoured, title }: Context): string | undefined =>
  favoured?.kind === 'company' && /\b(?:marches?|avenant|contrat)\b/.test(plain(title)) ? favoured.name : undefined;

/** What each family or user pays: nobody in particular. */
const CROWD =
  /\bparticipations? (?:financieres? )?d(?:es |e chaque |'un |'une )(?:familles?|parents|usagers?|enfants?|eleves?|adherents?|agents?|personnes?|habitants?|candidats?|riverains?)\b[^.;€]{0,60}$/;

/** "La Ville de X demande une participation de 650 €": the one who asks is paid. */
function claim(context: Context, sum: Sum, { sentence }: Place, whole: string): void {
  if (CROWD.test(whole)) {
    Object.assign(sum, { nature: 'revenue', payer: undefined, beneficiary: context.actorName, taken: true });
    return;
  }
  const asker = readName(context.text, sentence.start, sum.start);
  if (!asker || sum.beneficiary) return;
  const verb = plain(context.text.slice(asker.end, sum.start)).replace(/\n/g, ' ');
  if (
    !/^ (?:demande|reclame|facture)\b[^.;:]{0,30}\b(?:participation|contribution|remboursement|paiement)\b/.test(verb)
  )
    return;
  const who = resolve(context, asker);
  if (!who || !sure(who) || who.name === context.actorName) return;
  sum.beneficiary = who.name;
  sum.payer = context.actorName;
}

const LET =
  /\b(?:loue|louee|loues|louer|bail|baux|mise? a disposition)\b[^.;,]{0,60}? (?:a|au nom de) (?=(?:m\.|mme|monsieur|madame|la s|l'))/;

/** "la redevance due par X : 40 € le km, soit 1 246 €": one debtor. */
const OWED = /\b(?:due?s? par|redevances?|loyers?)\b/;
const RENT = /\b(?:loyers?|redevances?)\b[^.;€]{0,80}$/;

/** "loué à M. X": the tenant pays the rent. */
function rent(context: Context, sum: Sum, place: Place, whole: string): void {
  const { before } = place;
  const oneDebtor = before?.nature === 'revenue' && before.beneficiary === context.actorName && OWED.test(whole);
  if (!sum.payer && oneDebtor) {
    if (sum.nature !== 'total') sum.nature = 'revenue';
    sum.payer = before.payer;
    sum.beneficiary = context.actorName;
  }
  const found = LET.exec(whole);
  if (found && (sum.nature === undefined || sum.nature === 'other')) sum.nature = 'revenue';
  if (sum.nature !== 'revenue' || sum.payer) return;
  if (!found) {
    // Under a contract the other party owes the rent.
    if (context.act.outline.kind === 'convention' && RENT.test(whole)) sum.payer = context.favoured?.name;
    return;
  }
  const at = place.sentence.start + found.index + found[0].length;
  const person = readPerson(context.text, at, false, sum.start);
  const name = person?.text ?? resolve(context, readName(context.text, at, sum.start))?.name;
  if (name && name !== context.actorName) sum.payer = name;
}

/** The sum is what is lent, "un prêt d'un montant total de"; a room may be lent too. */
const LENT =
  /\b(?:emprunts?|prets?(?! (?:de la |de l'|du |des )(?!caisse|banque|credit))|lignes? de tresorerie|lignes? du pret)\b(?![^.;€]{0,80}\b(?:frais|commission|interets?|annuites?|echeances?)\b)[^.;€]{0,90}$/;

const BANK = /^(?:la )?(?:banque|credit (?:agricole|mutuel|cooperatif|local|foncier)|caisse (?:d'epargne|des depots))/;

/** A loan comes from a bank, to whoever takes it out; where it is guaranteed, that is not the town. */
function borrow(context: Context, sum: Sum, place: Place, whole: string): void {
  if (!LENT.test(whole) || sum.nature === 'budget_line' || sum.nature === 'revenue') return;
  const { actorName, favoured } = context;
  sum.nature = 'other';
  if (sum.payer === actorName || sum.payer === favoured?.name) sum.payer = undefined;
  const own = /\bgaranti/.test(`${place.about} ${whole}`) ? undefined : actorName;
  const taker = borrower(context, place.behind, place.to) ?? borrower(context, place.sentence.start, sum.start);
  const named = sum.beneficiary === actorName ? undefined : sum.beneficiary;
  sum.payer ??= context.roster.bodies.find(({ name }) => BANK.test(plain(name)) && whole.includes(plain(name)))?.name;
  sum.beneficiary = taker ?? named ?? own ?? favoured?.name;
  sum.taken = true;
}

/** "accepte le don de 500 € de M. X": the town receives. */
function accept(context: Context, sum: Sum, { behind, to }: Place, whole: string): void {
  if (!/accept\w*[^.;]{0,40}\b(?:dons?|legs|cheques?|remboursements?)\b/.test(whole)) return;
  sum.beneficiary = context.actorName;
  if (sum.nature === undefined || sum.nature === 'other') sum.nature = 'revenue';
  const donor = /^ (?:du |de |d['’])(?:la |le |l['’])?(?=\p{L})/iu.exec(context.text.slice(behind, behind + 12));
  const who = donor && !sum.payer ? resolve(context, readName(context.text, behind + donor[0].length, to)) : undefined;
  if (who && (sure(who) || /^\p{Lu}{3,}$/u.test(who.name))) sum.payer = who.name;
}

const OFFICE =
  '(?:premiere? |\\d ?(?:er|ere|e|eme)? |deuxieme |troisieme )?(?:maire|adjointe?s?|conseillere?s?|presidente?|vice-presidente?s?|receveur|tresorier|percepteur|agents? (?:recenseurs?|technique|communal)|coordonn\\w+|stagiaires?|commissaire enqueteur|garde champetre)(?: (?:au maire|deleguee?s?|municipaux|municipal|communautaires?)){0,3}';
/** "l'indemnité du maire", "celle des adjoints": who holds an office; "Maire :", in a list. */
const OFFICE_PAID = [
  `\\b(?:indemnites?|remunerations?|vacations?|gratifications?|celles?) (?:de fonctions? |mensuelles? |brutes? |allouees? |versees? |attribuees? ){0,3}(?:au |aux |du |des |de la |de l'|d'un |d'une )(?<office>${OFFICE})\\b[^.;€]{0,60}$`,
  `(?:^|[:;,-]) ?(?<office>${OFFICE}) ?: ?$`,
].map((pattern) => new RegExp(pattern));

/** What those who hold an office or work for the town are paid. */
function compensate({ actorName, text }: Context, sum: Sum, { leadIn }: Place, whole: string): void {
  const said = `${plain(leadIn)} ${whole}`;
  if (sum.nature !== 'allowance' || !/\b(?:remuneration|indemnite|vacation|prime|gratification)/.test(said)) return;
  sum.payer ??= actorName;
  const office = OFFICE_PAID.map((pattern) => pattern.exec(whole)?.groups?.office).find(Boolean);
  if (!office) return;
  const at = sum.start - whole.length + whole.lastIndexOf(office);
  sum.beneficiary = text.slice(at, at + office.length).replace(/\s+/g, ' ');
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
    const told = plain(`${place.wholeLeft} ${place.right} ${place.leadIn} ${place.heading} ${context.title}`);
    if (/\b(?:detr|dsil|dsipl|fonds vert|fipd|fnadt|etat)\b/.test(told))
      sum.payer = context.roster.find('Etat')?.name ?? 'Etat';
  }
  if (sum.payer && sum.payer !== context.actorName) sum.beneficiary ??= context.actorName;
  // The town asks, and does not say whom.
  if (!sum.payer && !sum.beneficiary && !context.favoured && OWN_REQUEST.test(plain(place.wholeLeft))) {
    sum.beneficiary = context.actorName;
    sum.taken = true;
  }
}

const OWN_REQUEST =
  /\b(?:commune|ville|conseil|maire|communaute|collectivite|decide de|autorise)\b[^.;]{0,60}\bsollicit/;
