import { type Act, readingsOf } from '../../models/act.js';
import type { Mention } from '../../models/records.js';
import { plain } from '../acts/plain.js';

/** Codes that govern one matter, and the beginnings of the words without which no act is about it. */
const MATTERS: readonly { readonly code: RegExp; readonly words: RegExp }[] = [
  {
    code: /code (?:general )?de la fonction publiques?(?: territoriale)?/g,
    words:
      /\b(?:agents?|emploi|poste|personnel|grade|fonctionnaire|recrut|remuner|indemnit|titulaire|contractuel|apprenti|stagiaire|carriere|conge|temps de travail|comite (?:technique|social)|formation|elus?\b)/,
  },
  {
    code: /code de la commande publique/g,
    words:
      /\b(?:march|commande|accord|concession|consult|appel|prestat|fourniture|travaux|avenant|lots?\b|delegation|groupement|achat|entreprise|candidat|maitris)/,
  },
  {
    code: /code de l['’ ]?education/g,
    words:
      /\b(?:ecol|scolai|educ|college|lycee|eleve|enseign|etudiant|universit|classe|periscol|cantine|restauration|enfan|jeun)/,
  },
  { code: /code electoral/g, words: /\b(?:elect|vote|scrutin|liste|candidat|mandat|elus?\b)/ },
  {
    code: /code de l['’ ]?urbanisme/g,
    words:
      /\b(?:urban|permis|parcelle|terrain|plu|cadastr|bati|constru|amenag|fonci|preempt|lotiss|voirie|voie|zone|logement|immeuble|immobili|patrimoine|territoire|enquete)/,
  },
];

/** The codes that a decision rests on: "own" where its words are of the code's matter, "foreign" where none is. */
export function visasOf(act: Act): Mention[] {
  if (act.outline.kind !== 'deliberation') return [];
  const text = plain(act.passage.text.slice(0, act.passage.bodyEnd));
  const found: Mention[] = [];
  for (const { start, end, value } of readingsOf(act, 'citation')) {
    if (value.act !== 'code') continue;
    const raw = act.passage.text.slice(start, end);
    const matter = MATTERS.find(({ code }) => plain(raw).search(code) >= 0);
    if (!matter) continue;
    found.push({
      kind: 'visa',
      text: raw.replace(/\s+/g, ' '),
      about: matter.words.test(text.replace(matter.code, ' ')) ? 'own' : 'foreign',
      span: act.passage.span(start, end),
      extractor: 'mentions/visas',
    });
  }
  return found;
}
