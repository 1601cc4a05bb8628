import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';

/** Words that tell what a sum is. The word nearest before the sum speaks; what follows it at once speaks next. */
const CUES: readonly [Nature, string][] = [
  ['advance', 'avances?'],
  ['balance', "soldes?(?! (?:d'execution|de l'exercice|reporte))"],
  [
    'instalment',
    'acomptes?|(?:premier|second|deuxieme|troisieme|dernier|1er|2e|2eme|2nd) versements?|echeances?|mensualites?|annuites?|tranches?',
  ],
  [
    'other',
    'valeurs? locatives?|valorise(?:e|es|s|ation)?|valorisation|depots? de garantie|hausse|baisse|augmentation|diminution|economie|seuils?|plafonds?|inferieure?s?|superieure?s?|caution(?:s|nements?)?|franchise|emprunts?|prets?|capital|taux',
  ],
  [
    'total',
    "total(?:e|ite)?|montant global|montant total|somme totale|cumul|sommes|couts?(?! (?:annuel|mensuel|unitaire|par))|coute(?:ra|rait|nt)?|budget (?:previsionnel )?(?:global|total)|montants? (?:previsionnel|estime|estimatif|retenu)s?|montant (?:des |de )?(?:travaux|l'operation|la depense|la consultation)|enveloppe (?:financiere )?previsionnelle|evaluee?s?|(?:depenses?|montants?|assiettes?) (?:subventionnables?|eligibles?)|plan de financement|s'eleve",
  ],
  [
    'grant',
    'subventions?|participe(?:ra|nt)?|contribue(?:ra)?(?: financierement)?|aides?|aider|soutien|soutenue?s?|financements?|financer|participations?(?! aux frais)|contributions?|contreparties?(?= (?:nationales?|publiques?|financieres?))|concours|dotations?(?! (?:forfaitaire|globale))|dons?|reversee?s?|attribu(?:er|ee?s?|tion)|allou(?:er|ee?s?)|accord(?:er|ee?s?)|octro(?:yer|ie|yee?s?)|fonds de concours|secours|mecenat',
  ],
  [
    'budget_line',
    "imput(?:er|ee?s?|ation)|credits?|inscri(?:re|te?s?|ption)|chapitres?|section d(?:e fonctionnement|'investissement|'exploitation)|enveloppe|budget|autorisations? de programme|virements?|reserves?|report(?:e|ee)?s?|affect(?:er|ation)|decision modificative|mouvements?|delta|ajustement|(?<!subvention d')equilibre|prelev(?:er|ee?s?)",
  ],
  [
    'revenue',
    'recettes?|produits?(?= (?:de (?!l)|des|du|financier|exceptionnel|fiscal|attendu))|loyers?|redevances?|rembours(?:ements?|e|era|ent)|provenant|revenant|percue?s?|percoi(?:t|vent)|(?:a|ont) recu|encaiss\\w*|droits de place|cessions?|(?<!prix de |montant de la )ventes?|dotation (?:forfaitaire|globale)|participations? aux frais|taxes?|titres? de recettes',
  ],
  [
    'expense',
    'non[- ]valeurs?|depenses?|charges?|frais|cotisations?|adhesions?|paiement|part communale|autofinancement|fonds propres|estimee?s?',
  ],
  [
    'price',
    'prix|montant de la vente|couts? (?:annuel|mensuel|unitaire)|tarifs?|devis|offres?|honoraires|marches?|forfaits?|achats?|acquisitions?|acquerir|fourniture|prestations?|lot|entreprise|societe|concessions?|location|valeur|unitaire|moyennant|vendre|ceder|rachat|avenant',
  ],
  [
    'allowance',
    'allocations?|indemnites?|indice brut(?! terminal :)|bourses?|primes?|gratifications?|remuner(?:ations?|ee?s?)|vacations?|traitement',
  ],
  ['result', 'resultats?|excedents?|deficits?|benefices?|soldes? d.execution|solde de l.exercice'],
];

const ALL = new RegExp(`(?<![a-z])(?:${CUES.map(([, words]) => `(${words})`).join('|')})(?![a-z])`, 'g');

/** A word that tells a nature, and where it stands. */
export interface Cue {
  readonly nature: Nature;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The telling words of a text, in order. */
export function cuesIn(text: string): Cue[] {
  const found: Cue[] = [];
  for (const match of plain(text).replace(/\n/g, ' ').matchAll(ALL)) {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ nature: CUES[index]![0], word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What a sum is called just behind it: "40 000 € de subvention", "par jour", "HT". */
const BEHIND: readonly [Nature, RegExp][] = [
  ['grant', /^[^.;:]{0,8}\b(?:de|d'une?|au titre (?:de la|d'une)) (?:subvention|aide|participation|don)/],
  ['advance', /^[^.;:]{0,8}\b(?:d'avance|a titre d'avance)/],
  [
    'price',
    /^\s*(?:ht|ttc)?\s*(?:\/|par |l'|le |la )\s*(?:jour|mois|heure|eleve|m2|m²|unite|repas|nuit|tonne|kg|kilo|metre|enfant|personne|place|exemplaire)/,
  ],
  ['total', /^\s*(?:ht|ttc)?\s*au total/],
  ['grant', /^\s*(?:ont ete|a ete|sera|seront|est|sont)?\s*(?:attribue|alloue|accorde|octroye|reverse)/],
  [
    'budget_line',
    /^\s*(?:ht|ttc)?[^.;€]{0,40}\b(?:au chapitre|a l'article|au compte|sur le compte|inscrits? au budget|au budget)/,
  ],
];

export function natureBehind(text: string): Nature | undefined {
  const flat = plain(text.slice(0, 120)).replace(/\n/g, ' ');
  return BEHIND.find(([, pattern]) => pattern.test(flat))?.[0];
}

/** The nature that the words before a sum give it, the nearest word first. */
export function natureBefore(text: string): { nature: Nature; distance: number; word: string } | undefined {
  const flat = plain(text);
  const cues = cuesIn(text);
  let last = cues.at(-1);
  if (!last) return undefined;
  // "crédits … la somme de": what the sum is booked on; "avance … d'un montant de": what the sum is.
  const before = cues.at(-2);
  // "le versement d'une avance", "une subvention totale": the noun rules, not its attribute.
  if (
    before &&
    before.nature !== 'expense' &&
    last.nature === 'total' &&
    /^(?:total|totale)$/.test(last.word) &&
    last.start - before.end <= 2
  )
    last = before;
  // "une serre d'un coût de", "une aide d'un montant prévisionnel de": said of the noun before it.
  if (
    before &&
    last.nature === 'total' &&
    /\bd'un (?:cout|montant)[^,;.]{0,24}$/.test(flat) &&
    last.start - before.end < 60 &&
    (before.nature === 'grant' || before.nature === 'price' || before.nature === 'advance') &&
    /(?:acquisitions?|achats?|acquerir|fournitures?|subventions?|prestations?|participations?|aides?)/.test(before.word)
  )
    last = before;
  // "l'excédent de la section de fonctionnement": the head noun rules, not its complement.
  if (
    before?.nature === 'result' &&
    last.nature === 'budget_line' &&
    /^\s*(?:de la |du |de )$/.test(flat.slice(before.end, last.start))
  )
    last = before;
  // "La participation de … s'élève à": the sentence's subject is what the sum is.
  if (/s'equilibre|equilibree? en/.test(flat.slice(-80)))
    return { nature: 'budget_line', distance: 0, word: 'equilibre' };
  // "montant estimé des dépenses", "montant total des aides": the whole of what is spent or given.
  const ofMany =
    last.nature === 'grant' &&
    /total|global/.test(before?.word ?? '') &&
    flat.slice(before?.end, last.start) === ' des ';
  if (
    before?.nature === 'total' &&
    last.start - before.end <= 8 &&
    (ofMany || /^(?:expense|price|budget_line)$/.test(last.nature))
  )
    last = before;
  if (last.word === "s'eleve") {
    const [first, second] = cues;
    // "le montant total des marchés" is a total; "le montant de la subvention", a subvention.
    const ofWhich = first!.nature === 'total' && second && second.start - first!.end < 12 ? second : undefined;
    const ofMany = second && /^ d(?:es|e ces) $/.test(flat.slice(first!.end, second.start));
    const subject =
      ofWhich && !(/total|global/.test(first!.word) && (ofMany || ofWhich.nature === 'price')) ? ofWhich : first!;
    if (subject !== last) return { nature: subject.nature, distance: 0, word: subject.word };
  }
  // "une avance de 30 % de la subvention": a part of it.
  if (
    before &&
    last.nature === 'grant' &&
    /^(?:advance|balance|instalment)$/.test(before.nature) &&
    /^ de \d+(?:[.,]\d+)? ?% (?:du montant )?(?:de la |du |de l')?$/.test(flat.slice(before.end, last.start))
  )
    last = before;
  // "Le projet représente un budget de": what the whole costs.
  if (
    last.word === 'budget' &&
    /\b(?:projet|action|manifestation|evenement|operation|festival)\b[^.;]{0,70}\bbudget[^,;.]{0,40}$|\bbudget (?:previsionnel |global |total )?(?:du |de la |de l'|de cette |de ce )(?:projet|action|manifestation|evenement|operation|festival|tournoi)[^,;.]{0,40}$/.test(
      flat,
    )
  )
    return { nature: 'total', distance: flat.length - last.end, word: last.word };
  // "s'élève à", "évaluée à", "estimée à" say that a sum comes, not what it is.
  if (
    before &&
    /^(?:s'eleve|evalue|estime|report|attribu|accord|allou|octroy|inscri|affect)/.test(last.word) &&
    flat.slice(before.end, last.start).length < 120
  )
    last = before;
  return { nature: last.nature, distance: flat.length - last.end, word: last.word };
}
