import { readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';
import type { Dealing } from './dealing.js';
import { resolve } from './who.js';

const LET =
  /\b(?:loue|louee|loues|louer|bail|baux|mise? a disposition)\b[^.;,]{0,60}? (?:a|au nom de) (?=(?:m\.|mme|monsieur|madame|la s|l'))/;

/** "la redevance due par X : 40 € le km, soit 1 246 €": one debtor. */
const OWED = /\b(?:due?s? par|redevances?|loyers?)\b/;
const RENT = /\b(?:loyers?|redevances?)\b[^.;€]{0,80}$/;

/** "loué à M. X": the tenant pays the rent. */
export const rent: Dealing = (context, sum, { before, sentence, said }) => {
  const oneDebtor = before?.nature === 'revenue' && before.beneficiary === context.actorName && OWED.test(said);
  if (!sum.payer && oneDebtor) {
    if (sum.nature !== 'total') sum.nature = 'revenue';
    sum.payer = before.payer;
    sum.beneficiary = context.actorName;
  }
  const found = LET.exec(said);
  if (found && /^(?:other|price)$/.test(sum.nature ?? 'other')) sum.nature = 'revenue';
  if (sum.nature !== 'revenue' || sum.payer) return;
  if (!found) {
    // Under a contract the other party owes the rent.
    if (context.act.outline.kind === 'convention' && RENT.test(said)) sum.payer = context.favoured?.name;
    return;
  }
  const at = sentence.start + found.index + found[0].length;
  const person = readPerson(context.text, at, false, sum.start);
  const name = person?.text ?? resolve(context, readName(context.text, at, sum.start))?.name;
  if (name && name !== context.actorName) sum.payer = name;
};

/** What a loan of premises is worth to the one who has them. */
export const lend: Dealing = ({ favoured }, sum, { said }) => {
  if (sum.nature === 'other' && favoured && /\b(?:valeur locative|valoris\w+)\b/.test(said))
    sum.beneficiary ??= favoured.name;
};
