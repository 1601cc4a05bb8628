import { CHECKS } from './catalogue.js';
import type { Check } from './check.js';

export const SEVERITIES = { error: 'erreur', warning: 'alerte', note: 'remarque' } as const;

/** The catalogue of checks as a page of the documentation, in Markdown. */
export function checksPage(checks: readonly Check[] = CHECKS): string {
  const parts = [
    '# Les contrôles',
    '',
    'Page faite à partir du code de `pipeline/checks/` par `npm run docs`. `greffe checks` donne la même liste.',
    '',
    'Une **erreur** est un désaccord qu’un lecteur attentif reconnaîtrait ; une **alerte** est probable ; une **remarque** mérite d’être sue. Un constat peut être moins sévère que son contrôle, quand la lecture est douteuse ou l’écart explicable ; ce qui fut lu dans une image n’est jamais une erreur, mais une alerte. Un contrôle auquel il manque ce dont il a besoin est sauté, ce qui ne veut pas dire réussi.',
  ];
  for (const { id, title, explanation, severity, needs, units } of checks) {
    parts.push(
      '',
      `## ${title}`,
      '',
      `\`${id}\` · ${SEVERITIES[severity]} · ${units.title}`,
      '',
      explanation,
      '',
      `Il lui faut : ${needs.join(' ; ')}.`,
    );
  }
  return `${parts.join('\n')}\n`;
}
