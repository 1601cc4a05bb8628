import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';
import type { Body } from '../parties/roster.js';
import type { Context } from './context.js';
import type { Dealing } from './dealing.js';
import type { Sum } from './sum.js';
import { receive, resolve, sure } from './who.js';

/** The company named last before a price: "SARL Dubois et Fils pour 45 200 €". */
export function companyBefore({ roster, text }: Context, from: number, sum: Sum): Body | undefined {
  const flat = plain(text.slice(from, sum.start)).replace(/\n/g, ' ');
  let best: Body | undefined;
  let at = -1;
  for (const body of roster.bodies) {
    if (body.kind !== 'company') continue;
    const found = flat.lastIndexOf(plain(body.name));
    if (found > at) {
      best = body;
      at = found;
    }
  }
  return best;
}

/** Who is paid a price: the company named before it, with whom a contract is signed, or whose contract the act is about. */
export const supply: Dealing = (context, sum, { unit }) => {
  if (sum.nature === 'price')
    sum.beneficiary ??=
      companyBefore(context, unit.start, sum)?.name ?? contractor(context, unit.start, sum) ?? holder(context);
};

/** "devis établi par X d'un montant de", "le tarif fixé par X est de": who names a price is paid. */
const PRICED_BY =
  /\b(?:tarifs?|prix|devis|offres?|factures?|montants?)\b[^.;€]{0,30}? (?:fixe|propose|pratique|demande|etabli|presente|emis|remis)e?s? par (?:la |le |l')?(?=\S)/;
const SIGNED_WITH =
  /\b(?:contrats?|marches?|conventions?|accords?|avenants?)\b(?![^.€]{0,40}\bmise a disposition)[^.€]{0,80}? avec (?:la |le |l')?(?=\S)/;

/** "contrat de cession avec la compagnie X", "convention d'honoraires avec Me Y", "devis établi par Z". */
function contractor(context: Context, from: number, sum: Sum): string | undefined {
  const said = plain(context.text.slice(from, sum.start)).replace(/\n/g, ' ');
  const found = SIGNED_WITH.exec(said) ?? PRICED_BY.exec(said);
  if (!found) return undefined;
  const at = from + found.index + found[0].length;
  const person = readPerson(context.text, at, false, sum.start);
  if (person) return person.text;
  const who = resolve(context, readName(context.text, at, sum.start));
  if (!who || !sure(who) || who.name === context.actorName) return undefined;
  receive(context, sum, who);
  return who.name;
}

/** "Avenant n° 1 au marché de … - entreprise X": who holds the contract that the act is about. */
const holder = ({ favoured, title }: Context): string | undefined =>
  favoured?.kind === 'company' && /\b(?:marches?|avenant|contrat)\b/.test(plain(title)) ? favoured.name : undefined;
