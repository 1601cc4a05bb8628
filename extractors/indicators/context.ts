import type { Indicator } from '../../models/records.js';
import type { Found } from './found.js';
import { yearOfHeading } from './period.js';

/** What the lines before say of the figures in this one. */
export interface Context {
  /** An activity report: every figure with a noun counts. */
  readonly report: boolean;
  readonly year: string | undefined;
  /** It decides or stipulates: what it speaks of without a past is to come. */
  readonly plans: boolean;
  /** The year of an act that decides: what it speaks of after that is to come. */
  readonly actYear: string | undefined;
  /** The heading's or the lead-in's. */
  period: string | undefined;
  qualifier: Indicator['qualifier'] | undefined;
  scope: string;
  /** The same, where the heading says that its figures are of it: "Chiffres clés du parrainage". */
  keyedScope: string;
  /** The heading over the heading. */
  title: string;
  /** Of the heading. */
  level: number;
  /** Words of the lead-in, where the statement stands in its list. */
  leadIn: { readonly text: string; readonly plain: string } | undefined;
  /** The figure that the lead-in gave: the whole of which the list gives the parts. */
  leadFigure: Found | undefined;
  /** The last figure that opened a line or a sentence with a noun. */
  main: Found | undefined;
  /** The same, of people. */
  people: Found | undefined;
  /** The last short line without a figure, where no heading names what stands below. */
  above: string;
  /** The short line right before, without a figure: what a table is about. */
  caption: string;
}

/** What the act says before any line of it. */
export const atTheStart = (act: Pick<Context, 'report' | 'plans' | 'year' | 'actYear'>): Context => ({
  ...act,
  period: undefined,
  qualifier: undefined,
  scope: '',
  keyedScope: '',
  leadIn: undefined,
  leadFigure: undefined,
  main: undefined,
  people: undefined,
  above: '',
  caption: '',
  title: '',
  level: 0,
});

/** What stands above a line that says nothing of itself: its heading and the one over that. */
export const aboveOf = ({ scope, above, title }: Context): string =>
  [scope || above, title].filter((text) => text !== '').join(' – ');

/** A figure that opens a line or a sentence: what later figures may be shares or parts of. */
export function remember(context: Context, found: Found): void {
  if (!found.count) return;
  context.main = found;
  if (found.people) context.people = found;
}

/** A statement that ends in a colon leads into those that follow; a paragraph of its own ends the list. */
export function leadOn(context: Context, text: string, plain: string, keyed: boolean, found: readonly Found[]): void {
  if (/:\s*$/.test(text)) {
    context.leadIn = { text, plain };
    context.leadFigure = found.find(({ count }) => count);
    const year = yearOfHeading(plain);
    if (year !== undefined) context.period = year;
  } else if (!keyed && !/^\s*(?:[•●▪■◆❖►‣○➢→✓*–—-]|o\s)/u.test(text) && !/;\s*$/.test(text)) {
    context.leadIn = undefined;
    context.leadFigure = undefined;
  } else if (context.leadFigure) {
    for (const one of found) if (one !== context.leadFigure) one.parent ??= context.leadFigure;
  }
}
