import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** A long form that leaves out a letter of its acronym. */
export default defineCheck<Mentioned[]>({
  id: 'acronym-letters',
  title: 'Le développement d’un sigle rend compte de toutes ses lettres',
  explanation: 'Une lettre du sigle sans mot dans son développement signale le plus souvent un mot oublié.',
  severity: 'note',
  needs: ['un sigle développé'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'acronym'),
  *find(spelt) {
    for (const { text, about, evidence_id, page } of spelt) {
      if (text.length < 4 || !/^\p{Lu}+$/u.test(text)) continue;
      const missing = missingLetters(text, about);
      if (missing.length !== 1) continue;
      yield {
        message: `Le développement du sigle ${text}, «\u00a0${about}\u00a0» (${pages([page])}), ne rend pas compte de sa lettre ${missing[0]}.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { acronym: text, form: about, missing: missing[0] },
      };
    }
  },
});

/** The acronym's letters that no word of the long form begins with; letters inside words count where they follow on. */
function missingLetters(acronym: string, about: string): string[] {
  const words = about
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean);
  const missing: string[] = [];
  let at = 0;
  for (const letter of acronym) {
    const next = words.findIndex((word, i) => i >= at && word.startsWith(letter));
    if (next >= 0) at = next + 1;
    else if (!words.slice(Math.max(0, at - 1)).some((word) => word.includes(letter))) missing.push(letter);
    else if (!words[at - 1]?.includes(letter)) missing.push(letter);
  }
  return missing;
}
