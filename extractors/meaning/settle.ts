import { plain } from '../acts/plain.js';
import type { Context } from './context.js';
import type { Sum } from './sum.js';
import { isPublic } from './who.js';
import { ownerOf, townOf } from './whose.js';

const SEVERAL = /\b(?:aux|des|les) (?:associations|clubs|organismes|structures)\b/;

/** What follows from the rest: who pays a grant, who receives a revenue; the roles of those who do. */
export function settle(context: Context, sum: Sum): void {
  const { actor, favoured } = context;
  const given =
    sum.nature === 'grant' ||
    sum.nature === 'advance' ||
    sum.nature === 'balance' ||
    sum.nature === 'instalment' ||
    sum.nature === 'budget_line';
  const leadIn = sum.unit?.leadIn;
  // In a list for several, one without a name of its own is not for the one that the act knows best.
  const forSeveral = leadIn !== undefined && SEVERAL.test(plain(context.text.slice(leadIn.start, leadIn.end)));
  // Who is named only further on is not meant yet.
  const known = favoured && favoured.start <= sum.start;
  // "Convention avec le SDIS": what another public body gives is not for it, but for the town.
  const others = favoured?.kind === 'public_body' && sum.payer !== undefined && actor && sum.payer !== townOf(actor);
  if (given && !sum.beneficiary && known && !others && !forSeveral && !sum.fromTable && sum.payer !== favoured.name)
    sum.beneficiary = favoured.name;
  if (!sum.payer && actor && !sum.fromTable && !sum.taken) {
    if (sum.nature === 'revenue') sum.beneficiary ??= townOf(actor);
    else if (sum.nature === 'total' && ownerOf(context) !== townOf(actor)) return;
    else if (sum.nature !== 'result' && sum.nature !== 'allowance' && sum.beneficiary !== townOf(actor))
      sum.payer = townOf(actor);
  }
  if (sum.nature === 'grant' && sum.payer && !sum.beneficiary && actor && !sum.fromTable) {
    const giver = context.roster.find(sum.payer);
    const gives = plain(sum.payer) === 'etat' || (giver && giver !== actor && isPublic(giver.kind));
    if (gives && (!favoured || favoured === giver || others)) sum.beneficiary = townOf(actor);
  }
  if (sum.nature === 'revenue' && actor && sum.payer === townOf(actor)) sum.nature = 'expense';
  if (sum.nature === 'revenue' && sum.payer && !sum.beneficiary && actor && sum.payer !== townOf(actor))
    sum.beneficiary = townOf(actor);
  if (
    sum.fromTable &&
    sum.nature === 'total' &&
    !sum.payer &&
    actor &&
    sum.beneficiary === undefined &&
    /subvention|attribution/.test(plain(context.title))
  )
    sum.payer = townOf(actor);
  if (sum.nature === 'grant' || sum.nature === 'advance' || sum.nature === 'balance') {
    const to = sum.beneficiary ? context.roster.find(sum.beneficiary) : undefined;
    const by = sum.payer ? context.roster.find(sum.payer) : undefined;
    if (to && to !== actor) to.roles.add('beneficiary');
    if (by && to && (by === actor || by.roles.has('issuer'))) by.roles.add('grantor');
  } else if (sum.beneficiary) {
    const to = context.roster.find(sum.beneficiary);
    if (to && to.kind === 'association' && to !== actor && sum.nature === 'expense') to.roles.add('beneficiary');
    if (to && to.roles.size === 0) to.roles.add('partner');
  }
}
