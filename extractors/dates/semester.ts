import { defineExtractor } from '../extractor.js';
import { isoDate } from '../french/calendar.js';
import { isLetter } from '../french/fold.js';
import { frenchText } from '../french/text.js';

const RANKS: Record<string, number> = { premier: 1, deuxieme: 2, second: 2, troisieme: 3, quatrieme: 4, dernier: 0 };
const RANK_BEFORE =
  /(?:(?<![a-z\d])([1-4])[ ]?(?:er|eme|e|nd|ieme)?|(?<![a-z])(premier|deuxieme|second|troisieme|quatrieme|dernier)|(?<![a-z])(i{1,3}|iv)(?:er|eme|e)?)[ \n]$/;
const YEAR_AFTER =
  /[ \n](?:de[ \n]|de[ \n]l'(?:annee|exercice)[ \n](?:civile[ \n])?|d'|scolaire[ \n])?((?:19|20)\d\d)(?!\d|[-/.,]\d|[ ]?€)/y;

export default defineExtractor({
  id: 'dates/semester',
  field: 'date',
  title: "Semestre ou trimestre d'une année",
  reads: {
    'au 1er semestre 2022': { value: '2022-01', endValue: '2022-06', precision: 'month' },
    'le 3ème trimestre 2023': { value: '2023-07', endValue: '2023-09' },
    "second semestre de l'année 2023": { value: '2023-07', endValue: '2023-12' },
    'dernier trimestre 2021': { value: '2021-10', endValue: '2021-12' },
  },
  ignores: ['chaque trimestre 2023', 'au 1er semestre', '3ème semestre 2022', '2 trimestres'],
  *extract(source) {
    const text = frenchText(source);
    const { folded } = text;
    for (const at of text.words.semester) {
      let end = at;
      while (isLetter(folded.charCodeAt(end))) end += 1;
      const word = folded.slice(at, end);
      const months = word.startsWith('semestre') ? 6 : word.startsWith('trimestre') ? 3 : 4;
      const before = RANK_BEFORE.exec(folded.slice(Math.max(0, at - 16), at));
      YEAR_AFTER.lastIndex = end;
      const year = YEAR_AFTER.exec(folded);
      if (!before || !year) continue;
      const written = before[1] ? Number(before[1]) : before[2] ? RANKS[before[2]]! : romans.indexOf(before[3]!) + 1;
      const rank = written === 0 ? 12 / months : written;
      if (rank * months > 12) continue;
      yield {
        start: at - before[0].length,
        end: YEAR_AFTER.lastIndex,
        value: {
          value: isoDate(Number(year[1]), (rank - 1) * months + 1),
          endValue: isoDate(Number(year[1]), rank * months),
          precision: 'month',
          certainty: 'stated',
        },
      };
    }
  },
});

const romans = ['i', 'ii', 'iii', 'iv'];
