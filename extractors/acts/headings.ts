import { type Act, readingsOf } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import { plain } from './plain.js';
import { referenceAt } from './reference.js';

/** What a deliberation says of itself. */
export function deliberationHeading(act: Act): Heading {
  const { text } = act.passage;
  const lines = text.slice(0, 6000).split('\n');
  const reference = lines.map(referenceAt).find((found) => found !== undefined)?.reference;
  const date = sessionDate(act);
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(date === undefined ? {} : { date, year: Number(date.slice(0, 4)) }),
  };
}

/** What minutes say of themselves. */
export function minutesHeading(act: Act): Heading {
  const date = sessionDate(act);
  return date === undefined ? {} : { date, year: Number(date.slice(0, 4)) };
}

/** What any other act says of itself. */
export function plainHeading(_act: Act): Heading {
  return {};
}

/** The day on which the assembly met. */
function sessionDate(act: Act): string | undefined {
  const text = plain(act.passage.text);
  const days = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day' && !value.endValue);
  const said = days.find(({ start }) =>
    /\b(?:seance|session|reunion|reuni[es]*|conseil|l'an)\b[^.]{0,90}$/.test(
      text.slice(Math.max(0, start - 110), start),
    ),
  );
  return (said ?? days[0])?.value.value;
}
