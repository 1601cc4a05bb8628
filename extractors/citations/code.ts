import { defineExtractor } from '../extractor.js';
import { isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const ARTICLE =
  /[ \n.]{0,2}((?:lo|l|r|d|a)[ *.]{0,2}\d{1,4}(?:[-. ]{1,3}\d{1,4}){0,4}|\d{1,4}(?:-\d{1,3}){0,3}(?:[ ](?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)(?![a-z])(?:[ -][a-z0-9](?![a-z0-9]))?)?)/y;
/** Where in the article: ", 4°", ", alinéa 2", "II". */
const PLACE = /(?:[ ]?,?[ ](?:\d{1,2}[ ]?°|alineas?[ ]\d{1,2}|\d{1,2}(?:er|e|eme)[ ]alinea|[ivx]{1,4}(?![a-z]))){1,4}/y;
const MORE =
  /(?:[ \n]?(?:,|et|a|ou|-|;)[ \n]{0,2}(?:suivants?|suivant|s\.)|[ \n]?(?:,|et|a|ou|-)[ \n](?:des[ \n]|les[ \n]|l'article )?(?:(?:lo|l|r|d|a)[ *.]{0,2})?\d{1,4}(?:[-. ]{1,3}\d{1,4}){0,4})/y;
const OF_CODE =
  /[ \n,]{0,3}(?:du|de l'|dudit|-)?[ \n]?(?:code[ \n][a-z' \n]{3,80}?(?=[^a-z' \n]|[ \n](?:et(?![ \n](?:de[ \n](?:l'habitation|la[ \n](?:peche|securite))|des[ \n](?:familles|sanctions)|du[ \n](?:sejour|numerique)|financier|de[ \n]l'insertion))|en|qui|que|dans|pour|par|prevoi|dispos|notamment|stipul|modifi|relati|autoris|impos|le|la|les|il|un|une|est|sont|ainsi|permet|precis)|$)|(?:cgct|cgfp|cgi|cgppp|cg3p|ccp|cmp|casf|csp|cu|cch|crpa|cja)(?![a-z])|c\.g\.c\.t\.)/y;
const CODE_NAME =
  /[ \n](?:general|generaux|de|des|du|d'|civil|penal|electoral|rural|monetaire|forestier|minier|l'|la)[a-z' \n]{0,70}?(?=[^a-z' \n]|[ \n](?:et(?![ \n](?:de[ \n](?:l'habitation|la[ \n](?:peche|securite))|des[ \n](?:familles|sanctions)|du[ \n](?:sejour|numerique)|financier|de[ \n]l'insertion))|en|qui|que|dans|pour|par|prevoi|dispos|notamment|stipul|modifi|relati|autoris|impos|le|il|un|une|est|sont|ainsi|permet|precis)|$)/y;

export default defineExtractor({
  id: 'citations/code',
  field: 'citation',
  title: "Article d'un code",
  reads: {
    "l'article L. 2121-29 du Code général des collectivités territoriales": { act: 'code', number: 'L. 2121-29' },
    'article L1611-4 du CGCT': { number: 'L1611-4' },
    "l'article L 2122-22, 4° du CGCT": { number: 'L 2122-22' },
    'les articles L. 2122-22 et L. 2122-23 du CGCT': { act: 'code' },
    "au sens du code de l'éducation": { act: 'code' },
  },
  ignores: ['Article 2 : durée', 'article 65748', 'code postal', 'code 12'],
  *extract(source) {
    const text = frenchText(source);
    const { folded, raw } = text;
    let floor = 0;
    for (const at of text.words.act) {
      if (at < floor) continue;
      let end = at;
      while (isLetter(folded.charCodeAt(end))) end += 1;
      const word = folded.slice(at, end);
      if (word === 'code') {
        CODE_NAME.lastIndex = end;
        const name = CODE_NAME.exec(folded);
        if (!name || /^[ \n](?:de conduite|de deontologie|d'acces|des couleurs)/.test(name[0])) continue;
        floor = trimmed(folded, CODE_NAME.lastIndex);
        yield { start: at, end: floor, value: { act: 'code' } };
        continue;
      }
      if (word !== 'article' && word !== 'articles' && word !== 'art') continue;
      ARTICLE.lastIndex = end;
      const article = ARTICLE.exec(folded);
      if (!article) continue;
      const lettered = /^[lrda]/.test(article[1]!);
      let reach = ARTICLE.lastIndex;
      const numberStart = reach - article[1]!.length;
      PLACE.lastIndex = reach;
      if (PLACE.test(folded)) reach = PLACE.lastIndex;
      let more = 0;
      for (MORE.lastIndex = reach; more < 20 && MORE.test(folded); more += 1) reach = MORE.lastIndex;
      OF_CODE.lastIndex = reach;
      const named = OF_CODE.exec(folded);
      if (!lettered && !named) continue;
      if (named) reach = trimmed(folded, OF_CODE.lastIndex);
      floor = reach;
      const number = raw.slice(numberStart, ARTICLE.lastIndex).replace(/\s+/g, ' ');
      yield { start: at, end: reach, value: { act: 'code', ...(more === 0 && { number }) } };
    }
  },
});

function trimmed(folded: string, end: number): number {
  let at = end;
  while (folded[at - 1] === ' ' || folded[at - 1] === '\n') at -= 1;
  return at;
}
