import { WEEKDAY, weekdayNumber } from '../french/months.js';

const WEEKDAY_BEFORE = new RegExp(`(?<![a-z])(${WEEKDAY}),?[ \\n](?:le[ \\n])?$`);

/** The weekday that stands before a day: "lundi 3", "mardi, le 4". Nothing before `floor` is looked at. */
export function weekdayBefore(
  folded: string,
  start: number,
  floor: number,
): { start: number; weekday: number } | undefined {
  const match = WEEKDAY_BEFORE.exec(folded.slice(Math.max(floor, start - 16), start));
  return match ? { start: start - match[0].length, weekday: weekdayNumber(match[1]!) } : undefined;
}
