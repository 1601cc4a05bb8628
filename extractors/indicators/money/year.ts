import { MONTH } from '../../french/months.js';

/** The year that the words next to a sum state: those behind it speak first. Texts are plain. */
export function yearNear(before: string, after: string): number | undefined {
  const behind = /^[^.;]{0,60}?\b(?:en|pour|exercice|annee|de|au titre de) ((?:19|20)\d\d)\b/.exec(after)?.[1];
  const ahead = [...before.matchAll(/\b(?:en|pour|exercice|annee|de|au titre de) ((?:19|20)\d\d)\b/g)].at(-1)?.[1];
  return behind !== undefined ? Number(behind) : ahead !== undefined ? Number(ahead) : undefined;
}

const SPOKEN_OF = new RegExp(
  String.raw`(?<!\b(?:contre|au lieu de) [^.;]{0,24}|\([^)]{0,24})\b(?:en|annee|exercice|${MONTH}) ((?:19|20)\d\d)\b`,
  'g',
);

/** The year that the paragraph last spoke of: "Le 3 octobre 2019, … La vente a rapporté 500 €." */
export function yearEarlier(before: string): number | undefined {
  const year = [...before.matchAll(SPOKEN_OF)].at(-1)?.[1];
  return year === undefined ? undefined : Number(year);
}
