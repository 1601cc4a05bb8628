import { type Agenda, onAgenda } from './agenda.js';
import type { FlowLine } from './flow.js';
import { referenceAt } from './reference.js';

/** What makes a line a heading. */
export type Style =
  | 'reference'
  | 'object'
  | 'point'
  | 'number'
  | 'sub-number'
  | 'roman'
  | 'capitals'
  | 'bold'
  | 'words'
  | 'spoken'
  | 'bullet'
  | 'closer';

const OPENS_POINT = /^(?:point|question|affaire|dossier|rapport)\s*(?:n°|numero|no)?\s*\d{1,3}\b/;
export const OBJECT = /^(?:objet|intitule)\s*(?:de la deliberation)?\s*[:-]\s*\S/;
const CLOSER =
  /^(?:[\W\d]|[ivx]{1,4}\s*[-.)]|point\s*(?:n°?\s*)?\d)*(?:(?:questions?|affaires?|points?|informations?|sujets?)(?: et (?:questions?|informations?|communications?))?\s*(?:diverse?s?|orales?|ecrites?)|divers|informations?(?: (?:generales?|municipales?|du maire|diverses|sur|relatives?|au conseil).*)?|communications?(?: (?:du|de la) (?:maire|president)e?)?|tour de table|parole au public|compte[- ]rendu des (?:decisions|delegations|commissions)|agenda|dates a retenir|prochaines? (?:reunions?|seances?|dates?)|(?:la seance est )?levee? de (?:la )?seance|la seance est levee|l'ordre du jour etant epuise|plus rien n)\b/;
export const HOUSEKEEPING =
  /\b(?:secretaire de (?:la seance|seance|l'assemblee)|ordre du jour|appel nominal|quorum|ouverture de (?:la )?seance|liste des presents|signatures?|emargement|pouvoirs?|procurations?)\b/;
/** What opens an agenda item in French councils; no verb of a sentence follows. */
const TITLE_WORDS =
  /^(?:approbation|adoption|attribution|designation|decision modificative|decisions modificatives|autorisation|demande|convention|avenant|creation|suppression|budget|subventions?|tarifs?|tarification|adhesion|acquisition|cession|vente|achat|vote|modification|compte (?:administratif|de gestion|financier|rendu)|affectation|fixation|election|renouvellement|mise (?:a|en)|admissions?|garantie|marche|projet|participation|taux|taxes?|transfert|retrait|rapport|renonciation|signature|installation|ratification|remboursement|regularisation|revision|declassement|denomination|octroi|motion|avis|plan|travaux|personnel|recrutement|ressources humaines|finances|urbanisme|regime indemnitaire|delegation|droit de preemption|location|bail|pret|emprunt|dm ?\d|debat|orientation|dissolution|choix|validation|lancement|reglement|programme|groupement|fonds|contrat|instauration|cloture|derogation|rectificatif|indemnites?|tableau des effectifs|amortissement|provisions?|servitude|echange|enquete|classement|deliberation|nomination|remplacement|constitution|composition|exoneration|redevance|cotisation|rapport d'activites?|ecole|cimetiere|voirie|eau|assainissement)\b/;
export const TABLE_WORDS =
  /^(?:(?:section|total|sous-total|depenses?|recettes?|resultats?|solde|excedent|deficit|fonctionnement|investissement|exploitation|chapitre|article|articles|libelle|montant|designation|operation|compte|report|reports|reel|ordre|ht|ttc|tva|bp|ca|rar|€|de|d'|des|et|la|le|en|du|au|[\d.,|/:()+-])\s*)+$/;
export const INSIDE =
  /^(?:vu|rapporteure?s?|considerant|attendu|decide|approuve|autorise|adopte|vote(?! (?:du|des|de la|de l'|d'une?) )|votants?|pour|contre|abstentions?|etaient|etait|presents?|absents?|excuses?|representee?s?|pouvoirs?|procurations?|article|annexe|precise|dit|charge|le conseil|l'assemblee|apres|sur|ainsi|fait|pour extrait|certifie|signe|monsieur|madame|mme|m\.|entendu|ouï|oui|motif|expose|resultat|unanimite|l'an|extrait|departement|s'engage|s'engagent|emet|donne|prend|designe|nomme|fixe|attribue|accepte|elit|instaure|rejette|refuse|cree|valide|confirme|retient|renonce|mandate|sollicite|dispose|arrondissement|canton|republique|commune|mairie|date|nombre(?! d(?:es |')adjoints)|de [a-z]+er\b|d'[a-z]+er\b)\b/;

/** Who writes, over the title of the minutes. */
const LETTERHEAD =
  /^(?:ville|mairie|commune|communaute|metropole|agglomeration|syndicat|sivu|sivom|sictom|siaep|ccas|centre communal|departement|region|conseil|bureau|comite syndical|commission permanente|republique|hotel de ville|arrondissement|canton|prefecture)\b/;
const LETTERHEAD_LINES = 12;

/** What is known of the whole text when one of its lines is looked at. */
interface Surroundings {
  readonly numbered: ReadonlyMap<number, Style>;
  /** The height of most letters. */
  readonly body: number;
  readonly agenda: Agenda | undefined;
  /** Whether "Décision n°" numbers what this assembly decides. */
  readonly decisions: boolean;
}

export function styleOf(
  lines: readonly FlowLine[],
  index: number,
  { numbered, body, agenda, decisions }: Surroundings,
): Style | undefined {
  const line = lines[index]!;
  const text = line.plain.trim();
  if (text.length > 400) return undefined;
  if (CLOSER.test(text) && text.length < 110) return 'closer';
  const reference = referenceAt(line.text);
  if (
    reference &&
    !/^\W*(?:arrete|rapport|acte|loi|decret|article|ref)/.test(text) &&
    (decisions || !/^\W*decision/.test(text)) &&
    standsAsHead(line, reference.end)
  )
    return 'reference';
  if (OBJECT.test(text)) return 'object';
  if (OPENS_POINT.test(text) && text.length < 200) return 'point';
  const number = numbered.get(index);
  if (number) return number;
  if (line.inTable || /\t/.test(line.text)) return undefined;
  if (
    TABLE_WORDS.test(text) ||
    INSIDE.test(text.replace(/^[\s•▪●*➢>-]+/, '')) ||
    (HOUSEKEEPING.test(text) && !onAgenda(agenda, line))
  )
    return undefined;
  if (index < LETTERHEAD_LINES && LETTERHEAD.test(text)) return undefined;
  if (line.apart && runsIn(line)) return 'bullet';
  if (text.length < 4 || text.length > 180 || !/[a-z]{3}/.test(text)) return undefined;
  if (/€|^\W*\d[\d .,]*$/.test(text)) return undefined;
  const ends = /[.;,]$/.test(text);
  if (line.capitals && !ends && line.text.replace(/[^\p{L}]/gu, '').length >= 8 && (line.apart || line.bold))
    return 'capitals';
  if (line.bold && line.apart && !ends && text.length < 160) return 'bold';
  if (line.apart && !ends && body > 0 && line.size > body * 1.15 && text.length < 140) return 'bold';
  if (line.apart && onAgenda(agenda, line) && text.length < 160) return 'words';
  if (
    line.apart &&
    !ends &&
    TITLE_WORDS.test(text) &&
    text.length < 150 &&
    !/\b(?:est|sont|a ete|ont|sera|seront|propose|rappelle)\b/.test(text)
  )
    return 'words';
  if (line.apart && !ends && text.length < 90 && isSpokenTo(line, lines[index + 1])) return 'spoken';
  return undefined;
}

/** What is said on a point begins by who says it, or by what moves them. */
const SPEAKS =
  /^\W*(?:monsieur|madame|m\. |mme |mr |le (?:maire|president|conseil|bureau|comite)|la (?:maire|presidente|commission)|les (?:membres|conseillers|delegues)|l'assemblee|vu |considerant|apres (?:en )?avoir|apres (?:delibe|expose|lecture)|suite a |il est (?:propose|rappele|expose)|dans le cadre)/;

/** "Coupe de bois : le maire fait part …": a title, a colon, and on the same line the first sentence on it. */
const runsIn = ({ text, plain }: FlowLine): boolean => {
  const title = /^\s*["«]?\p{Lu}[^:.;]{3,80}:\s+(?=\p{Lu})/u.exec(text);
  return title !== null && SPEAKS.test(plain.slice(title[0].length));
};

/** A short line, no sentence, right over the first sentence of what was said on it. */
const isSpokenTo = (line: FlowLine, next: FlowLine | undefined): boolean =>
  next !== undefined &&
  SPEAKS.test(next.plain) &&
  /^[\s•▪●*➢>-]*[\p{Lu}«"]/u.test(line.text) &&
  !/\b(?:est|sont|a ete|ont|sera|seront|propose|rappelle|de|du|des|la|le|les|a|au|aux|et|en|par|que|qui)$|\b(?:est|sont|a ete|ont|sera|seront|propose|rappelle)\b/.test(
    line.plain.trim(),
  );

/** A number at a line's start opens a point where a title or nothing follows it, not a sentence in its midst. */
function standsAsHead(line: FlowLine, end: number): boolean {
  const behind = line.text.slice(end).replace(/^[\s:.–—-]+/u, '');
  if (behind === '') return line.apart || /deliberation|n°/.test(line.plain);
  return /^[\p{Lu}«"“]/u.test(behind) || /^\t/.test(line.text.slice(end));
}
