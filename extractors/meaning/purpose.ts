import { plain } from '../acts/plain.js';
import { PRINTED_MONTH } from '../french/months.js';
import { fold } from '../parties/name.js';

/** A purpose: "pour le soutien d'un poste", "au titre du dispositif X", "afin de …". */
export function purposeAfter(text: string, at: number, end: number): string | undefined {
  const stretch = text.slice(at, Math.min(end, at + 400));
  const found =
    /(?:^|[\s,(])((?:pour|au titre|afin|en vue|destinée?s? à|dans le cadre|concernant|visant)\b(?:[^.;:\n]|\n(?!\n)|\.(?=\S))*)/u.exec(
      stretch,
    );
  if (!found) return undefined;
  const words = fold(found[1]!)
    .replace(/^pour un montant\s*/iu, '')
    .replace(
      /^(?:pour|au titre (?:de la|de l['’]|du|des|d['’]un|d['’]une|de son|de sa|de|d['’])|afin (?:de|d['’])|en vue (?:de|d['’])|destinée?s? (?:à|au|aux)|dans le cadre (?:de la|de l['’]|du|des|de|d['’])|concernant|visant à)\s*/iu,
      '',
    )
    .replace(/[\s,)(]+$/u, '');
  return cleanPurpose(words);
}

/** What the words before a sum say that it is for. */
export function purposeBefore(left: string): string | undefined {
  const words = fold(left);
  const found =
    /(?<!\p{L})(?:pour(?!\p{L})|au titre d[eu']|concernant|relative? (?:à|au|aux))\s*([^,;:.]{4,120}?)\s*(?:,|:|\(|d['’]un montant|la somme|à hauteur|s['’]élève|pour un montant)[^,;]*$/iu.exec(
      words,
    );
  return found ? cleanPurpose(found[1]!) : undefined;
}

const MONTH = new RegExp(String.raw`^(?:le mois de\s+)?${PRINTED_MONTH}(?:\s+(?:19|20)\d{2})?$`, 'iu');

/** A year is no purpose, nor is what a sum is a share of or how it is paid. */
export function cleanPurpose(text: string): string | undefined {
  const words = fold(text)
    .replace(/^(?:-|–|•|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])\s*/u, '')
    .replace(
      /^(?:de\s+)?(?:l['’])?(?:année|exercice|saison|campagne)s?(?:\s+(?:scolaire|budgétaire|civile|sportive|culturelle))?\s*(?:(?:19|20)\d{2}(?:\s*[-–/]\s*\d{2,4})?)?(?=[\s,]|$)/iu,
      '',
    )
    .replace(/^(?:19|20)\d{2}(?:\s*[-–/]\s*\d{2,4})?(?:\s+et)?$/u, '')
    .replace(MONTH, '')
    .replace(/^(?:les?\s+|la\s+|l['’])?(?:subventions?|sommes?|montants?|aides?)(?:\s+suivante?s?)?$/iu, '')
    .replace(/\s+et\s+(?:le|la|les|un|une|des)\s+\S+(?:\s\S+){0,3}\s+(?:de|d['’])$/iu, '')
    .replace(/,\s*(?:sur la base|dont le coût|dans la limite)\b.*$/iu, '')
    .replace(/,?\s*soit\b.*$/iu, '')
    .replace(/[\s,:;(]+$/u, '')
    .trim();
  return words.length >= 4 && /^[\p{L}\d«"“(]/u.test(words) ? words.slice(0, 200) : undefined;
}

/** What a list's lead-in says the sums are for; a formula of decision or a full clause says nothing of it. */
export function purposeOfLeadIn(text: string): string | undefined {
  const flat = plain(text).replace(/\n/g, ' ');
  if (
    /\b(?:delibere|conseil|assemblee|commission|bureau|decide|attribue|alloue|accorde|octroie|vote|fixe|approuve|autorise|propose|verse|est|sont|sera|seront|serait|seraient|a ete|ont ete|a|considerant|vu|oui?|ouï|suivante?s?|ci-dessous|comme suit)\b/.test(
      flat,
    )
  ) {
    const found = /\b(?:pour|afin|en vue|destinee?s?)\b/.exec(flat);
    if (!found || /\bpour (?:un montant|mandat|extrait|\d)/.test(flat) || text.length > 240) return undefined;
    return purposeAfter(
      text.replace(/\s+(?:suivantes?|ci-dessous|comme suit|ainsi qu['’]il suit)?\s*:?\s*$/iu, ''),
      found.index,
      text.length,
    );
  }
  return cleanPurpose(text.replace(/\s*:\s*$/u, ''));
}
