import type { Page } from '../../../models/page.js';
import { laidBack } from '../laid-back.js';
import type { Sheet, SheetWord } from '../sheet.js';
import { alignedTables } from './aligned-tables.js';
import { barredTables } from './barred-tables.js';
import { blocksOf } from './blocks.js';
import { columnCharts } from './charts.js';
import { compose } from './compose.js';
import { boxOf, type Draft, type TableDraft } from './draft.js';
import { type Furniture, furnitureOf } from './furniture.js';
import { type Grid, gridsOf } from './grids.js';
import { vocabularyOf, withWholeWords } from './hyphens.js';
import { keyFigures } from './key-figures.js';
import { textDrafts } from './kinds.js';
import { linesOf } from './lines.js';
import { ruleOverNotes } from './notes.js';
import { inReadingOrder } from './order.js';
import { ruledTables } from './ruled-tables.js';
import { type Strokes, strokesOf } from './rules.js';
import { dividersOf, segmentsOf } from './segments.js';
import { isAcross, turnedLines } from './turned.js';

/** A rule shorter than this part of the page's width parts no columns. */
const BAR = 0.3;

/** Pages in reading order, of all the sheets of one file: what repeats from page to page is known by its neighbours. */
export function layout(sheets: readonly Sheet[]): Page[] {
  const strokes = sheets.map(({ rules }) => strokesOf(rules));
  const grids = strokes.map(gridsOf);
  const furniture = furnitureOf(sheets, grids);
  let known: ReadonlySet<string> | undefined;
  const vocabulary = (): ReadonlySet<string> => (known ??= vocabularyOf(sheets));
  let last: TableDraft | undefined;
  return sheets.map((sheet, index) => {
    const { headers, footers } = furniture[index]!;
    const body = goingOn(bodyOf(sheet, furniture[index]!, strokes[index]!, grids[index]!), last);
    last = body.at(-1)?.kind === 'table' ? (body.at(-1) as TableDraft) : undefined;
    return laidBack(compose(sheet, [...headers, ...withWholeWords(body, vocabulary), ...footers]), sheet);
  });
}

function bodyOf(sheet: Sheet, furniture: Furniture, strokes: Strokes, grids: readonly Grid[]): Draft[] {
  const words = sheet.words.filter((word) => !furniture.words.has(word));
  const level = words.filter(({ angle }) => !angle);
  const turned = words.filter(({ angle }) => angle);
  const bodySize = commonSize(level);
  const ruled = ruledTables(level, grids, turnedLines(turned));
  const barred = barredTables(
    ruled.rest,
    strokes.across,
    ruled.tables.map(({ box }) => box),
  );
  const cards = sheet.areas.filter(([left, top, right, bottom]) => {
    return right - left < sheet.width * 0.75 && bottom - top < sheet.height * 0.4;
  });
  const charts = columnCharts(barred.rest);
  const rows = segmentsOf(linesOf(charts.rest), dividersOf(sheet.rules, cards));
  const big = keyFigures(rows, bodySize, cards);
  const aligned = alignedTables(big.rest);
  const look = { bodySize, height: sheet.height, rule: ruleOverNotes(sheet, level, strokes) };
  const text = blocksOf(aligned.rest).flatMap((lines) => textDrafts(lines, look));
  const drafts: Draft[] = [
    ...ruled.tables,
    ...barred.tables,
    ...charts.tables,
    ...big.figures,
    ...aligned.tables,
    ...text,
  ];
  return [
    ...inReadingOrder(
      drafts,
      boxOf,
      strokes.across.filter(({ from, to }) => to - from > sheet.width * BAR),
    ),
    ...ruled.turned.map((line) => ({
      kind: isAcross(line, sheet) ? ('footer' as const) : ('paragraph' as const),
      lines: [line],
    })),
  ];
}

/** The type that most letters are set in. */
function commonSize(words: readonly SheetWord[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of letters) {
    if (count > most) {
      most = count;
      best = size;
    }
  }
  return best;
}

/** A table at the top of a page goes on the one that ended the page before when it has the same columns. */
function goingOn(drafts: Draft[], before: TableDraft | undefined): Draft[] {
  const [first, ...rest] = drafts;
  if (!before || first?.kind !== 'table' || first.cols !== before.cols) return drafts;
  return [{ ...first, continued: true }, ...rest];
}
