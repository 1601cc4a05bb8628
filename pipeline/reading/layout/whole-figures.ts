import { type Box, union } from '../../../models/geometry.js';
import { lineOf, type TextLine, textOf } from './lines.js';

/** "122" over "600,00": groups of three that one figure is made of. */
const GROUPED = /^(?:[+\-−–]\s?|\()?\d{1,3}(?:\s\d{3})+(?:,\d{1,2})?(?:\s?(?:€|%))?\)?$/u;
/** Between two words, and at most between a cell's rule and its text, in the type's height. */
const SPACE = 0.25;
const PADDING = 0.8;

/**
 * A cell too narrow for its one figure has it on several lines: they are read as one. Figures that had room to stand
 * side by side are several.
 */
export function withWholeFigure(lines: readonly TextLine[], [left, , right]: Box): readonly TextLine[] {
  if (lines.length < 2 || !GROUPED.test(lines.map(textOf).join(' '))) return lines;
  const { size } = lines[0]!;
  const text = union(lines.map(({ box }) => box));
  const padding = Math.max(0, Math.min(text[0] - left, right - text[2], size * PADDING));
  const width = lines.reduce((all, { box }) => all + box[2] - box[0], size * SPACE * (lines.length - 1));
  return width + 2 * padding > right - left ? [lineOf(lines.flatMap(({ words }) => words))] : lines;
}
