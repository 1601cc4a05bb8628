import type { Box } from '../../models/geometry.js';

/**
 * A page as the eye meets it: words where they stand, before anyone knows their order.
 * The text layer and OCR both end here; `layout` makes pages of sheets and cannot tell which it was.
 * Coordinates are PDF points after rotation, origin top left, y downwards.
 */
export interface Sheet {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Degrees that the page was turned by to be read. */
  readonly rotation: number;
  readonly readBy: 'text-layer' | 'ocr';
  /** 0 to 1. */
  readonly legibility: number;
  /** Why the page was given to OCR, or kept although it looks like a scan; absent: nothing to say. */
  readonly ocrReason?: string;
  /**
   * Radians (clockwise as seen) by which the page lies askew about a point, where it was straightened to be read: the
   * sheet is straight, and what is made of it is laid back.
   */
  readonly tilt?: { readonly angle: number; readonly about: readonly [x: number, y: number] };
  readonly words: readonly SheetWord[];
  /** Ruling lines, the edges of drawn boxes among them. */
  readonly rules: readonly Rule[];
  /** Filled areas larger than a rule: bands and cards that group what stands on them. */
  readonly areas: readonly Box[];
}

export interface SheetWord {
  readonly text: string;
  readonly box: Box;
  /** y of the line on which the letters stand. */
  readonly baseline: number;
  readonly confidence: number;
  /** Height of the type, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Clockwise degrees that its line is turned by; absent when it is level. */
  readonly angle?: number;
  /** Colour of the ink, "#rrggbb", where it is known. */
  readonly colour?: string;
  readonly mendedFrom?: string;
  /** Where its second part stands, when the end of a line cut it. */
  readonly rest?: Box;
}

/** A straight horizontal or vertical line. */
export interface Rule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}
