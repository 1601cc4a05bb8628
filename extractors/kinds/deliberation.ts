import { ASSEMBLY } from '../acts/assembly.js';
import { deliberationHeading } from '../acts/headings.js';
import { defineKind } from './kind.js';

const BODY = `(?:${ASSEMBLY}|comite|bureau|assemblee)`;

export default defineKind({
  kind: 'deliberation',
  opens: [
    {
      at: 'line',
      says: 'it opens with « extrait du registre des délibérations »',
      pattern:
        /^[ \t]*extraits?\s+(?:d[eu]s?\s+)?(?:(?:registre|proces[- ]verba(?:l|ux))\s+)?(?:d[eu]s?\s+)?(?:deliberations?|delib|deliberes|proces[- ]verbal)?/,
      weight: 9,
    },
    {
      at: 'line',
      says: 'it opens with « registre des délibérations »',
      pattern: /^[ \t]*registre\s+des\s+deliberations/,
      weight: 6,
    },
    {
      at: 'line',
      says: 'it opens with « délibération »',
      pattern: new RegExp(
        `^[ \\t]*(?:projet de )?deliberation(?:[ \\t]*$|[ \\t]*\\n|[ \\t]*(?:n°|no\\b|numero|\\d)|(?: (?:du|de la|de l'))\\s+${BODY})`,
      ),
      weight: 7,
    },
    {
      at: 'top',
      says: 'it opens with the number of a deliberation',
      pattern:
        /^[ \t]*(?:deliberation |dcm |del )?(?:n°|no |numero )?[ \t]*[a-z]{0,4}[-_ ]?\d{2,8}(?: ?[-_/.] ?[a-z\d]{1,6}){1,4}[ \t]*$/m,
      weight: 3,
    },
    {
      at: 'top',
      says: 'its first lines say which assembly met, and when',
      pattern:
        /\b(?:l'an (?:deux|mil|20)|seance (?:publique |ordinaire |extraordinaire )?d[eu]|convoquee? le|s'est reunie?|s'est assemblee?)\b/,
      weight: 3,
    },
    {
      at: 'top',
      says: 'its first lines carry the stamp of the prefecture',
      pattern:
        /\b(?:accuse de reception|envoye en prefecture|recu en prefecture|reception (?:en|par la|du) prefe[ct]|acte certifie executoire|id ?: ?\d{3}-\d{9})/,
      weight: 2,
    },
  ],
  holds: [
    { says: 'the assembly deliberates', pattern: /\bapres en avoir (?:delibere|debattu)|\bdelibere\b/, weight: 3 },
    { says: 'it has considérants and visas', pattern: /^[ \t]*(?:vu |considerant )/m, weight: 2 },
    {
      says: 'it says how it was voted',
      pattern: /\b(?:adopte|approuve)e?s? (?:a l'unanimite|a la majorite)|\ba l'unanimite\b|\ble conseil adopte\b/,
      weight: 2,
    },
    {
      says: 'it is certified as an extract',
      pattern: /\bpour (?:extrait|expedition|copie) (?:certifiee? )?conforme|\bfait et delibere\b/,
      weight: 4,
    },
    {
      says: 'it says who was present',
      pattern: /\b(?:etaient presents|presents?\s*:|membres en exercice|conseillers en exercice)/,
      weight: 2,
    },
    {
      says: 'it proposes to decide',
      pattern: /\bil est (?:propose|demande) (?:au|a l|a votre)|\bpar consequent,? le (?:conseil|bureau)|\bdecide\s*:/,
      weight: 2,
    },
    { says: 'it speaks of itself as a deliberation', pattern: /\b(?:la )?presente deliberation\b/, weight: 2 },
  ],
  closes:
    /\bpour (?:extrait|expedition|copie) (?:certifiee? )?conforme|\bfait et delibere\b|\bla presente deliberation (?:peut|pourra) |\bont signe au registre|\bsuivent les signatures/,
  annexable: false,
  meets: true,
  decides: true,
  heading: deliberationHeading,
});
