import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';

/** Heads that are names by themselves. */
const PROPER =
  /^(?:centre (?:inter)?communal d'action sociale|caisse des ecoles|caisse d'epargne|caisse des depots|credit agricole|credit mutuel|credit local|banque postale|pole emploi|france travail|croix[- ]rouge|restos du coeur|souvenir francais|familles rurales|union europeenne|collectivite de corse|education nationale|fonds social europeen|fse|feder|admr|ademe|anah|anru|anct|msa|cpam|carsat|drac|dreal|dsden|ddcs|ddcspp|ddtm|fnaca|spa|caue|groupama|enedis|grdf|veolia|caisse des depots et consignations|secours populaire|secours catholique|restaurants du coeur|banque alimentaire|regie de quartier|ccas|cias|sdis|caf|cyclo club|tennis club|football club|lpo)$/;

/** A sort of body and nothing more. */
export function isBare(written: string, before: string): boolean {
  const text = plain(written);
  const head = headOf(text);
  if (!head) return false;
  if (PROPER.test(head.head)) return false;
  const rest = text.slice(head.head.length).trim();
  if (rest === '')
    return (
      !/^[A-Z]{3,}$/.test(written.replace(/\./g, '')) ||
      /^(?:VILLE|COMMUNE|ASSOCIATION)$/.test(written) ||
      before === ''
    );
  return /^(?:de communes|d'agglomeration|urbaine|locale?|associee|sportive|municipal|communal|concernee|beneficiaire|precitee|susvisee|regional)$/.test(
    rest,
  );
}
