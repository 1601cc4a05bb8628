import { withoutDarkGrounds } from './dark-grounds.js';
import { withoutGrain } from './grain.js';
import { type Grey, resized, threshold, tilted, turned } from './grey.js';
import { evenlyLit } from './light.js';
import type { PageImage } from './page-image.js';
import { type PixelRule, withoutRules } from './rules.js';
import { withoutShowThrough } from './show-through.js';
import { skewOf } from './skew.js';

/** A picture made ready for recognition, and the way back from its pixels to the upright original's. */
export interface Prepared {
  readonly image: Grey;
  readonly dpi: number;
  /** Grey below which a pixel is ink. */
  readonly level: number;
  readonly rules: readonly PixelRule[];
  /** Clockwise quarter turns that made the writing upright. */
  readonly quarters: number;
  /** Radians by which it was turned back, about its centre, after the quarter turns. */
  readonly skew: number;
  /** Its pixels for one pixel of the original. */
  readonly scale: number;
}

/** Share of clearly dark pixels, 0 to 1. */
export function inkShare(image: Grey): number {
  let dark = 0;
  // The first signs of ink answer the question that is mostly asked; faint pages are looked at whole.
  const step = 5;
  for (let i = 0; i < image.data.length; i += step) if (image.data[i]! < 200) dark += step;
  if (dark === 0) for (let i = 0; i < image.data.length; i += 1) if (image.data[i]! < 200) dark += 1;
  return dark / image.data.length;
}

/** A page's picture as recognition likes it: evenly lit, smooth, of one side of the sheet, dark on light. */
export function legible({ grey, ...image }: PageImage): PageImage {
  const smooth = withoutGrain(evenlyLit(grey, image.dpi));
  return { ...image, grey: withoutDarkGrounds(withoutShowThrough(smooth, image.dpi), image.dpi) };
}

/** Turns, straightens, cleans. */
export function prepared(original: Grey, dpi: number, quarters: number, wantedDpi: number): Prepared {
  let image = turned(original, quarters);
  let scale = 1;
  if (dpi > wantedDpi * 1.2) {
    scale = wantedDpi / dpi;
    image = resized(image, Math.round(image.width * scale), Math.round(image.height * scale));
  }
  const skew = skewOf(image);
  image = tilted(image, -skew);
  const tones = threshold(image);
  const { image: clean, rules } = withoutRules(image, dpi * scale, tones);
  return { image: clean, dpi: dpi * scale, level: tones.level, rules, quarters, skew, scale };
}
