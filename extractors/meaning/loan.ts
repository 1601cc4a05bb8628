import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import type { Context } from './context.js';
import type { Dealing } from './dealing.js';
import { resolve } from './who.js';

/** The sum is what is lent, "un prêt d'un montant total de"; a room may be lent too. */
const LENT =
  /\b(?:emprunts?|prets?(?! (?:de la |de l'|du |des )(?!caisse|banque|credit))|lignes? de tresorerie|lignes? du pret)\b(?![^.;€]{0,80}\b(?:frais|commission|interets?|annuites?|echeances?)\b)[^.;€]{0,90}$/;

const BANK = /^(?:la )?(?:banque|credit (?:agricole|mutuel|cooperatif|local|foncier)|caisse (?:d'epargne|des depots))/;

/** A loan comes from a bank, to whoever takes it out; where it is guaranteed, that is not the town. */
export const borrow: Dealing = (context, sum, place) => {
  const { said } = place;
  if (!LENT.test(said) || sum.nature === 'budget_line' || sum.nature === 'revenue') return;
  const { actorName, favoured } = context;
  sum.nature = 'other';
  if (sum.payer === actorName || sum.payer === favoured?.name) sum.payer = undefined;
  const own = /\bgaranti/.test(`${place.about} ${said}`) ? undefined : actorName;
  const taker = borrower(context, place.behind, place.to) ?? borrower(context, place.sentence.start, sum.start);
  const named = sum.beneficiary === actorName ? undefined : sum.beneficiary;
  sum.payer ??= context.roster.bodies.find(({ name }) => BANK.test(plain(name)) && said.includes(plain(name)))?.name;
  sum.beneficiary = taker ?? named ?? own ?? favoured?.name;
  sum.taken = true;
};

const GUARANTEED = /\bgaranti(?:es?|t|r)?\b[^.;€]{0,120}$/;

/** What is guaranteed is given to nobody. */
export const guarantee: Dealing = (_, sum, { said }) => {
  if (sum.nature !== 'grant' || !GUARANTEED.test(said)) return;
  Object.assign(sum, { nature: 'other', payer: undefined, beneficiary: undefined, taken: true });
};

/** Who borrows: "un prêt de … souscrit par la SA X auprès de …". */
function borrower(context: Context, from: number, to: number): string | undefined {
  const text = context.text.slice(from, to);
  const found =
    /(?:souscrit|contract[ée]|réalis[ée]|à contracter|consenti|accord[ée])e?\s+(?:par|à)\s+(?=\p{L})/iu.exec(text);
  const who = found ? resolve(context, readName(context.text, from + found.index + found[0].length, to)) : undefined;
  return who?.name;
}
