import type { Box } from './geometry.js';

/**
 * A page as it was read: one string in reading order, and where each word of it stands.
 *
 * Offsets are UTF-16 code units into `text`. Words of a line are separated by one space, lines by `\n`,
 * blocks by `\n\n`, and the cells of a table row by `\t`: no figure and no name ever runs over a tab.
 * A page reads the same whether it came from the text layer or from OCR.
 */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** PDF points, after rotation. */
  readonly width: number;
  readonly height: number;
  /** Degrees that the page was turned by to be read. */
  readonly rotation: number;
  readonly readBy: 'text-layer' | 'ocr';
  /** 0 to 1: 1 for a sound text layer, the mean word confidence for OCR. */
  readonly legibility: number;
  /** Why the page was given to OCR, or kept although it looks like a scan; absent: nothing to say. */
  readonly ocrReason?: string;
  readonly text: string;
  /** In the order of `text`. */
  readonly words: readonly Word[];
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly keyFigures: readonly KeyFigure[];
}

/** A stretch of `Page.text`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Letters between two spaces. */
export interface Word extends Stretch {
  readonly box: Box;
  /** 0 to 1; 1 from a sound text layer. */
  readonly confidence: number;
  /** Height of the type, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** What the reader first saw, where it mended the word (an OCR `l` inside a figure read as `1`). */
  readonly mendedFrom?: string;
  /** Where its second part stands, on the next line, when the end of a line cut the word. */
  readonly rest?: Box;
}

/** Words side by side. */
export interface Line extends Stretch {
  readonly box: Box;
  /** Indexes into `Page.words`, first inclusive, last exclusive. */
  readonly firstWord: number;
  readonly lastWord: number;
}

/** What a block is on its page. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table'
  | 'key-figure'
  | 'footnote'
  | 'header'
  | 'footer'
  | 'page-number';

/** Lines that belong together. */
export interface Block extends Stretch {
  readonly kind: BlockKind;
  readonly box: Box;
  /** Indexes into `Page.lines`, first inclusive, last exclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Of a heading, from 1 (the largest); of a list item, its nesting from 1. */
  readonly level?: number;
  /** Of a table: index into `Page.tables`; of a key figure: index into `Page.keyFigures`. */
  readonly index?: number;
}

/**
 * Furniture: what the page carries round its text, and its notes. It is read once in an act, and never inside a
 * sentence.
 */
export const isFurniture = ({ kind }: Block): boolean => FURNITURE.has(kind);
const FURNITURE: ReadonlySet<BlockKind> = new Set(['header', 'footer', 'page-number', 'footnote']);

/** A table as it is printed, ruled or aligned. */
export interface Table extends Stretch {
  /** From 1 on its page. */
  readonly number: number;
  readonly box: Box;
  readonly rows: number;
  readonly cols: number;
  /** How many of the first rows are heads, and how many of the first columns are labels. */
  readonly headRows: number;
  readonly headCols: number;
  /** Row by row; an empty place has no cell. */
  readonly cells: readonly Cell[];
  /** It goes on from the last table of the page before (same columns, its heads not repeated or repeated). */
  readonly continued: boolean;
}

/** A cell that holds text. */
export interface Cell extends Stretch {
  /** From 0. */
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/** A big number with its caption beside, below or above it. */
export interface KeyFigure {
  readonly figure: Stretch;
  /** The caption's stretches, in reading order. */
  readonly caption: readonly Stretch[];
  readonly box: Box;
}
