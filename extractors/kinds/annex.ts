import { plainHeading } from '../acts/headings.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'annex',
  opens: [
    {
      at: 'top',
      says: 'it opens with « annexe »',
      pattern:
        /^\W*annexes?(?: (?:n° ?)?(?:\d{1,2}|[ivx]{1,4}|[a-h])\b|\s*(?:a|de) la (?:deliberation|convention)|\s*\n|\s*[:-])/,
      weight: 7,
    },
    {
      at: 'line',
      says: 'it opens as a programme or a presentation',
      pattern:
        /^[ \t]*(?:plan d'actions?|programme d'actions?|cahier des charges|reglement (?:interieur|d'attribution|de)|note (?:de synthese|explicative|de presentation)|statuts (?:de|du)|charte)[^\n]{0,60}$/m,
      weight: 4,
    },
  ],
  holds: [
    {
      says: 'it says that it is annexed',
      pattern: /\bannexee? a la (?:presente )?(?:deliberation|convention)\b/,
      weight: 2,
    },
  ],
  annexable: true,
  heading: plainHeading,
});
