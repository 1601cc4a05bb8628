import { plainHeading } from '../acts/headings.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'budget',
  opens: [
    {
      at: 'line',
      says: 'it opens with « budget », « compte de résultat » or « plan de financement »',
      pattern:
        /^[ \t]*(?:annexe (?:n° ?)?\d+ ?[:-] ?|\d{1,2}\s*[-.)]\s*)?(?:budget (?:previsionnel|primitif|principal|annexe|supplementaire|de l'|du |de la |global|general|\d{4})|compte (?:de resultat|administratif|de gestion|d'exploitation|financier unique)|bilan (?:financier|comptable|actif|passif|au )|comptes annuels|rapport financier|plan de financement|maquette budgetaire|etat(?:s)? financier)/,
      weight: 6,
    },
  ],
  holds: [
    {
      says: 'it sets expenses against revenues',
      pattern: /\b(?:charges|depenses|emplois)\b[\s\S]{0,3000}?\b(?:produits|recettes|ressources)\b/,
      weight: 2,
    },
    {
      says: 'its accounts are those of the plan comptable',
      pattern:
        /^[ \t]*(?:6[0-9]|7[0-9])\s*[-–:.]?\s*(?:achats|services exterieurs|autres services|impots et taxes|charges|ventes|subventions?|produits|prestations|dotations|cotisations)/m,
      weight: 4,
      atLeast: 2,
    },
    {
      says: 'it has columns of expenses and revenues by chapter',
      pattern: /\b(?:chap(?:itre)?|section (?:de fonctionnement|d'investissement))\b/,
      weight: 1,
      atLeast: 4,
    },
    {
      says: 'it gives a result by year',
      pattern: /\b(?:recettes|produits)\s*:[^\n]*\d[\s\S]{0,400}?\b(?:depenses|charges)\s*:[^\n]*\d/,
      weight: 4,
    },
  ],
  annexable: true,
  heading: plainHeading,
});
