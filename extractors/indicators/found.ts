import type { Approximation } from '../../models/fields.js';
import type { Indicator } from '../../models/records.js';
import type { Statement } from './captions.js';
import type { Context } from './context.js';
import type { Figure } from './figures.js';

/** An indicator under construction; offsets into the act's passage. */
export interface Found {
  start: number;
  end: number;
  extractor: string;
  value: string;
  valueMax?: string;
  unit?: string;
  label: string;
  /** The counted noun alone, and whether it names people: what later shares are shares of. */
  people: boolean;
  count: boolean;
  period?: string;
  qualifier: Indicator['qualifier'];
  approximation: Approximation;
  delta?: string;
  deltaBase?: string;
  parent?: Found;
  /** The count whose noun this one leaves out: the next that leaves it out leans on the same. */
  leansOn?: Found;
  /** The figure of another year that this one is set against, "contre 312 en 2020": that year's is no part of this one's. */
  against?: Found;
  inTable: boolean;
  /** Heading or table title that it stands under: what tells "femmes" of one scheme from those of another. */
  scope: string;
}

/** What a figure says whatever its words are: where it stands, its value, how exact it is. `figure` stands at offsets of its statement. */
export const basisOf = ({ start, keyed }: Pick<Statement, 'start' | 'keyed'>, figure: Figure, context: Context) => ({
  start: start + figure.start,
  end: start + figure.end,
  extractor: keyed ? 'indicators/key-figure' : 'indicators/sentence',
  value: figure.value,
  ...(figure.max === undefined ? {} : { valueMax: figure.max }),
  approximation: figure.approximation,
  inTable: false,
  scope: context.scope,
});
