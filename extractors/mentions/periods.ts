import { type Act, readingsOf } from '../../models/act.js';
import type { Mention } from '../../models/records.js';

const DAYS: Readonly<Record<string, number>> = {
  lundis: 1,
  mardis: 2,
  mercredis: 3,
  jeudis: 4,
  vendredis: 5,
  samedis: 6,
  dimanches: 7,
};

/** "pour une période de 1 an (du 1er janvier 2022 au 31 décembre 2022)": a duration, and the dates said of it. */
export function durations(act: Act): Mention[] {
  const text = act.passage.text;
  const spans = readingsOf(act, 'duration');
  const found: Mention[] = [];
  for (const range of readingsOf(act, 'date')) {
    if (range.value.precision !== 'day' || range.value.endValue === undefined) continue;
    const near = spans.find(({ start, end }) => {
      const [from, to] = end <= range.start ? [end, range.start] : [range.end, start];
      if (start < range.end && end > range.start) return false;
      return (
        to >= from &&
        to - from < 40 &&
        /^[\s,(]*(?:soit|c['’]est-[àa]-dire|allant|courant|qui court)?[\s,(]*(?:d['’]une dur[ée]e de|une dur[ée]e de|pour|du)?[\s(]*$/i.test(
          text.slice(from, to),
        )
      );
    });
    if (near?.value.approximation !== 'exact') continue;
    const [start, end] = [Math.min(near.start, range.start), Math.max(near.end, range.end)];
    found.push({
      kind: 'duration',
      text: near.value.value,
      about: `${range.value.value}/${range.value.endValue}`,
      span: act.passage.span(start, end),
      extractor: 'mentions/durations',
    });
  }
  return found;
}

/** Dates of a list that opens with "les dimanches": each must be one. */
export function namedDays(act: Act): Mention[] {
  const text = act.passage.text;
  const dates = readingsOf(act, 'date').filter(
    ({ value }) => value.precision === 'day' && value.endValue === undefined && value.weekday === undefined,
  );
  const found: Mention[] = [];
  for (const match of text.matchAll(/\b(lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches)\b/gi)) {
    let at = match.index + match[0].length;
    for (const date of dates) {
      if (date.start < at) continue;
      if (date.start - at > 60 || !/^(?:[\s,;:•–-]|et|du|des|le|les|ou|suivants?)*$/i.test(text.slice(at, date.start)))
        break;
      found.push({
        kind: 'weekday',
        text: date.value.value,
        about: String(DAYS[match[0].toLowerCase()]),
        span: act.passage.span(date.start, date.end),
        extractor: 'mentions/weekdays',
      });
      at = date.end;
    }
  }
  return found;
}

/**
 * "autorise l'ouverture les dimanches : 5 janvier, 29 juin, … et les 3 dimanches du 1er au 21 décembre": how many in
 * all. Only lists that give a number of Sundays, or at least three dates, are counted.
 */
export function openSundays(act: Act): Mention[] {
  const text = act.passage.text;
  const dates = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day');
  const found: Mention[] = [];
  for (const match of text.matchAll(/\b(?:les|des|aux)\s+dimanches\b\s*(?:suivants?)?\s*:?/gi)) {
    let at = match.index + match[0].length;
    const listed = new Set<string>();
    for (const { start, end, value } of dates) {
      if (start < at) continue;
      if (start - at > 30 || !/^(?:[\s,;:•–-]|et|du|des|le|les)*$/i.test(text.slice(at, start))) break;
      if (value.endValue === undefined) listed.add(value.value);
      else break;
      at = end;
    }
    if (listed.size === 0) continue;
    const more = /^[\s,;]*(?:et\s+)?(?:les|de|des)\s+(\d{1,2})\s+dimanches\b/i.exec(text.slice(at, at + 40));
    if (!more && listed.size < 3) continue;
    const end = at + (more?.[0].length ?? 0);
    found.push({
      kind: 'sundays',
      text: text.slice(match.index, end).replace(/\s+/g, ' '),
      about: String(listed.size + Number(more?.[1] ?? 0)),
      span: act.passage.span(match.index, end),
      extractor: 'mentions/sundays',
    });
  }
  return found;
}
