import type { Indicator } from '../../models/records.js';

type Qualifier = Indicator['qualifier'];

/** Words that tell what was done from what is aimed at; texts are plain (lower case, no accents). */
/** Those who "s'estiment satisfaits", "estiment que" answer a survey: an opinion, no estimate. */
const ESTIMATE =
  /(?<!s')\bestim(?:ee?s?|ation|ations|ons|ent)\b(?<!estiment(?= qu| bon| pouvoir))|\blaisse(?:nt)? (?:presager|esperer|prevoir)\b|\bd'apres les projections\b|\bprojections?\b/;
const TARGET =
  /\b(?:(?<!\b(?:depasse|atteint|rempli)\w{0,3} (?:leurs |ses |nos |les |l'|cet ))objectifs?(?! (?:emploi|globaux))|cible (?:de|est|annuelle|:)|vis(?:e|ent|ant|er) (?:a|l[ae']|les?)|d'ici (?:a |fin |20)|a atteindre|(?<!pour )atteindre|se fixe|ambition(?:ne)? de|engage(?:nt)? a|pour aboutir|souhaite(?:nt)?|(?:fixer?|voter?|maintenir|maintient|reconduire|reconduit) (?:les|le|des) taux|taux (?:\S+ ){1,6}(?:sont|seront) (?:\S+ ){0,2}(?:fixes|votes|maintenus|reconduits))\b/;
const FORECAST =
  /\b(?:previsionnel(?:le)?s?|prevu(?:e|s|es)?|prevoi(?:t|ent)|prevoyons|prevision(?:s)?|envisage(?:e|s|es|nt)?|programmee?s? (?:en|pour)|il est propose|decide d|soutien propose|a venir|projete(?:e|s|es)?)\b/;
/** Future tense of the verbs that a plan is written with. */
const FUTURE =
  /\b(?:ser(?:a|ont)|aur(?:a|ont)|devr(?:a|ont)|pourr(?:a|ont)|fer(?:a|ont)|permettr(?:a|ont)|[a-z]{3,}(?:er|ir)(?:a|ont))\b/;
/** "on notera" is the writer's, no plan. */
const NOT_FUTURE =
  /^(?:opera|camera|caméra|sera(?:it|ient)|libera|extra|infra|intra|contra|era|tera|et cetera|(?:soulign|not|constat|observ|remarqu|rappel|trouv|cit|mentionn|precis)era)$/;
const DONE =
  /\b(?:realise(?:e|s|es)?|atteint(?:e|s|es)?|obtenu(?:e|s|es)?|ont (?:deja |tous |toutes |bien |egalement |aussi )?ete|a (?:deja |bien |egalement |aussi )?ete|bilan|resultats? obtenus?|etai(?:t|ent)|comptait)\b/;

const PERFECT =
  /(?<!\p{L})(?:a|ont|avons|aura|auront) (?!lieu)(?:\p{L}+ment |également |aussi )?\p{L}{2,}(?:é|ée|és|ées|i|is|it|u|us|ue|ert)(?!\p{L})/gu;

const CUES: readonly (readonly [Qualifier, RegExp])[] = [
  ['actual', /\bobjectifs? (?:\p{L}+ ){0,2}(?:atteints?|realises?|depasses?)\b/gu],
  ['estimate', global(ESTIMATE)],
  ['target', global(TARGET)],
  ['forecast', global(FORECAST)],
  ['forecast', global(FUTURE)],
  ['actual', global(DONE)],
];

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, 'gu');
}

/** "512 entrées pour un objectif de 480": said of the figure that it leads to, and of no other. */
const LEADS =
  /^(?:objectifs? (?:(?:initial|fixe|annuel|vise) )?(?:(?:etait |est )?de |: ?|a )|laisse(?:nt)? \p{L}+ (?:environ |pres de )?)(?=\d)(?!(?:19|20)\d\d\b)/u;

/** The words of a sentence that tell what was done from what is aimed at, looked for once. */
export class Cues {
  readonly #cues: { readonly said: Qualifier; readonly index: number; readonly until: number }[] = [];

  /** `sentence` is plain; `text` has its accents: "a consolidé" is told by them from the preposition. */
  constructor(sentence: string, text = '') {
    for (const [said, pattern] of CUES) {
      for (const match of sentence.matchAll(pattern)) {
        if (NOT_FUTURE.test(match[0])) continue;
        const leads = LEADS.exec(sentence.slice(match.index))?.[0].length;
        this.#cues.push({ said, index: match.index, until: leads === undefined ? Infinity : match.index + leads });
      }
    }
    for (const { index } of text.matchAll(PERFECT)) this.#cues.push({ said: 'actual', index, until: Infinity });
    this.#cues.sort((a, b) => a.index - b.index);
  }

  /** What is said of the figure at `at`: by the nearest word before it, else by the first after it; nothing when none does. */
  at(at: number): Qualifier | undefined {
    let low = 0;
    let high = this.#cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cues[middle]!.index < at) low = middle + 1;
      else high = middle;
    }
    const before = this.#cues.slice(0, low).findLast(({ until }) => until >= at);
    const after = this.#cues.slice(low).find(({ until }) => until === Infinity);
    // A plan's words outweigh what follows; what was done is often only said after the figure.
    if (before !== undefined && before.said !== 'actual') return before.said;
    return after?.said ?? before?.said;
  }
}

/** What a whole stretch says. */
export const qualifierIn = (sentence: string, text = ''): Qualifier | undefined =>
  new Cues(sentence, text).at(sentence.length);

/** What a heading says of the figures below it. */
export function qualifierOfHeading(heading: string): Qualifier | undefined {
  if (/\b(?:bilan|realise|chiffres? cles?|resultats?|en bref)\b/.test(heading)) return 'actual';
  if (
    /\b(?:objectifs?|perspectives?|orientations?(?! budgetaires?)|cibles?|ambitions?|feuille de route|a venir|(?:vote|fixation) d(?:es|u) taux)\b/.test(
      heading,
    )
  )
    return 'target';
  if (/\b(?:previsionnel(?:le)?s?|previsions?)\b|\bprojets? (?:20\d\d|a venir|a l'etude|en cours)\b/.test(heading))
    return 'forecast';
  return undefined;
}
