import { defineExtractor } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { shift } from '../french/decimal.js';
import type { Figure } from '../french/figures.js';
import { type FrenchText, frenchText } from '../french/text.js';

const UNIT =
  /[ ]{0,2}\n?(?:(ans?|annees?)|(mois)|(semaines?)|(jours?|journees?)|(heures?|hrs?|h)|(minutes?|mns?|min)|(secondes?|sec)|(trimestres?)|(semestres?))(?![a-z'0-9])/y;
const GLUED_MINUTES = /[ ]?h[ ]?([0-5]\d)(?!\d)(?:[ ]?mn|[ ]?min)?/y;
const HALF = /[ \n]et[ \n]demie?(?![a-z])/y;
const QUARTER = /[ \n]quarts?[ \n]d'heure/y;
const AND = /^(?:[ \n]et[ \n]|,?[ \n])$/;
/** "16 à 25 ans", "moins de 26 ans", "âgés de 16 ans": an age. */
const AGE_BEFORE =
  /(?:ages?|agees?|ages? de|agees? de|moins de|plus de|de \d{1,2} a|\d{1,2}[ ]?(?:-|a|et)|des|jeunes de|enfants de|jusqu'a|a partir de|public)[ \n]$/;
const CLOCK_BEFORE = /(?:^|[^a-z])(?:a|vers|des|entre|jusqu'a|de|avant|apres|et|-)[ \n]$/;

export default defineExtractor({
  id: 'numbers/duration',
  field: 'duration',
  title: 'Durée',
  reads: {
    'un préavis de 6 mois': { value: 'P6M' },
    'pour une durée de trois ans': { value: 'P3Y' },
    'deux ans et six mois': { value: 'P2Y6M' },
    'environ 1h30': { value: 'PT1H30M', approximation: 'about' },
    'pendant deux heures': { value: 'PT2H' },
    'un an et demi': { value: 'P1Y6M' },
    '3 trimestres': { value: 'P9M' },
    'dans un délai de deux (2) mois': { value: 'P2M' },
  },
  ignores: ['les 16 à 25 ans', 'à 14h00', 'les moins de 26 ans', 'les jours', 'âgés de 16 ans'],
  *extract(source) {
    const text = frenchText(source);
    const { figures, folded } = text;
    for (let i = 0; i < figures.length; i += 1) {
      const first = part(text, figures[i]!);
      if (!first) continue;
      const { start } = figures[i]!;
      if (first.unit === 'Y' && !/^ ?ann/.test(folded.slice(figures[i]!.end)) && isAge(folded, start)) continue;
      if (first.unit === 'H' && isClock(folded, figures[i]!, first)) continue;
      let parts = [first];
      let end = first.end;
      for (let next = figures[i + 1]; next && parts.length < 4; next = figures[i + 1]) {
        if (next.start - end > 4 || !AND.test(folded.slice(end, next.start))) break;
        const more = part(text, next);
        if (!more || ORDER.indexOf(more.unit) <= ORDER.indexOf(parts.at(-1)!.unit)) break;
        parts = [...parts, more];
        end = more.end;
        i += 1;
      }
      HALF.lastIndex = end;
      const lastPart = parts.at(-1)!;
      if ((lastPart.unit === 'H' || lastPart.unit === 'Y') && lastPart.minutes === undefined && HALF.test(folded)) {
        end = HALF.lastIndex;
        parts = [
          ...parts,
          lastPart.unit === 'H' ? { ...lastPart, unit: 'm', value: '30' } : { ...lastPart, unit: 'M', value: '6' },
        ];
      }
      yield { start, end, value: { value: iso(parts), approximation: approximationOf(folded, start, end) } };
    }
  },
});

/** "à 14h00", "de 8 h 30 à 17 h", "vers 19 heures": an hour of the day. */
function isClock(folded: string, figure: Figure, { end, clock, minutes }: Part): boolean {
  const before = folded.slice(Math.max(0, figure.start - 14), figure.start);
  if (/duree de[ \n]$/.test(before) || Number(figure.value) > 24) return false;
  if (/(?:^|[^a-z])(?:a|vers|des|jusqu'a|avant|apres)[ \n]$/.test(before)) return true;
  if (/^[ \n]?(?:a|-)[ \n]?\d{1,2}[ ]?h/.test(folded.slice(end, end + 10))) return true;
  return (clock || minutes !== undefined) && CLOCK_BEFORE.test(before);
}

type Unit = 'Y' | 'M' | 'W' | 'D' | 'H' | 'm' | 'S';
const ORDER: readonly Unit[] = ['Y', 'M', 'W', 'D', 'H', 'm', 'S'];
const UNITS: readonly (readonly [Unit, number])[] = [
  ['Y', 1], ['M', 1], ['W', 1], ['D', 1], ['H', 1], ['m', 1], ['S', 1], ['M', 3], ['M', 6],
]; // biome-ignore format: a table

interface Part {
  readonly end: number;
  readonly unit: Unit;
  readonly value: string;
  readonly minutes?: string;
  /** Written as hours on a clock are. */
  readonly clock: boolean;
}

function part(text: FrenchText, figure: Figure): Part | undefined {
  const { folded } = text;
  if (figure.ordinal || figure.mended) return undefined;
  GLUED_MINUTES.lastIndex = figure.end;
  const minutes = GLUED_MINUTES.exec(folded);
  if (minutes && figure.plain !== undefined) {
    return {
      end: GLUED_MINUTES.lastIndex,
      unit: 'H',
      value: figure.value,
      minutes: String(Number(minutes[1])),
      clock: true,
    };
  }
  let at = figure.end;
  // "deux (2) mois"
  const repeated = /^[ \n]\((\d{1,4})\)/.exec(folded.slice(at, at + 8));
  if (repeated && repeated[1] === figure.value) at += repeated[0].length;
  QUARTER.lastIndex = at;
  if (QUARTER.test(folded) && /^[123]$/.test(figure.value)) {
    return { end: QUARTER.lastIndex, unit: 'm', value: String(15 * Number(figure.value)), clock: false };
  }
  UNIT.lastIndex = at;
  const match = UNIT.exec(folded);
  if (!match) return undefined;
  const which = match.findIndex((group, i) => i > 0 && group !== undefined) - 1;
  const [unit, factor] = UNITS[which]!;
  const word = match[which + 1]!;
  const value = factor === 1 ? figure.value : shift(String(Number(figure.value) * factor), 0);
  return { end: UNIT.lastIndex, unit, value, clock: unit === 'H' && word === 'h' };
}

function isAge(folded: string, start: number): boolean {
  return AGE_BEFORE.test(folded.slice(Math.max(0, start - 16), start));
}

function iso(parts: readonly Part[]): string {
  let date = '';
  let time = '';
  for (const { unit, value, minutes } of parts) {
    const upper = unit === 'm' ? 'M' : unit;
    if (unit === 'H' || unit === 'm' || unit === 'S') time += value + upper;
    else date += value + upper;
    if (minutes !== undefined && minutes !== '0') time += `${minutes}M`;
  }
  return `P${date}${time === '' ? '' : `T${time}`}`;
}
