import { type Act, readingsOf } from '../../models/act.js';
import { type EntityKind, isPublicBody, type PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';

/** What the roles of a contract's parties are told from. */
interface Contracting {
  readonly name: string;
  readonly kind: EntityKind;
  readonly designation?: string | undefined;
  readonly alsoCalled?: readonly string[];
}

/**
 * The role of each party: without money, partners. With it, public bodies give to the others; among equals the one that
 * the act says to pay gives, else the first.
 */
export function contractRoles(act: Act, parties: readonly Contracting[]): PartyRole[] {
  if (!paysMoney(act)) return parties.map(({ kind }) => (kind === 'person' ? 'signatory' : 'partner'));
  const publics = parties.filter(({ kind }) => isPublicBody(kind));
  if (publics.length > 0 && publics.length < parties.length)
    return parties.map(({ kind }) => (isPublicBody(kind) ? 'grantor' : 'beneficiary'));
  const flat = plain(act.passage.text.slice(0, act.passage.bodyEnd)).replace(/\s+/g, ' ');
  const givers = parties.filter((party) => isSaidToPay(flat, party));
  const giver = givers.length === 1 ? givers[0] : parties[0];
  return parties.map((party) => (party === giver ? 'grantor' : 'beneficiary'));
}

/** Money changes hands under it; a company's capital is none. */
function paysMoney(act: Act): boolean {
  const flat = plain(act.passage.text);
  if (
    readingsOf(act, 'amount').some(({ start }) => !/\bcapital (?:social )?de\s*$/.test(flat.slice(start - 24, start)))
  )
    return true;
  return (
    /subvention|participation financiere|versera|verser/.test(flat) &&
    !/aucune contrepartie financiere|sans contrepartie|a titre gratuit/.test(flat)
  );
}

const PAYS =
  "(?: s'engage a)? (?:vers(?:e|era|er)|attribue(?:ra|r)?|accorde(?:ra|r)?|alloue(?:ra|r)?|octroie(?:ra)?|finance(?:ra|r)?|subventionne(?:ra|r)?|contribue(?:ra|r)? financierement|participe(?:ra|r)? financierement|apporte(?:ra|r)? (?:une? |son |sa )?(?:aide|subvention|participation|contribution|soutien financier|concours financier)|rembourse(?:ra|r)?)\\b";

/** "La Caf verse au partenaire": the act says of this party, by a name that it goes by, that it pays. */
function isSaidToPay(flat: string, { name, designation, alsoCalled = [] }: Contracting): boolean {
  const head = headOf(plain(name))?.head;
  return [name, designation, ...alsoCalled, head]
    .flatMap((called) => (called ? [plain(called).replace(/^(?:la|le|les|l')\s*/, '')] : []))
    .some((called) => new RegExp(`(?<![a-z])${called.replace(/[^a-z0-9 '-]/g, '.')}${PAYS}`).test(flat));
}
