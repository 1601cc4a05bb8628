import { plain } from '../acts/plain.js';
import { readPerson } from '../parties/person.js';
import type { Dealing } from './dealing.js';

const OFFICE =
  '(?:premiere? |\\d ?(?:er|ere|e|eme)? |deuxieme |troisieme )?(?:maire|adjointe?s?|conseillere?s?|presidente?|vice-presidente?s?|receveur|tresorier|percepteur|agents? (?:recenseurs?|technique|communal)|coordonn\\w+|stagiaires?|commissaire enqueteur|garde champetre)(?: (?:au maire|deleguee?s?|municipaux|municipal|communautaires?)){0,3}';
/** "l'indemnité du maire", "celle des adjoints": who holds an office; "Maire :", in a list. */
const OFFICE_PAID = [
  `\\b(?:indemnites?|remunerations?|vacations?|gratifications?|celles?) (?:de fonctions? |mensuelles? |brutes? |allouees? |versees? |attribuees? ){0,3}(?:au |aux |du |des |de la |de l'|d'un |d'une |de chacune? des )(?:(?:deux|trois|quatre|cinq|six|\\d) )?(?<office>${OFFICE})\\b[^.;€]{0,60}$`,
  `(?:^|[:;,-]) ?(?<office>${OFFICE}) ?: ?$`,
  `\\b(?<office>${OFFICE}),? (?:(?:est|sont|sera|seront) )?remuneree?s?\\b[^.;€]{0,60}$`,
  `(?:le |la |l'|les |chacune? des (?:[a-z]+ )?)(?<office>${OFFICE})(?: percoi(?:t|vent)| recoi(?:t|vent))? \\d[^;€]{0,60}$`,
].map((pattern) => new RegExp(pattern));

/** What those who hold an office or work for the town are paid. */
export const compensate: Dealing = ({ actorName, text }, sum, { leadIn, said, right, sentence }) => {
  if (sum.nature !== 'allowance') return;
  if (
    !/\b(?:remuner|indemnite|indice brut|vacation|prime|gratification)/.test(
      `${plain(leadIn)} ${said} ${plain(right).slice(0, 30)}`,
    )
  )
    return;
  if (sum.beneficiary !== actorName) sum.payer ??= actorName;
  // "Mme Laure PITTET percevra une indemnité"
  const taker = /^(?:article \S{1,5} ?[-:.]+ )?(?=(?:m\.|mme|monsieur|madame) )/.exec(said);
  if (taker && / (?:percevra|recevra|beneficiera|percoit) (?:d')?une /.test(said))
    sum.beneficiary ??= readPerson(text, sentence.start + taker[0].length, false, sum.start)?.text;
  const office = OFFICE_PAID.map((pattern) => pattern.exec(said)?.groups?.office).find(Boolean);
  if (!office) return;
  const at = sum.start - said.length + said.lastIndexOf(office);
  sum.beneficiary = text.slice(at, at + office.length).replace(/\s+/g, ' ');
};

/** "Il convient de lui rembourser": the town pays back what somebody paid for it. */
export const repay: Dealing = ({ actorName }, sum, { said }) => {
  if (
    sum.nature === 'revenue' &&
    sum.beneficiary &&
    sum.beneficiary !== actorName &&
    /\brembourse(?:r|ra)\b/.test(said)
  )
    sum.payer ??= actorName;
};
