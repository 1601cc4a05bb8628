import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { readPerson } from '../parties/person.js';
import type { Body } from '../parties/roster.js';
import type { Context } from './context.js';
import {
  crowdAfter,
  type Given,
  isRunOfPlayers,
  playersAfter,
  receiverAfter,
  receiverBefore,
  receiverOfThisSum,
} from './giving.js';
import { announcesRun, type Label } from './label.js';
import type { Place } from './place.js';
import type { Sum } from './sum.js';
import { companyBefore } from './supply.js';
import { bodyAs, isPublic, receive, resolve, sure, type Who } from './who.js';

/** A name behind a sum, and the body that it means. */
export interface Behind {
  readonly given: Given;
  readonly who: Who | undefined;
}

export function behindOf(context: Context, { behind, to }: Place): Behind | undefined {
  const given = receiverAfter(context.text, behind, to);
  return given && { given, who: resolve(context, given.name) };
}

/** "soutenu à hauteur de 500 € pour la Région": public money behind "pour" pays. */
export const paysBehind = (context: Context, behind: Behind | undefined, { wholeLeft }: Place): boolean =>
  behind?.who?.body !== undefined &&
  behind.given.by === 'pour' &&
  isPublic(behind.who.kind) &&
  behind.who.body !== context.favoured &&
  /a hauteur|soutenu|financ|particip/.test(plain(wholeLeft));

/** Says who receives a sum in a sentence, where its words or what announces them tell. */
export function readReceiver(
  context: Context,
  sum: Sum,
  place: Place,
  label: Label | undefined,
  behind: Behind | undefined,
): void {
  const { text } = context;
  const { unit, sentence, before, from, to, left } = place;
  const receivedBefore = resolve(context, receiverBefore(text, from, sum.start, sentence.start)?.name);
  const received = behind?.who;
  const crowd = received ? undefined : crowdAfter(text, place.behind, to);
  const adjacent = behind?.given.by === 'à' && received !== undefined && sure(received);
  const loose =
    receivedBefore !== undefined && /,| et /.test(text.slice(receivedBefore.end, sum.start).replace(/\n/g, ' '));
  const relative = bodyOfRelative(context, sentence.start, sum)?.name ?? latterOf(context, sum, place);
  const later = resolve(context, receiverOfThisSum(text, place.behind, place.until)?.name);
  const company = sum.nature === 'price' && before ? companyBefore(context, from, sum) : undefined;
  const isCost = sum.nature === 'total' && /\b(?:travaux|operation|projet)\b/.test(plain(left));
  if (relative) sum.beneficiary = relative;
  else if (later) receive(context, sum, later);
  else if (company) receive(context, sum, bodyAs(company));
  else if (receivedBefore && !(adjacent && loose)) {
    receive(context, sum, receivedBefore);
    sum.nature ??= natureFor(receivedBefore, before);
  } else if (
    received &&
    !paysBehind(context, behind, place) &&
    (behind.given.by !== 'pour' || (!place.sought && takes(context, received)))
  ) {
    receive(context, sum, received);
    sum.consumed = behind.given.name.end;
    sum.nature ??= natureFor(received, before);
  } else if (label?.side === 'to') receive(context, sum, label.who);
  else if (crowd) sum.beneficiary = crowd;
  else if (isRunOfPlayers(text.slice(unit.start, unit.end))) {
    sum.beneficiary = playersAfter(text, place.behind, to);
    sum.nature ??= 'grant';
  } else if (before && (isCost || addsUp(context, sum, before, place))) return;
  else if (
    before?.beneficiary &&
    (unit.kind !== 'paragraph' || /dont|soit|\(|compren|portant|repartis|respectivement|puis|et /.test(plain(left)))
  ) {
    sum.beneficiary = before.beneficiary;
  } else {
    const wider = resolve(context, receiverBefore(text, sentence.start, sum.start)?.name);
    const announced = unit.leadIn
      ? resolve(context, receiverBefore(text, unit.leadIn.start, unit.leadIn.end)?.name)
      : undefined;
    if (wider && sure(wider)) receive(context, sum, wider);
    else if (announced && sure(announced)) receive(context, sum, announced);
    else if (sum.nature === 'grant' && place.asker) receive(context, sum, place.asker);
    else if (sum.announcedBy?.beneficiary && PARTED.test(plain(place.leadIn)))
      sum.beneficiary = sum.announcedBy.beneficiary;
  }
}

/** A company is paid a price, and so is whoever is named beside a price; others are given. */
const natureFor = (who: Who, before: Sum | undefined): Nature =>
  who.kind === 'company' || before?.nature === 'price' ? 'price' : 'grant';

/** A total of several sums in one sentence is nobody's: each of them has its own receiver. */
function addsUp({ text }: Context, sum: Sum, before: Sum, { unit, wholeLeft }: Place): boolean {
  if (sum.nature !== 'total') return false;
  const sums = wholeLeft.match(/€|\beuros?\b/gi)?.length ?? 0;
  return sums > 1 || announcesRun(plain(text.slice(unit.start, before.start)));
}

/** What announces the parts of one sum. */
const PARTED = /decompos|reparti|ventil|detaill|comme suit|ainsi qu'il suit|suivante|dont/;

/** Whether "pour X" names who receives: a body that the act knows, or any body where the act favours none. */
function takes(context: Context, who: Who): boolean {
  if (context.favoured) return who.body === context.favoured;
  return who.body !== undefined || who.kind !== 'municipality';
}

/** "…l'association X, dont la subvention est de": the body before the comma. */
function bodyOfRelative({ roster, text, actor }: Context, from: number, sum: Sum): Body | undefined {
  const left = plain(text.slice(from, sum.start)).replace(/\n/g, ' ');
  const relative =
    /,? dont (?:la|le|l'|les) ?(?:subventions?|aides?|participation|dotation|contribution|montant)[^.;€]{0,40}$/.exec(
      left,
    );
  if (!relative) return undefined;
  let best: Body | undefined;
  let at = -1;
  for (const body of roster.bodies) {
    if (body === actor || body.kind === 'person') continue;
    const found = left.slice(0, relative.index + 1).lastIndexOf(plain(body.name));
    if (found > at && relative.index - (found + body.name.length) < 12) {
      best = body;
      at = found;
    }
  }
  return best;
}

/** "à cette dernière", "à ladite association", "lui attribuer": the body named last before these words. */
function latterOf({ roster, text, actor }: Context, sum: Sum, { unit, from, behind, to }: Place): string | undefined {
  const said =
    /\b(?:(?:a|au profit de) (?:cette derniere|ce dernier|cette association|ladite association|ce club|ledit club)|lui (?:attribue|alloue|accorde|octroie|octroye|verse|reverse|rembourse)(?:r|ra)?)\b/;
  const flatOf = (start: number, end: number): string => plain(text.slice(start, end)).replace(/\n/g, ' ');
  const before = said.exec(flatOf(from, sum.start));
  const after = before ? undefined : said.exec(flatOf(behind, Math.min(to, behind + 60)));
  if (!before && after?.index !== undefined && after.index > 12) return undefined;
  if (!before && !after) return undefined;
  if (after) sum.consumed = behind + after.index + after[0].length;
  const flat = flatOf(unit.start, before ? from + before.index : sum.start);
  const named = roster.bodies
    .filter((body) => body !== actor && (body.kind === 'association' || body.kind === 'company'))
    .map((body) => ({ body, at: flat.lastIndexOf(plain(body.name)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  // "Mme X a avancé l'achat. Il convient de lui rembourser".
  const persons = [...text.slice(unit.start, from).matchAll(/(?<!\p{L})(?:M\.|Mme|Mlle|Monsieur|Madame)\s/gu)];
  return (
    named[0]?.body.name ??
    (persons.length > 0 ? readPerson(text, unit.start + persons.at(-1)!.index, false, from)?.text : undefined)
  );
}
