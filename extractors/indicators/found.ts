import type { Approximation } from '../../models/fields.js';
import type { Indicator } from '../../models/records.js';

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
  inTable: boolean;
  /** Heading or table title that it stands under: what tells "femmes" of one scheme from those of another. */
  scope: string;
}
