import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Body, Roster } from '../parties/roster.js';
import { Rows } from './rows.js';
import { type Unit, unitsOf } from './units.js';
import { actorOf, favouredOf, townOf } from './whose.js';
import { saysSeveralYears, yearsIn } from './year.js';

/** What an act tells as a whole, for the sums that say little themselves. */
export interface Context {
  readonly act: Act;
  readonly text: string;
  readonly roster: Roster;
  readonly units: readonly Unit[];
  readonly rows: Rows;
  /** The act's title: what it is about. */
  readonly title: string;
  /** Whose money it is where nobody else is named. */
  readonly actor: Body | undefined;
  /** As payer: a town, not its town hall. */
  readonly actorName: string | undefined;
  /** The one body that the act is about. */
  readonly favoured: Body | undefined;
  readonly year: number | undefined;
}

export function contextOf(act: Act, roster: Roster, heading: Heading): Context {
  const title = heading.title ?? '';
  const year = saysSeveralYears(title)
    ? undefined
    : (yearsIn(title).at(-1)?.year ?? heading.year ?? (heading.date ? Number(heading.date.slice(0, 4)) : undefined));
  const actor = actorOf(act, roster);
  return {
    act,
    text: act.passage.text,
    roster,
    units: unitsOf(act),
    rows: new Rows(act),
    title,
    actor,
    actorName: actor ? townOf(actor) : undefined,
    favoured: favouredOf(act, roster, title, actor),
    year,
  };
}
