import type { Nature } from '../../../models/records.js';

/** What an amount may be, by the words that say what it is for; the first that fits wins. Texts are plain. */
const NATURES: readonly (readonly [Nature, RegExp])[] = [
  ['result', /\b(?:resultats?(?! (?:d'insertion|obtenus))|excedents?|deficits?|benefices? (?:net|de)|pertes?)\b/],
  [
    'allowance',
    /\b(?:allocations?|aides? (?:ponctuelles?|financieres?|individuelles?|d'urgence|attribuees?|aux|au)|demandes? d'aides?|bourses?|indemnites?|gratifications?|secours|primes?|enveloppe scolaire|verses? (?:aux?|a) (?:jeunes?|familles?|beneficiaires?)|fajem?|pret d'honneur)\b/,
  ],
  [
    'price',
    /\b(?:prix|tarifs?|cout (?:unitaire|horaire|moyen)|coute(?:nt)?|adhesions? (?:a|de)|parrainages? a|montant annuel)\b/,
  ],
  ['advance', /\b(?:avances?|acomptes?)\b/],
  [
    'grant',
    /\b(?:subventions?|dotations?|financements?|cofinancements?|concours financier|mecenat|fse|feder|appels? a projets?|aides? (?:apportee|alimentaire|octroyee|annuelle|au fonctionnement)|conventionnement)\b/,
  ],
  ['total', /\b(?:total|totaux|totale|cout total|montant global|au total)\b/],
  [
    'revenue',
    /\b(?:produits?|recettes?|chiffre d'affaires|cotisations?|dons?|ventes?|ressources|recolte(?:r|s|es)?|rapporte|recueilli(?:s|es)?|donne(?:s|es|e)?|recu(?:s|es|e)?|collecte(?:s|r|es)?|reverse(?:e|es|s)?|somme)\b/,
  ],
  [
    'expense',
    /\b(?:charges?|depenses?|frais|achats?|salaires?|masse salariale|remunerations?|loyers?|investissements?|travaux|paye(?:s|e|es)?|depense)\b/,
  ],
  ['balance', /\b(?:soldes?|tresorerie|encours|dettes?|fonds propres|reserves?|en caisse|en banque)\b/],
  ['budget_line', /\b(?:budgets?|enveloppes?|credits?)\b/],
];

/** The nearest words speak first: the label, what follows, the sentence, the headings. */
export function natureOf(...texts: readonly string[]): Nature {
  for (const text of texts) {
    for (const [nature, pattern] of NATURES) if (pattern.test(text)) return nature;
  }
  return 'other';
}
