import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';

/** Words of a presentation (plain), and the legal form that they say. The first that fits decides. */
const IN_WORDS: readonly [RegExp, string][] = [
  [
    /association[^.;]{0,80}\bloi[ \n](?:du[ \n]1 ?er[ \n]juillet[ \n])?(?:de[ \n])?1901|\bloi (?:du[ \n]1 ?er[ \n]juillet[ \n]|de )?1901/,
    'association loi 1901',
  ],
  [/association[ \n](?:a|sans) but (?:non )?lucratif/, 'association à but non lucratif'],
  [/association reconnue d'utilite publique/, "association reconnue d'utilité publique"],
  [/societe[ \n]publique[ \n]locale/, 'SPL'],
  [/societe[ \n](?:anonyme )?d'economie[ \n]mixte/, 'SEM'],
  [/societe[ \n]par[ \n]actions[ \n]simplifiee[ \n](?:unipersonnelle|a associe unique)/, 'SASU'],
  [/societe[ \n]par[ \n]actions[ \n]simplifiee/, 'SAS'],
  [/societe[ \n]a[ \n]responsabilite[ \n]limitee/, 'SARL'],
  [/societe[ \n]civile[ \n]immobiliere/, 'SCI'],
  [/societe[ \n]cooperative/, 'société coopérative'],
  [/societe[ \n]anonyme/, 'SA'],
  [/groupement[ \n]d'interet[ \n]public/, 'GIP'],
  [/etablissement[ \n]public[ \n]de[ \n]cooperation[ \n]intercommunale?/, 'EPCI'],
  [/etablissement[ \n]public/, 'établissement public'],
  [/\bfondation\b/, 'fondation'],
];

/** Acronyms of legal forms, as they are written: "sa" and "sem" are other words too. */
const ACRONYMS: readonly [RegExp, string][] = [
  [/(?<![\p{L}\d])S\.?P\.?L\.?(?![\p{L}\d])/u, 'SPL'],
  [/(?<![\p{L}\d])(?:S\.?E\.?M\.?L?\.?)(?![\p{L}\d])/u, 'SEM'],
  [/(?<![\p{L}\d])S\.?A\.?S\.?U\.?(?![\p{L}\d])/u, 'SASU'],
  [/(?<![\p{L}\d])S\.?A\.?S\.?(?![\p{L}\d])/u, 'SAS'],
  [/(?<![\p{L}\d])S\.?A\.?R\.?L\.?(?![\p{L}\d])/u, 'SARL'],
  [/(?<![\p{L}\d])E\.?U\.?R\.?L\.?(?![\p{L}\d])/u, 'EURL'],
  [/(?<![\p{L}\d])S\.?C\.?I\.?(?![\p{L}\d])/u, 'SCI'],
  [/(?<![\p{L}\d])(?:SCOP|Scop|SCIC|Scic)(?![\p{L}\d])/u, 'société coopérative'],
  [/(?<![\p{L}\d])S\.?A\.?(?=\s+(?:d['’]HLM|au capital|\p{Lu}))/u, 'SA'],
  [/(?<![\p{L}\d])G\.?I\.?P\.?(?![\p{L}\d])/u, 'GIP'],
];

/** The legal form that a party's presentation says; `form` is the common noun before its name ("association"). */
export function legalFormIn(text: string, form?: string): string | undefined {
  const flat = plain(text);
  for (const [pattern, name] of IN_WORDS) if (pattern.test(flat)) return name;
  for (const [pattern, name] of ACRONYMS) if (pattern.test(text)) return name;
  return form === 'association' ? 'association' : undefined;
}

/** The kind of a body whose name does not tell it, by its legal form. */
export function kindOfForm(form: string | undefined): EntityKind {
  if (form && /^(?:S|EURL)|coop/.test(form)) return 'company';
  if (form && /public|GIP|EPCI/.test(form)) return 'public_body';
  return 'association';
}

/** Legal forms that stand in apposition to a name and are none: "…, établissement public de coopération intercommunale". */
export const isLegalForm = (plainName: string): boolean =>
  /^(?:etablissement public(?: (?:local|administratif|national|de cooperation (?:inter)?communale?|de cooperation culturelle|a caractere \p{L}+(?: et \p{L}+)?))?|societe (?:anonyme|par actions simplifiee|a responsabilite limitee|civile immobiliere|publique locale|d'economie mixte|cooperative)(?: (?:d'habitations? a loyer modere|d'economie mixte|d'hlm|unipersonnelle))?|association(?: de)? loi(?: de)? 1901|association (?:a|sans) but (?:non )?lucratif|collectivite territoriale)$/u.test(
    plainName.replace(/\s+/g, ' '),
  );
