import type { Figure } from '../figures.js';
import { compares } from './compared.js';
import type { Sentence } from './sentence.js';

/** The period that the sentence states for a figure whose phrase ends at `end`. */
export function periodOf(sentence: Sentence, figure: Figure, end: number): string | undefined {
  const { plain, periods } = sentence;
  const inPhrase = periods.find(
    ({ start }) =>
      start >= figure.end &&
      start < end + 40 &&
      !/[;]|\([^)]*\d[^)]*$/.test(plain.slice(figure.end, start)) &&
      !compares(plain.slice(figure.end, start)),
  );
  const before = periods
    .filter(
      ({ start, end }) =>
        end <= figure.start && !isAside(sentence, start, figure.start) && !LEFT.test(plain.slice(end, figure.start)),
    )
    .filter(({ start }) => !compares(/[^,;.(]*$/.exec(plain.slice(Math.max(0, start - 60), start))![0]))
    .at(-1);
  return (inPhrase && inPhrase.start < end + 1 ? inPhrase : undefined)?.value ?? before?.value ?? inPhrase?.value;
}

/** "40 % en 2013 pour arriver à 26 %": the year that the way began in is left behind. */
const LEFT = /^(?:,? pour (?:arriver|atteindre|passer) .*| a (?:pres de |plus de |environ )?)$/;

/** Whether the stretch from `from` to `to` leaves a bracket: "312 foyers (287 en 2018), soit 7 820 colis". */
function isAside({ plain }: Sentence, from: number, to: number): boolean {
  const close = plain.indexOf(')', from);
  return close >= 0 && close < to && !plain.slice(from, close).includes('(');
}
