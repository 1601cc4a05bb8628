import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import type { Context } from './context.js';
import type { Dealing } from './dealing.js';
import { resolve, sure } from './who.js';
import { ownerOf } from './whose.js';

const ASKS =
  /(?:demander|reclamer|facturer|refacturer|percevoir|encaisser|solliciter|sollicite|sollicitee)\s(?!par)[^.;]{0,80}$/;

/** "demander une participation de 50 € au lycée": the one who is asked pays. */
export const demand: Dealing = ({ actorName }, sum, { said, sought, asker }) => {
  if (asker || !ASKS.test(said) || sum.payer || !sum.beneficiary || sum.beneficiary === actorName) return;
  sum.payer = sum.beneficiary;
  sum.beneficiary = actorName;
  if (sum.nature === 'grant' && !sought) sum.nature = 'revenue';
};

/** What each family or user pays: nobody in particular. */
const CROWD =
  /\bparticipations? (?:financieres? )?d(?:es |e chaque |'un |'une )(?:familles?|parents|usagers?|enfants?|eleves?|adherents?|agents?|personnes?|habitants?|candidats?|riverains?)\b[^.;€]{0,60}$/;

/** "La Ville de X demande une participation de 650 €": the one who asks is paid. */
export const claim: Dealing = (context, sum, { sentence, said }) => {
  if (CROWD.test(said)) {
    Object.assign(sum, { nature: 'revenue', payer: undefined, beneficiary: context.actorName, taken: true });
    return;
  }
  const asker = readName(context.text, sentence.start, sum.start);
  if (!asker || sum.beneficiary) return;
  const verb = plain(context.text.slice(asker.end, sum.start)).replace(/\n/g, ' ');
  if (
    !/^ (?:demande|reclame|facture)\b[^.;:]{0,30}\b(?:participation|contribution|remboursement|paiement)\b|^ facture a la (?:commune|ville)\b/.test(
      verb,
    )
  )
    return;
  const who = resolve(context, asker);
  if (!who || !sure(who) || who.name === context.actorName) return;
  sum.beneficiary = who.name;
  sum.payer = context.actorName;
};

/** What is asked for is a grant, where its words do not say what it is. */
export const request: Dealing = (_, sum, { sought }) => {
  if (sought && !sum.taken && (sum.nature === undefined || sum.nature === 'other')) sum.nature = 'grant';
};

/** What the State gives to every town by law. */
const OF_THE_STATE =
  /\b(?:dgf|fctva|dotation (?:globale|forfaitaire|de solidarite rurale|nationale de perequation))\b(?! versee)/;

export const receiveFromState: Dealing = (context, sum, { said }) => {
  if (sum.nature === 'revenue' && !sum.payer && OF_THE_STATE.test(said))
    Object.assign(sum, { payer: theState(context), beneficiary: context.actorName });
};

/** A grant that the town asks for comes from the State where the fund is the State's, and comes to the town. */
export const seek: Dealing = (context, sum, { sought, said, right, leadIn, heading }, giver) => {
  if (!sought || sum.nature !== 'grant') return;
  if (!sum.payer || giver?.kind === 'person') {
    const told = `${said} ${plain(`${right} ${leadIn} ${heading} ${context.title}`)}`;
    if (/\b(?:detr|dsil|dsipl|fonds vert|fipd|fnadt|etat)\b/.test(told)) sum.payer = theState(context);
  }
  if (sum.payer && sum.payer !== context.actorName) sum.beneficiary ??= ownerOf(context);
  // The town asks, and does not say whom.
  if (!sum.payer && !sum.beneficiary && !context.favoured && OWN_REQUEST.test(said)) {
    sum.beneficiary = context.actorName;
    sum.taken = true;
  }
};

const OWN_REQUEST =
  /\b(?:commune|ville|conseil|maire|communaute|collectivite|decide de|autorise)\b[^.;]{0,60}\bsollicit/;

const theState = ({ roster }: Context): string => roster.find('Etat')?.name ?? 'Etat';
