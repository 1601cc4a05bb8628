import { readClauses } from '../clauses/index.js';
import { conventionHeading } from './convention-heading.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'convention',
  opens: [
    {
      at: 'line',
      says: 'it opens with « convention », « avenant » or « contrat »',
      pattern:
        /^[ \t]*(?:projet de )?(?:convention|avenant(?: n° ?\d+)?|protocole d'accord|contrat (?:d'objectifs?|de partenariat|de pret|de location|de ville)|bail (?:commercial|emphyteotique|rural)|charte de partenariat|accord[- ]cadre)\b(?![^\n]{0,80}\b(?:est|sont|a ete|sera|avec effet|approuve|autorise)\b)/,
      weight: 7,
    },
    {
      at: 'line',
      says: 'it opens with « entre les soussignés »',
      pattern: /^[ \t]*entre(?: les soussignes?| d'une part)?\s*[:,]?\s*$/m,
      weight: 4,
    },
    {
      at: 'top',
      says: 'its first lines name the parties',
      pattern: /\bentre les soussignes?\b|\bci-apres (?:designe|denomme)/,
      weight: 5,
    },
  ],
  holds: [
    {
      says: 'it speaks of itself as a convention',
      pattern: /\b(?:la )?presente convention\b|\ble present (?:contrat|avenant|protocole)\b/,
      weight: 4,
    },
    {
      says: 'it names its parties',
      pattern:
        /\bci-apres (?:designee?|denommee?)|^\W{0,4}entre\b[\s\S]{0,1500}?\bd'une part\b[\s\S]{0,2500}?\bd'autre part\b/m,
      weight: 4,
    },
    {
      says: 'it has articles of a contract',
      pattern:
        /^[^\n]{0,12}\barticle \d{1,2}[^\n]{0,40}\b(?:objet|duree|resiliation|litiges?|modalites|engagements|obligations|avenant|contentieux)/m,
      weight: 3,
      atLeast: 2,
    },
    { says: 'it was agreed', pattern: /\bil (?:est|a ete) (?:expose et )?convenu\b/, weight: 3 },
    {
      says: 'it is signed in several copies',
      pattern: /\bfait (?:a|en)\b[^\n]{0,60}\n?[^\n]{0,40}\bexemplaires?\b/,
      weight: 2,
    },
  ],
  closes: /^\W*fait (?:a|en|le)\b/,
  annexable: true,
  heading: conventionHeading,
  clauses: readClauses,
});
