import type { Box } from '../../models/geometry.js';
import type { Page } from '../../models/page.js';
import type { Sheet } from './sheet.js';

/** A page whose sheet was straightened to be read, its boxes where things stand on the page as it lies. */
export function laidBack(page: Page, { tilt }: Pick<Sheet, 'tilt'>): Page {
  if (!tilt) return page;
  const { angle, about } = tilt;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = ([left, top, right, bottom]: Box): Box => {
    // The middle moves with the page; the box stays as wide and grows by what its line rises over its width.
    const [x, y] = [(left + right) / 2 - about[0], (top + bottom) / 2 - about[1]];
    const [middleX, middleY] = [about[0] + cos * x - sin * y, about[1] + sin * x + cos * y];
    const halfWidth = (right - left) / 2;
    const halfHeight = (bottom - top + Math.abs(sin) * (right - left)) / 2;
    return [middleX - halfWidth, middleY - halfHeight, middleX + halfWidth, middleY + halfHeight];
  };
  const moved = <T extends { readonly box: Box }>(things: readonly T[]): T[] =>
    things.map((thing) => ({ ...thing, box: turned(thing.box) }));
  return {
    ...page,
    words: moved(page.words).map((word) => (word.rest ? { ...word, rest: turned(word.rest) } : word)),
    lines: moved(page.lines),
    blocks: moved(page.blocks),
    tables: moved(page.tables).map((table) => ({ ...table, cells: moved(table.cells) })),
    keyFigures: moved(page.keyFigures),
  };
}
