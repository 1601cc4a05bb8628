import { defineKind } from './kind.js';

export default defineKind({
  kind: 'activity_report',
  opens: [
    {
      at: 'top',
      says: 'it opens with « rapport d’activité » or « bilan »',
      pattern:
        /^\W*(?:[^\n]{0,40}\n){0,12}?\W*rapport\W{0,3}\s*(?:annuel\s*)?(?:d'activites?|moral|annuel)\b|^\W*bilan (?:d'activite|annuel|des actions)/m,
      weight: 8,
    },
  ],
  holds: [
    { says: 'it speaks of the year’s activity', pattern: /\b(?:rapport|bilan) d'activites?\b/, weight: 3 },
    { says: 'it has a foreword and a table of contents', pattern: /\b(?:sommaire|edito)\b/, weight: 2 },
    {
      says: 'it counts people and actions',
      pattern:
        /\b\d[\d ]* (?:personnes|jeunes|adherents|beneficiaires|familles|visiteurs|entreprises|participants|ateliers)\b/,
      weight: 2,
      atLeast: 8,
    },
  ],
  annexable: true,
  heading: () => ({}),
});
