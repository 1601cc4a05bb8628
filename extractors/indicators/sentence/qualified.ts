import type { Indicator } from '../../../models/records.js';
import { plain } from '../../acts/plain.js';
import { qualifierIn } from '../qualifier.js';
import type { Sentence } from './sentence.js';

/** Whether what stands at `at` was done, is aimed at, or is to come. */
export function qualifierOf(
  sentence: Sentence,
  at: number,
  period: string | undefined,
  label = '',
): Indicator['qualifier'] {
  const { context } = sentence;
  // In minutes a task is told by its infinitive, "15 arbres à replanter", a fact by its participle, "86 réponses reçues".
  if (!context.report) {
    if (/^\S+(?: \S+)? a (?!louer|vendre|savoir|partir)[a-z]{3,}(?:er|ir|re)\b/.test(plain(label))) return 'target';
    if (/\b(?:recu|recense|recueilli|enregistre|comptabilise|constate)e?s?\b/.test(plain(label))) return 'actual';
  }
  const heading =
    (context.leadIn === undefined ? undefined : qualifierIn(context.leadIn.plain, context.leadIn.text)) ??
    context.qualifier;
  const said = sentence.cues.at(at);
  // Under "Objectifs", what shall be done is aimed at.
  if (said !== undefined) return said === 'forecast' && heading === 'target' ? 'target' : said;
  const year = period?.slice(0, 4);
  const own = context.year?.slice(-4) ?? context.actYear;
  const dated = sentence.periods.length > 0 && year !== undefined && own !== undefined && year < own;
  if (dated && !context.report) return 'actual';
  if (heading !== undefined) return heading;
  // Where a decision pays, what it pays for is to come.
  if (context.plans && /€|\beuros\b/.test(sentence.plain.slice(0, at))) return 'forecast';
  if (!context.plans) return own !== undefined && year !== undefined && year > own ? 'forecast' : 'actual';
  // What a decision speaks of without a past is to come.
  return year === undefined || (own !== undefined && year >= own) ? 'forecast' : 'actual';
}
