import { expect } from 'vitest';
import type { Page } from '../../../models/page.js';
import type { Sheet } from '../../../pipeline/reading/sheet.js';

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Points by which a letter may reach out of the page it is printed on. */
const BLEED = 3;

/**
 * What holds of every page, whatever it shows: nothing lost, nothing doubled, and everything at the place it says.
 * Answers what is false, in words, so that a failure names the page's own text.
 */
function untruths(sheet: Sheet, page: Page): string[] {
  const wrong: string[] = [];
  const claim = (true_: boolean, what: () => string): void => {
    if (!true_ && wrong.length < 5) wrong.push(`page ${page.number}: ${what()}`);
  };
  const text = ({ start, end }: Placed): string => page.text.slice(start, end);
  const rising = (name: string, places: readonly Placed[]): void =>
    places.forEach((place, at) => {
      claim(place.start < place.end, () => `an empty ${name} at ${place.start}`);
      claim(
        at === 0 || place.start >= places[at - 1]!.end,
        () => `${name} "${text(place)}" begins before the last ends`,
      );
    });

  const cut = page.words.filter(({ rest }) => rest);
  const printed = sheet.words.map((word) => word.text);
  const read = page.words.map(text);
  claim(printed.length === read.length + cut.length, () => `${printed.length} words printed, ${read.length} read`);
  // Where a line's end cuts no word, the words are the same; where it does, their letters are.
  const parts =
    cut.length > 0 ? (words: string[]) => [...words.join('').replaceAll('-', '')] : (words: string[]) => words;
  claim(
    parts(printed).sort().join('\n') === parts(read).sort().join('\n'),
    () => 'the words read are not the words printed',
  );
  claim(
    page.text.split(/\s+/).filter(Boolean).length === page.words.flatMap((word) => text(word).split(/\s+/)).length,
    () => 'the text holds words that no word stands for',
  );

  rising('word', page.words);
  rising('line', page.lines);
  rising('block', page.blocks);
  rising('table', page.tables);
  for (const word of page.words) {
    claim(!/[\t\n]/.test(text(word)), () => `word "${text(word)}" runs over a line or a cell`);
    const [left, top, right, bottom] = word.box;
    claim(left <= right && top <= bottom, () => `the box of "${text(word)}" is turned inside out`);
    const on = left < page.width + BLEED && right > -BLEED && top < page.height + BLEED && bottom > -BLEED;
    const printedOn = sheet.words.some((one) => one.box === word.box);
    claim(on || printedOn, () => `"${text(word)}" stands off the page`);
  }
  for (const line of page.lines) {
    claim(!/[\t\n]/.test(text(line)), () => `line "${text(line)}" runs over a cell`);
    const words = page.words.slice(line.firstWord, line.lastWord);
    claim(
      words[0]?.start === line.start && words.at(-1)?.end === line.end,
      () => `line "${text(line)}" is not its words`,
    );
  }
  let lastLine = 0;
  for (const block of page.blocks) {
    claim(block.firstLine === lastLine, () => `block "${text(block)}" leaves out lines`);
    lastLine = block.lastLine;
    const [first, last] = [page.lines[block.firstLine], page.lines[block.lastLine - 1]];
    const whole = first !== undefined && last !== undefined && last.end <= block.end;
    // A table whose first place is empty begins with its tab.
    claim(
      whole && page.text.slice(block.start, first.start).trim() === '' && last.end === block.end,
      () => `block "${text(block)}" is not its lines`,
    );
  }
  claim(lastLine === page.lines.length, () => 'lines stand after the last block');
  for (const table of page.tables) {
    rising('cell', table.cells);
    const places = new Set<string>();
    for (const cell of table.cells) {
      claim(!text(cell).includes('\t'), () => `cell "${text(cell)}" holds a tab`);
      claim(
        cell.row + cell.rowSpan <= table.rows && cell.col + cell.colSpan <= table.cols,
        () => `cell "${text(cell)}" reaches out of its table`,
      );
      for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
        for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) {
          claim(!places.has(`${row} ${col}`), () => `cell "${text(cell)}" stands on another`);
          places.add(`${row} ${col}`);
        }
      }
    }
    const inside = page.words.filter(({ start, end }) => start >= table.start && end <= table.end);
    claim(
      inside.every((word) => table.cells.some((cell) => cell.start <= word.start && word.end <= cell.end)),
      () => 'a word of a table stands in no cell',
    );
  }
  for (const { figure, caption } of page.keyFigures) {
    rising(
      'part of a key figure',
      [figure, ...caption].sort((a, b) => a.start - b.start),
    );
  }
  return wrong;
}

/** Fails with the first things that are not so. */
export function expectTrue(sheets: readonly Sheet[], pages: readonly Page[]): void {
  expect(pages.flatMap((page, index) => untruths(sheets[index]!, page))).toEqual([]);
}
