import { ASSEMBLY } from '../acts/assembly.js';
import { flowOf } from '../acts/flow.js';
import { minutesHeading } from '../acts/headings.js';
import { pointsOf } from '../acts/points.js';
import { defineKind } from './kind.js';

export default defineKind({
  kind: 'minutes',
  opens: [
    {
      at: 'line',
      says: 'it opens with « procès-verbal » or « compte rendu »',
      pattern:
        /^[ \t]*(?:le )?(?:(?:projet de )?pro(?:c|e)es[- ]?verbal|p\.?v\.? d|compte[- ]?rendu(?! (?:annuel |technique )*d'activites?)|releve (?:de|des) (?:decisions|deliberations|conclusions)|synthese des deliberations|minutes)(?![a-z])(?!.{0,60}\b(?:adopte|approuve|est soumis|n'appelle)\b)/,
      weight: 9,
    },
    {
      at: 'line',
      says: 'it opens with « liste des délibérations » or « registre »',
      pattern:
        /^[ \t]*(?:liste (?:des )?(?:deliberations?|decisions)|recueil (?:des|d)|table(?:au)? (?:des|chronologique des) deliberations|deliberations (?:examinees|adoptees))/,
      weight: 8,
    },
    {
      at: 'line',
      says: 'it opens with « registre des délibérations »',
      pattern: /^[ \t]*registre\s+des\s+deliberations/,
      weight: 5,
    },
    {
      at: 'top',
      says: 'its first lines name a meeting of the assembly, and an agenda',
      pattern: new RegExp(`\\b(?:${ASSEMBLY}|reunion|seance)\\b[\\s\\S]{0,1500}\\bordre du jour\\s*:`),
      weight: 5,
    },
    {
      at: 'line',
      says: 'one of its first lines is a meeting of the assembly and its day',
      pattern: new RegExp(`^\\W*(?:reunion|seance|${ASSEMBLY})[^\\n]{0,60}(?:\\n[^\\n]{0,10})?\\bdu\\b[^\\n]{0,20}\\d`),
      weight: 3,
    },
  ],
  holds: [
    {
      says: 'the session is closed',
      pattern:
        /\bseance (?:est |a ete )?levee|\bl'ordre du jour etant epuise|\bfin de (?:la )?seance|\bplus rien n'etant/,
      weight: 5,
    },
    {
      says: 'the last minutes are approved',
      pattern:
        /\b(?:approbation|adoption) du (?:pv|proces|compte)|\b(?:compte[- ]rendu|proces[- ]verbal)[^.\n]{0,90}\b(?:est |a ete )?(?:adopte|approuve)/,
      weight: 4,
    },
    {
      says: 'it ends with questions diverses',
      pattern:
        /^\W*(?:\d{1,2}\W*|[ivx]{1,4}\W*)?(?:questions? (?:et informations? )?diverses?|informations? diverses|affaires diverses)/m,
      weight: 4,
    },
    { says: 'a secretary is appointed', pattern: /\bsecretaire de (?:la )?seance\b/, weight: 1 },
    {
      says: 'several decisions are voted',
      pattern: /\bunanimite\b|\b\d+ (?:voix pour\b|pour(?=[ \t]*(?:$|[.,;:()\n-]|et \d|\d)))|\bpour\s*:\s*\d/m,
      weight: 5,
      atLeast: 4,
    },
  ],
  closes: /\bseance (?:est |a ete )?levee|\bl'ordre du jour etant epuise|\bplus rien n'etant/,
  annexable: false,
  meets: true,
  heading: minutesHeading,
  parts: (pages, first, last) => {
    const flow = flowOf(pages, { first, last });
    return pointsOf(flow).map(({ start, end, title, reference, confidence, reasons }) => ({
      kind: 'deliberation',
      confidence,
      reasons,
      first: flow.position(start),
      last: flow.position(trimmed(flow.text, end)),
      called: { title, ...(reference === undefined ? {} : { reference }) },
    }));
  },
});

/** Back over the white space before `end`. */
function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at -= 1;
  return at;
}
