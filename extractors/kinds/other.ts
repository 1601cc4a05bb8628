import { plainHeading } from '../acts/headings.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'other',
  opens: [
    {
      at: 'line',
      says: 'it opens as an order of the mayor, a letter or a convocation',
      pattern:
        /^[ \t]*(?:arrete (?:n°|du maire|municipal|portant|prefectoral|temporaire)|decision (?:n°|du maire|du president)|convocation(?: du| au|$)|certificat (?:administratif|d'affichage)|attestation|releve d'identite bancaire|avis (?:d'appel|de marche|d'enquete))/,
      weight: 6,
    },
    {
      at: 'top',
      says: 'it opens as a report to the assembly, which is no decision yet',
      pattern:
        /^[ \t]*(?:rapport (?:a la|au|a l')\s?(?:commission permanente|conseil|assemblee|bureau)|note (?:au conseil|de synthese aux membres))/m,
      weight: 8,
    },
  ],
  holds: [],
  closes: /\bfait a [^\n]{2,40}?,? le \d{1,2}(?:er)? [a-z]+ \d{4}/,
  annexable: true,
  heading: plainHeading,
});
