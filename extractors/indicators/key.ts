import PorterStemmerFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import type { Indicator } from '../../models/records.js';
import { writesYear } from '../french/calendar.js';
import { PRINTED_MONTH } from '../french/months.js';

const STOP = new Set(
  'a au aux avec ayant ce ces d de des du dans dont en et eux elles est etre ete l la le les leur leurs ou par parmi pour qui s sa se ses soit son sont sur un une n pas plus moins nombre total annee cours evolution the'.split(
    ' ',
  ),
);

/** The date of a stock is its period, not a part of what it is. */
const DATE = new RegExp(
  String.raw`(?<!\p{L})(?:au|le|à fin|fin) (?:\d{1,2}(?:er)? )?${PRINTED_MONTH}(?: \d{4})?`,
  'giu',
);

/**
 * What makes two indicators the same across years and documents: the stems of the label's words (in no order), the unit,
 * and the part of the report it stands in. Years, periods and values have no part in it.
 */
export function indicatorKey(indicator: Pick<Indicator, 'label' | 'unit'>, issuer?: string, scope = ''): string {
  const label = stems(indicator.label.replace(DATE, ' '));
  const unit = stems(indicator.unit === '%' || indicator.unit === 'fraction' ? '' : (indicator.unit ?? ''));
  const own = [...new Set([...label, ...unit])].sort();
  const ofIssuer = new Set(stems(issuer ?? ''));
  const where = stems(scope).filter((stem) => !own.includes(stem) && !ofIssuer.has(stem));
  const kind = indicator.unit === '%' || indicator.unit === 'fraction' ? '%' : '#';
  return `${kind} ${own.join(' ')}${where.length === 0 ? '' : ` @ ${[...new Set(where)].sort().join(' ')}`}`;
}

function stems(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !STOP.has(word) && !writesYear(word))
    .map(stemOf);
}

/** The words of labels come again and again, in a report and in all the files of a thread. */
const STEMS_KEPT = 5000;
const known = new Map<string, string>();

function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    stem = fold(PorterStemmerFr.stem(word));
    if (known.size >= STEMS_KEPT) known.clear();
    known.set(word, stem);
  }
  return stem;
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
