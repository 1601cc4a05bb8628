import { factsOf } from '../../extractors/facts.js';
import { giveMeaning } from '../../extractors/meaning/index.js';
import { readRoster } from '../../extractors/parties/index.js';
import type { DocumentKind, Heading } from '../../models/document.js';
import type { Amount } from '../../models/records.js';
import { actOf } from '../parties/act.js';

const OPENING = `Extrait du registre des délibérations du Conseil Municipal de la Ville de Valbrune\n\n`;

/** The sums of an act of the Ville de Valbrune, with their meaning. */
export function amounts(text: string, heading: Heading = {}, kind: DocumentKind = 'deliberation'): Amount[] {
  const act = actOf(OPENING + text, kind);
  return giveMeaning(act, factsOf(act).amounts, readRoster(act, heading), heading);
}

const CONVENTION = `CONVENTION D'OBJECTIFS

Entre les soussignés

La Ville de Valbrune, représentée par son Maire, M. Paul LANTIER,
ci-après désignée « la Ville »,

et

L'association Les Amis du Moulin, représentée par sa Présidente, Mme Aline QUERCY,
ci-après dénommée « l'occupant »

`;

/** The sums of a convention between the town and an association. */
export function agreed(text: string): Amount[] {
  const act = actOf(CONVENTION + text, 'convention');
  return giveMeaning(act, factsOf(act).amounts, readRoster(act), { year: 2020 });
}
