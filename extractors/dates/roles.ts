import { type Act, readingsOf } from '../../models/act.js';
import type { Reading } from '../../models/fields.js';
import type { DateRole } from '../../models/records.js';
import { ASSEMBLY } from '../acts/assembly.js';
import { plain, unbroken } from '../acts/plain.js';
import { WEEKDAY } from '../french/months.js';
import { kindOf } from '../kinds/index.js';

/** Words before a date, and what they make of it. The first that fits decides. */
const BEFORE: readonly [DateRole, RegExp][] = [
  ['effective_from', /\bexecutoires?\s(?:le|depuis le|a compter du|a la date du)\s*$/],
  ['convocation', /\b(?:convo[cq]u?\w*|ordre du jour (?:adresse|envoye))\b[^.;]{0,70}$/],
  [
    'transmitted',
    /\b(?:transmi[st]\w*|teletransmi\w*|(?<!\b(?:declar|enregistr|inscri|agre)[a-z]{0,5} (?:en|a la|aupres de la) (?:sous[- ])?)prefecture|depos\w* en (?:sous-)?pref\w*|controle de legalite|accuse de reception|recue? le|reception (?:le|par)|envoye)\b[^.;\n]{0,50}$/,
  ],
  ['published', /\b(?:publi(?:e|ee|es|ees|er|cations?)|affich\w*|mise? en ligne|notifi\w*|diffuse\w*)\b[^.;\n]{0,45}$/],
  [
    'cited_act',
    /\b(?:deliberations?|arretes?|decrets?|loi\w{0,2}|ordonnances?|conventions?|decisions?|circulaires?|avenants?|proces[- ]verb\w*|compte[- ]rendus?|pv|statuts|reglements?|directives?|jugements?|courriers?|lettres?|code|baux|bail|contrats?|marches?|avis|accords?|protocoles?|rapports?|promesses?|actes?|permis|chartes?|attestations?|saisines?|certificats?|constats?)\b(?![^.;]{0,120}\b(?:a compter|a partir|jusqu|avant le|effet|en vigueur|au plus tard|expir\w*)\b)[^.;\n]{0,90}(?:\n[^.;\n]{0,60})?\b(?:du|de la seance du|date du|le|de|des|en|ratifiee? le|signee? le|adoptee? le|conclue? le|approuvee? le)\s*(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?$/,
  ],
  ['cited_act', /\b(?:delibere|adopte|vote|approuve|signe|conclu|ratifie|promulgue|rendu)e?s? (?:le|du)\s*$/],
  [
    'cited_act',
    /\b(?:lors de|par|en) (?:sa|la|leur|une|cette) (?:precedente |derniere )?(?:seance|reunion|session)[^.;\n]{0,60}\bdu\s*(?:[a-z]+ )?$/,
  ],
  [
    'deadline',
    /\b(?:avant (?:le|la fin|fin)|au plus tard(?: le| au)?|date limite[^.;\n]{0,40}|dernier delai|d'ici(?: le| au| la fin)?|echeance (?:du|au|le)|delai de rigueur|limite au)\s*$/,
  ],
  [
    'effective_to',
    /\b(?:jusqu'(?:au|a|en)|jusque(?: fin| debut| en)?|jusqu'a (?:la )?fin|expir\w* (?:le|au|en)|prend\w* fin (?:le|au)|s'acheve(?:ra)? le|se termin\w* le|arriv\w*(?: a (?:expiration|echeance|son terme))? le|terme (?:le|au|est fixe au)|prolong\w* au|cloture\w* (?:le|au)|prorog\w* (?:jusqu'au|au))\s*$/,
  ],
  [
    'effective_from',
    /\b(?:a compter (?:du|de)|a partir (?:du|de)|des le|effet (?:le|au|du|des le)|en vigueur (?:le|au|des le)|debut\w* le|commenc\w* le|demarr\w* le|depuis(?: le| la fin de)?)\s*(?:\d{1,2}\W{0,3})?$/,
  ],
  [
    'signature',
    /\b(?:fait (?:a|en|et passe)|signee?s? (?:a|le|en)|date et signature|lu et approuve|dresse)\b[^.;]{0,60}$/,
  ],
];

const SESSION = new RegExp(
  `\\b(?:seances?|session|reunions?|s'est reunie?|reunie?s?|${ASSEMBLY}|bureau|l'an|assemblee)\\b[^.;]{0,120}$`,
);
/** A meeting of some of the assembly. */
const ELSEWHERE = /\b(?:commission(?! permanente)|jury|comite technique|groupe de travail)\b/;
/** "CM du 06.04.2022", as annexes carry it at their foot. */
const SESSION_OF = new RegExp(`\\b(?:c\\.?m\\.?|c\\.?c\\.?|${ASSEMBLY}|seance(?: publique)?) du\\s*(?:${WEEKDAY} )?$`);
/** Minutes sign with "Valmont, le 3 mars 2024" on a line of its own. */
const PLACE_AND_DAY = /(?:^|\n)[ \t]*(?!l'an\b)[a-z][a-z' -]{2,40}, (?:le[ \t]*)?$/;

/**
 * What each date of an act is in it, by the words around it, in the order of the act's date readings.
 * `session`: the day on which the assembly met, where the act has one.
 */
export function dateRoles(act: Act, session: string | undefined): DateRole[] {
  const text = plain(act.passage.text);
  const roles: DateRole[] = [];
  const { meets = false } = kindOf(act.outline.kind);
  const met = meets ? session : undefined;
  let last: Reading<'date'> | undefined;
  let from = 0;
  for (const reading of readingsOf(act, 'date')) {
    const between = last ? text.slice(last.end, reading.start) : undefined;
    // "les délibérations du 4 juin et du 10 juillet": the second is what the first is
    const alike = between !== undefined && /^\s*(?:,|et|ou|puis)\s*(?:du|le|au)?\s*$/.test(between);
    // "la convention 2019-2021 du 12 mars": the years are part of what the day dates
    if (
      !(last?.value.precision === 'year' && /^\s*(?:,|en date|signee?|conclue?)?\s*(?:du|le)\s*$/.test(between ?? ''))
    )
      from = last?.end ?? 0;
    const role = roleOf(reading, text, Math.max(from, reading.start - 170), met, meets);
    roles.push(alike && roles.at(-1) === 'cited_act' ? 'cited_act' : role);
    last = reading;
  }
  return roles;
}

/** `from`: where the date's own context begins, behind the date before it. */
function roleOf(
  { start, end, value }: Reading<'date'>,
  text: string,
  from: number,
  session: string | undefined,
  meets: boolean,
): DateRole {
  const lines = text.slice(from, start);
  const before = unbroken(lines);
  // the dots of "n° 16.00.01" end no sentence
  const numbersWhole = before.replace(/(?<=\w)\.(?=\d)/g, '-');
  if (value.endValue !== undefined)
    return /\b(?:week-?ends?|fete|manifestation|location)\b/.test(before) ? 'event' : 'period';
  const said = BEFORE.find(([, pattern]) => pattern.test(numbersWhole))?.[0];
  if (value.precision === 'year')
    return said === 'cited_act' && /\b(?:loi|decret|ordonnance|arrete|deliberation)[^.;\n]{0,20}$/.test(before)
      ? 'cited_act'
      : 'period';
  if (session !== undefined && value.value === session) {
    if (said === 'signature' || (PLACE_AND_DAY.test(lines) && !/\breunie?s?\b/.test(before))) return 'signature';
    if (said !== undefined && said !== 'cited_act' && said !== 'convocation') return said;
    return 'session';
  }
  if (said === 'cited_act') return 'cited_act';
  if (said !== undefined) return said;
  if (
    /\b(?:conseil|seance|reunion|assemblee|comite|commission)\b[^.;]{0,60}\b(?:lors de sa seance|en seance|seance|reunion)[^.;]{0,12}du\s*(?:[a-z]+ )?$/.test(
      before,
    )
  ) {
    return session === undefined && start < 1500 ? 'session' : 'cited_act';
  }
  if (
    start < 300 &&
    /(?:^|\n)[ \t]*(?:le |date ?: ?)?$/.test(lines) &&
    session === undefined &&
    value.precision === 'day' &&
    /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 20))
  )
    return 'published';
  if (SESSION_OF.test(before)) return 'session';
  if (session === undefined && start < 1500 && SESSION.test(before) && !ELSEWHERE.test(before))
    return meets ? 'session' : 'cited_act';
  if (PLACE_AND_DAY.test(lines) && start > text.length * 0.5) return 'signature';
  if (value.precision === 'day') {
    const later = session === undefined || value.value >= session;
    if (later && value.value.endsWith('-01-01') && /\b(?:au|le|du)\s*$/.test(before)) return 'effective_from';
    if (later && value.value.endsWith('-12-31') && /\b(?:au|le)\s*$/.test(before)) return 'effective_to';
  }
  return value.precision === 'month' ? 'period' : 'event';
}
