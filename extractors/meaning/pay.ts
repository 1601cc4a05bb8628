import { plain } from '../acts/plain.js';
import type { Dealing } from './dealing.js';

const OFFICE =
  '(?:premiere? |\\d ?(?:er|ere|e|eme)? |deuxieme |troisieme )?(?:maire|adjointe?s?|conseillere?s?|presidente?|vice-presidente?s?|receveur|tresorier|percepteur|agents? (?:recenseurs?|technique|communal)|coordonn\\w+|stagiaires?|commissaire enqueteur|garde champetre)(?: (?:au maire|deleguee?s?|municipaux|municipal|communautaires?)){0,3}';
/** "l'indemnité du maire", "celle des adjoints": who holds an office; "Maire :", in a list. */
const OFFICE_PAID = [
  `\\b(?:indemnites?|remunerations?|vacations?|gratifications?|celles?) (?:de fonctions? |mensuelles? |brutes? |allouees? |versees? |attribuees? ){0,3}(?:au |aux |du |des |de la |de l'|d'un |d'une |de chacune? des )(?:(?:deux|trois|quatre|cinq|six|\\d) )?(?<office>${OFFICE})\\b[^.;€]{0,60}$`,
  `(?:^|[:;,-]) ?(?<office>${OFFICE}) ?: ?$`,
].map((pattern) => new RegExp(pattern));

/** What those who hold an office or work for the town are paid. */
export const compensate: Dealing = ({ actorName, text }, sum, { leadIn, said, right }) => {
  if (sum.nature !== 'allowance') return;
  if (
    !/\b(?:remuneration|indemnite|vacation|prime|gratification)/.test(
      `${plain(leadIn)} ${said} ${plain(right).slice(0, 30)}`,
    )
  )
    return;
  sum.payer ??= actorName;
  const office = OFFICE_PAID.map((pattern) => pattern.exec(said)?.groups?.office).find(Boolean);
  if (!office) return;
  const at = sum.start - said.length + said.lastIndexOf(office);
  sum.beneficiary = text.slice(at, at + office.length).replace(/\s+/g, ' ');
};
