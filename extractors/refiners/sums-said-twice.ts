import type { Reading } from '../../models/fields.js';
import { compare } from '../french/decimal.js';
import { fold } from '../french/fold.js';

const BRACKET = /^[ \n]{0,2}[([][ ]?(?:soit[ ])?$/;
const CLOSED = /^[ ]?[)\]]/;
/** "350,00 € hors charges (trois cent cinquante euros)": words between, when both say the same. */
const LOOSE_BRACKET = /^[a-z', \n]{0,30}[([][ ]?$/;
const REACH = 34;

/**
 * "quinze mille euros (15 000 €)" is one sum told twice: one reading, whose value is that of the figures and whose
 * `inWords` is that of the words where the two differ.
 */
export function joinSumsSaidTwice(text: string, readings: readonly Reading[]): Reading[] {
  const joined: Reading[] = [];
  for (let i = 0; i < readings.length; i += 1) {
    const first = readings[i]!;
    const second = readings[i + 1];
    const one = second && twice(text, first, second);
    joined.push(one ?? first);
    if (one) i += 1;
  }
  return joined;
}

function twice(text: string, first: Reading, second: Reading): Reading | undefined {
  if (first.field !== 'amount' || second.field !== 'amount') return undefined;
  const firstInWords = first.extractor === 'amounts/in-words';
  if (firstInWords === (second.extractor === 'amounts/in-words')) return undefined;
  if (second.start - first.end > REACH || first.value.currency !== second.value.currency) return undefined;
  const between = fold(text.slice(first.end, second.start));
  const same = compare(first.value.value, second.value.value) === 0;
  if (!BRACKET.test(between) && !(same && LOOSE_BRACKET.test(between))) return undefined;
  const close = CLOSED.exec(fold(text.slice(second.end, second.end + 8)).replace(/^ ?(?:ttc|ht)/, ''));
  if (!close) return undefined;
  const [words, figures] = firstInWords ? [first, second] : [second, first];
  const tax = figures.value.tax ?? words.value.tax;
  const approximation =
    figures.value.approximation === 'exact' ? words.value.approximation : figures.value.approximation;
  return {
    field: 'amount',
    extractor: 'amounts/in-words-and-figures',
    start: first.start,
    end: text[second.end] === ')' || text[second.end] === ']' ? second.end + 1 : second.end,
    value: {
      ...figures.value,
      approximation,
      ...(tax && { tax }),
      ...(!same && { inWords: words.value.value }),
    },
  };
}
