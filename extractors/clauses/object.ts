import type { Clause } from '../../models/records.js';
import type { Contract } from './contract.js';

const THIS =
  '(?:la presente(?: convention)?|cette convention|l[ea] present[e]? (?:contrat|avenant|protocole|bail|accord|charte))';
const HAS_OBJECT = new RegExp(
  `\\b${THIS} (?:a|ont) (?:notamment )?pour (?:objet|but|objectif|finalite)\\b|\\bl'objet de (?:la presente |cette |la )convention est\\b`,
  'g',
);
const DOES = new RegExp(
  `\\b${THIS} (?:vise|definit|fixe|precise|regit|organise|formalise|concerne|porte sur|determine|modifie|prolonge|etablit)\\b`,
);

/** What the contract is about: the sentence that says so, in its article "Objet" before any other. */
export function objectOf(contract: Contract): Clause | undefined {
  const article = contract.titled(/^objets?\b|\bobjet (?:de la|du|de l')/);
  const said = [...contract.flat.matchAll(HAS_OBJECT)].map(({ index }) => index);
  const at =
    said.find((one) => article && one >= article.start && one < article.end) ??
    firstOf(contract, article) ??
    said[0] ??
    DOES.exec(contract.flat)?.index;
  if (at === undefined) return undefined;
  const { start, end } = contract.sentence(at);
  return contract.clause('object', said.includes(at) ? at : start, end);
}

/** The first words under the article's heading. */
function firstOf({ text }: Contract, article: Contract['articles'][number] | undefined): number | undefined {
  const found = article ? text.slice(article.headEnd, article.end).search(/\p{L}/u) : -1;
  return article && found >= 0 ? article.headEnd + found : undefined;
}
