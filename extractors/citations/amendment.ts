import { dateItems } from '../dates/items.js';
import { defineExtractor } from '../extractor.js';
import { isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';
import { isTitle } from './cited.js';

const NUMBERED = /[ \n](?:n[ ]?°[ ]?|no[ ]|numero[ ])?(\d{1,3})(?![\d]|[-/.]\d|[ ]?(?:€|%|ans|mois|jours))/y;
/** It amends an act that has a number of its own: that one is cited. */
const OF_NUMBERED = /^[ \n](?:au|a la|a l'|du|de la|de l')[ \n]?[a-z' \n]{3,80}n[ ]?°/;

export default defineExtractor({
  id: 'citations/amendment',
  field: 'citation',
  title: 'Avenant numéroté',
  reads: {
    "l'avenant 65 de la convention collective": { act: 'convention', number: '65' },
    "l'avenant n°1 du 3 mars 2021": { number: '1', date: '2021-03-03' },
    'avenant n° 2 à la convention de partenariat': { act: 'convention', number: '2' },
  },
  ignores: [
    'avenant n° 1 au marché n° 22S0015',
    'AVENANT N° 3 À LA CONVENTION\nde partenariat',
    "l'avenant 15 €",
    "l'avenant annuel",
  ],
  *extract(source) {
    const text = frenchText(source);
    const { folded, raw, words } = text;
    const dates = dateItems(text);
    let d = 0;
    for (const at of words.act) {
      let end = at;
      while (isLetter(folded.charCodeAt(end))) end += 1;
      if (folded.slice(at, end) !== 'avenant') continue;
      NUMBERED.lastIndex = end;
      const match = NUMBERED.exec(folded);
      // "AVENANT N° 3 À LA CONVENTION" at the head of a line is the act itself.
      if (isTitle(raw, at) && /^[ \n](?:au?|a l')\b/.test(folded.slice(NUMBERED.lastIndex, NUMBERED.lastIndex + 4)))
        continue;
      if (!match || OF_NUMBERED.test(folded.slice(NUMBERED.lastIndex, NUMBERED.lastIndex + 100))) continue;
      const numberEnd = NUMBERED.lastIndex;
      while (d < dates.length && dates[d]!.start < numberEnd) d += 1;
      const date = dates[d];
      const dated =
        date?.value?.precision === 'day' &&
        date.value.endValue === undefined &&
        date.start - numberEnd < 14 &&
        /^[ \n](?:en date )?(?:du|signe le)[ \n]$/.test(folded.slice(numberEnd, date.start));
      yield {
        start: at,
        end: dated ? date.end : numberEnd,
        value: { act: 'convention', number: match[1]!, ...(dated && { date: date.value!.value }) },
      };
    }
  },
});
