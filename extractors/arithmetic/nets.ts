import { NET, TOTAL } from './foots.js';
import type { CellFigure, Grid } from './grid.js';
import { makes } from './relation.js';

/** What is left of the rows since the last such row, itself among them: those below the first may be told as taken off it. */
export function* netsOf({ rows }: Grid): Iterable<{ total: CellFigure; parts: CellFigure[]; signs: (1 | -1)[] }> {
  let from = 0;
  for (const [at, row] of rows.entries()) {
    if (!NET.test(row.label)) continue;
    for (const [col, total] of row.figures) {
      const parts = rows
        .slice(from, at)
        .flatMap(({ figures, label }) => (TOTAL.test(label) ? [] : (figures.get(col) ?? [])))
        .filter(({ unit, value, yearLike }) => unit === total.unit && !yearLike && !value.isZero());
      const taken = parts.map((part, i) => (i === 0 ? part : { ...part, value: part.value.negated() }));
      if (parts.length < 2) continue;
      if (makes(total, parts)) yield { total, parts, signs: [] };
      else if (makes(total, taken)) yield { total, parts, signs: parts.map((_, i) => (i === 0 ? 1 : -1)) };
    }
    from = at;
  }
}
