import { plain } from '../acts/plain.js';
import { writesYear } from '../french/calendar.js';
import type { Statement } from './captions.js';
import { type Context, remember } from './context.js';
import { countedNoun } from './counted.js';
import { scanFigures } from './figures.js';
import { basisOf, type Found } from './found.js';
import { periodsIn } from './period.js';
import { nominal, sentenceCase, trimmed, withoutPartitive } from './phrase.js';
import { qualifierIn } from './qualifier.js';
import { readSentence } from './sentence/read.js';
import { Sentence, type Taken } from './sentence/sentence.js';
import { sentencesOf } from './sentences.js';

/** The indicators of one statement; `context` goes on to the next. */
export function readStatement(statement: Statement, context: Context, taken: Taken): Found[] {
  // What running text counts is the whole of nothing outside it.
  const prose = !statement.keyed && (statement.text.trim().split(/\s+/).length > 14 || /\.\s*$/.test(statement.text));
  if (prose || context.main?.extractor === 'indicators/sentence') {
    context.main = undefined;
    context.people = undefined;
  }
  if (statement.caption !== undefined) {
    const captioned = readCaptioned(statement, statement.caption, context, taken);
    if (captioned) remember(context, captioned);
    return captioned ? [captioned] : [];
  }
  const found: Found[] = [];
  for (const { start, end } of sentencesOf(statement.text))
    found.push(...readSentence(new Sentence(statement, start, end, context, taken), found.at(-1)));
  return found;
}

/** A figure whose caption stands above it, or is shared. */
function readCaptioned(statement: Statement, caption: string, context: Context, taken: Taken): Found | undefined {
  const [figure] = scanFigures(statement.plain);
  if (!figure || taken(statement.start + figure.start, statement.start + figure.end)) return undefined;
  if (writesYear(figure.value) && statement.plain.trim().length === 4) return undefined;
  const label = sentenceCase(trimmed(withoutPartitive(nominal(sentenceCase(trimmed(caption))))));
  if (!/\p{L}{3}/u.test(label)) return undefined;
  const noun = countedNoun(plain(label), 0);
  const period = periodsIn(plain(caption)).at(-1)?.value ?? context.period ?? context.year;
  return {
    ...basisOf(statement, figure, context),
    label,
    ...(figure.form === 'percent'
      ? { unit: '%' }
      : noun
        ? { unit: label.slice(noun.start, noun.end).toLowerCase() }
        : {}),
    people: noun?.people ?? false,
    count: figure.form === 'number',
    ...(period === undefined ? {} : { period }),
    qualifier: qualifierIn(plain(caption)) ?? context.qualifier ?? 'actual',
  };
}
