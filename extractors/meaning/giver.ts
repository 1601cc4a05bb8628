import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import type { Context } from './context.js';
import {
  clauseSubject,
  coordinated,
  type Given,
  giverAfter,
  giverBefore,
  giverOf,
  SUBJECT_VERB,
  subject,
} from './giving.js';
import type { Label } from './label.js';
import type { Place } from './place.js';
import { type Behind, paysBehind } from './receiver.js';
import type { Sum } from './sum.js';
import { bodyAs, isPublic, receive, resolve, sure, type Who } from './who.js';

/** Where the clause begins whose verb says that a sum comes in: behind a label, or the sentence. */
const receivingClause = (text: string, { from, sentence, before }: Place): number =>
  before
    ? from
    : sentence.start + (/^[^:.;€]{3,60}:\s+/u.exec(text.slice(sentence.start, sentence.start + 70))?.[0].length ?? 0);

/** Before a sum that came in. */
const RECEIVED =
  /\b(?:recue?s?|percue?s?|obtenue?s?|encaissee?s?|touchee?s?|(?:recevra|recoit|percevra|percoit|touchera|touche|encaissera|encaisse|obtiendra|obtient)(?:nt|ont)?)\b/;

const SOLD_BY = /\b(?:acqui\w+|acquerir|achet\w+|achats?|command\w+|factures?|devis)\b[^.;€]*$/;

/** Says who gives a sum in a sentence, where its words tell. Answers whom they name. */
export function readGiver(
  context: Context,
  sum: Sum,
  place: Place,
  label: Label | undefined,
  behind: Behind | undefined,
): Who | undefined {
  const { text } = context;
  // "4 000 € de subvention de la commune et 1 500 € de la Région"
  const givenBefore = place.before?.payer !== undefined && place.before.payer !== context.actorName;
  const after =
    giverAfter(text, place.behind, place.to) ??
    (RECEIVED.test(place.said) || givenBefore ? giverOf(text, place.behind, place.to) : undefined);
  // "une tondeuse auprès de l'entreprise X", "la facture de 456 € de X": who sells is paid.
  const sells = SOLD_BY.test(plain(place.wholeLeft).replace(/\n/g, ' '));
  const passesOn = /revers/.test(plain(`${place.wholeLeft} ${place.right}`));
  const pays = paysBehind(context, behind, place);
  if (sells) {
    const seller = resolve(context, (after ?? giverBefore(text, place.from, sum.start))?.name);
    if (seller && sure(seller) && seller.name !== context.actorName) {
      receive(context, sum, seller);
      sum.nature = sum.nature === 'grant' || sum.nature === undefined ? 'price' : sum.nature;
      return undefined;
    }
  }
  const giver =
    (passesOn && context.favoured ? { ...bodyAs(context.favoured), start: -1, end: -1 } : undefined) ??
    (pays ? behind?.who : undefined) ??
    (label?.side === 'from' ? label.who : undefined) ??
    [
      after,
      giverBefore(text, place.from, sum.start),
      givenBefore ? coordinated(text, place.from, sum.start) : undefined,
      clauseSubject(text, place.from, sum.start),
      subject(text, place.sentence.start, sum.start),
    ]
      .map((given) => ({ given, who: resolve(context, given?.name) }))
      .find(({ given, who }) => who !== undefined && (sure(who) || given?.firm || givesToTown(context, sum, given)))
      ?.who ??
    designatedSubject(context, place.sentence.start, sum.start);
  // "la commune percevra 1 870 € de l'Agence": the subject receives.
  if (after && giver?.start === after.name.start && !sum.beneficiary && RECEIVED.test(place.said))
    sum.beneficiary = resolve(context, readName(text, receivingClause(text, place), sum.start))?.body?.name;
  if (pays && behind) sum.consumed = behind.given.name.end;
  if (after && giver && after.name.start === giver.start) sum.consumed = Math.max(sum.consumed, after.name.end);
  if (!giver || giver.name === sum.beneficiary) return giver;
  const ownGrant = giver.body && giver.body === context.favoured && sum.beneficiary !== context.actorName;
  const repays = /\brembours(?:e|era|ent|eront)\b/.test(plain(place.wholeLeft));
  if (ownGrant && repays) Object.assign(sum, { payer: giver.name, beneficiary: context.actorName });
  else if (!ownGrant || sum.nature === 'expense' || sum.nature === 'revenue' || passesOn) sum.payer = giver.name;
  if (giver.body && !giver.body.roles.has('issuer') && isPublic(giver.kind)) giver.body.roles.add('financer');
  else if (!giver.body && giver.start >= 0) {
    context.roster.add({
      name: giver.name,
      kind: giver.kind ?? 'association',
      start: giver.start,
      end: giver.end,
      extractor: 'parties/grant',
      roles: ['financer'],
    });
  }
  return giver;
}

/** "le Grand Hôtel du Lac verse à la Ville": who gives to the town has a name, whatever it is. */
const givesToTown = ({ actorName }: Context, sum: Sum, given: Given | undefined): boolean =>
  given?.by === 'subject' && sum.beneficiary === actorName && given.name.text.includes(' ');

/** "L'occupant s'acquittera de …", "L'administration verse …": a subject that the act calls by a name of its own. */
function designatedSubject({ roster, text }: Context, from: number, at: number): Who | undefined {
  const found =
    /^(?:article\s\S{1,5}\s*[-–:.]+)?[\s\-–•«"“\d.)]*((?:l['’]|la\s|le\s|les\s)?\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+)?)/iu.exec(
      text.slice(from, Math.min(at, from + 80)),
    );
  if (!found) return undefined;
  const end = from + found[0].length;
  for (const words of [found[1]!, found[1]!.replace(/\s\S+$/u, '')]) {
    const body = words ? roster.designated(words) : undefined;
    if (!body) continue;
    const behind = end - found[1]!.length + words.length;
    if (!SUBJECT_VERB.test(` ${plain(text.slice(behind, at)).replace(/\n/g, ' ')}`)) return undefined;
    return { name: body.name, kind: body.kind, body, start: behind - words.length, end: behind };
  }
  return undefined;
}
