import type { Clause } from '../../models/records.js';
import { signatories } from '../parties/signatures.js';
import type { Contract } from './contract.js';

/** Dots or a line to write on, "xx", "[à compléter]"; leaders that lead to a page number are none. */
const ROOM =
  /(?:\.{4,}|…{2,}|_{3,})[._…]*(?![._…]| ?\d{1,3}[ \t]*(?:\n|$))|(?<=[\s°[])x{2,}(?=[\s,.\]])|[([«"] ?a (?:completer|preciser|renseigner|definir) ?[)\]»"]|\[…\]/g;

/** What the words around a blank say that is to be written there. The first that fits decides. */
const WANTED: readonly [string, RegExp][] = [
  ['number', /(?:\bn ?°|\bnumero|\bsiret|\bsiren|\brna|\bsous le n|\breference) ?:? ?$/],
  ['amount', /\b(?:somme|montant|subvention|loyer|redevance|prix|forfait|hauteur)\b[^.;]{0,24}(?:de|d'|a|:) ?$/],
  ['place', /\bfait a ?:? ?$/],
  ['date', /(?:\b(?:le|du|au|date du|en date du|date) ?:? ?|\d{4} ?)$/],
  [
    'name',
    /\b(?:represente\w*[^.;]{0,20} par|monsieur|madame|m\.|mme|nom|prenom|nommee?|denommee?|association|societe|president\w*|maire) ?:?,? ?$/,
  ],
  ['place', /\b(?:sise?|situee?|domicili\w+|demeurant|siege[^.;]{0,20}|adresse) ?(?:a|au|:)? ?$/],
];

const CLOSING = /(?:^|\n)[ \t]*fait (?:a|en|le)\b[^\n]{0,90}/g;

/** What is left to be filled in: an undated or unsigned contract says so. */
export function blanksOf(contract: Contract): Clause[] {
  const { lines, flat, act } = contract;
  const found: Clause[] = [];
  for (const { index, 0: room } of lines.matchAll(ROOM)) {
    const before = flat.slice(Math.max(0, index - 60), index).replace(/[._…]{3,}/g, ' ');
    const behind = flat.slice(index + room.length, index + room.length + 12);
    const wanted = /^ ?(?:€|euros?)/.test(behind) ? 'amount' : WANTED.find(([, words]) => words.test(before))?.[0];
    found.push(contract.clause('blank', index, index + room.trimEnd().length, wanted ?? 'other'));
  }
  const closing = [...lines.matchAll(CLOSING)].at(-1);
  if (!closing) return found;
  const at = closing.index + (/^\s*/.exec(closing[0])?.[0].length ?? 0);
  const end = closing.index + closing[0].trimEnd().length;
  const isDated = contract.dates.some(({ start, precision }) => start > at && start < at + 200 && precision === 'day');
  if (!isDated && !found.some(({ value, span }) => value === 'date' && spanIn(contract, span, at)))
    found.push(contract.clause('blank', at, end, 'date'));
  if (signatories(act).length === 0) found.push(contract.clause('blank', at, end, 'signature'));
  return found;
}

/** Whether a blank stands in the closing words. */
function spanIn({ act }: Contract, { page, start }: Clause['span'], from: number): boolean {
  const at = act.passage.offsetOf(page, start);
  return at !== undefined && at >= from;
}
