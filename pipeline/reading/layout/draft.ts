import { type Box, union } from '../../../models/geometry.js';
import type { BlockKind } from '../../../models/page.js';
import type { TextLine } from './lines.js';

/** A block before it has its place in the page's text. */
export type Draft = TextDraft | TableDraft | FigureDraft;

export interface TextDraft {
  readonly kind: Exclude<BlockKind, 'table' | 'key-figure'>;
  readonly level?: number;
  readonly lines: readonly TextLine[];
}

export interface TableDraft {
  readonly kind: 'table';
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  readonly headRows: number;
  readonly headCols: number;
  /** Row by row; only places that hold text. */
  readonly cells: readonly CellDraft[];
  readonly continued: boolean;
}

export interface CellDraft {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
  readonly lines: readonly TextLine[];
}

export interface FigureDraft {
  readonly kind: 'key-figure';
  /** In reading order; the number is the first words of one of them. */
  readonly lines: readonly TextLine[];
  readonly figureLine: number;
  readonly figureWords: number;
}

export const boxOf = (draft: Draft): Box =>
  draft.kind === 'table' ? draft.box : union(draft.lines.map(({ box }) => box));
