import { ASSEMBLY } from '../acts/assembly.js';
import { unbroken } from '../acts/plain.js';
import { ADOPTS, NOTES, POSTPONES, REJECTS } from './outcome-words.js';
import { sentenceEnd } from './sentence.js';
import { NOT_YET, type Sign } from './sign.js';

/** Names of assemblies, as the subject of a sentence. */
const BODY = new RegExp(
  `\\b(?:l'|la |le |les )(?:${ASSEMBLY}|assemblee (?:generale|deliberante|pleniere)|conseillers (?:municipaux|communautaires|metropolitains|departementaux|regionaux)|conseil|conseillers|assemblee|comite|bureau|membres (?:du conseil|du comite|du bureau|de l'assemblee|presents))\\b|\\bapres (?:en )?avoir (?:delibere|debattu)\\b`,
  'g',
);

/** "Le conseil municipal, après en avoir délibéré, décide …": the assembly, then what it does. */
export function verbSigns(lines: string): Sign[] {
  const text = unbroken(lines);
  const signs: Sign[] = [];
  let reached = 0;
  for (const match of text.matchAll(BODY)) {
    if (match.index < reached) continue;
    const from = match.index + match[0].length;
    const window = text.slice(from, from + 420);
    const stop = sentenceEnd(window);
    const sentence = window.slice(0, stop);
    const verbs = (
      [
        [ADOPTS, 'adopted'],
        [REJECTS, 'rejected'],
        [POSTPONES, 'postponed'],
        [NOTES, 'noted'],
      ] as const
    )
      .flatMap(([pattern, outcome]) => {
        const verb = pattern.exec(sentence);
        return verb ? [{ outcome, at: verb.index, end: verb.index + verb[0].length }] : [];
      })
      .sort((a, b) => a.at - b.at || b.end - a.end);
    const verb = verbs.find(({ outcome }) => outcome === 'rejected') ?? verbs[0];
    if (!verb || NOT_YET.test(sentence.slice(0, verb.at)) || verb.at > 380) continue;
    // "… a adopté lors de sa séance du …" tells of another day
    if (
      /^(?:a|ont) /.test(sentence.slice(verb.at)) &&
      /\b(?:lors|seance du|en date du|le \d|du \d|en (?:19|20)\d\d)\b/.test(sentence)
    )
      continue;
    const then = sentence.slice(verb.end, verb.end + 30);
    const outcome = /^ (?:de |d')(?:reporter|ajourner|differer|surseoir|renvoyer|ne pas statuer)/.test(then)
      ? 'postponed'
      : /^(?: un)? avis defavorable|^ de (?:rejeter|refuser|ne pas (?:donner suite|accepter|accorder|attribuer|approuver|adherer|retenir|participer|ceder|vendre))/.test(
            then,
          )
        ? 'rejected'
        : verb.outcome;
    signs.push({ kind: 'verb', start: match.index, end: from + verb.end, outcome });
    reached = from + verb.end;
  }
  return signs;
}
