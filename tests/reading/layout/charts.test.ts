import { describe, expect, it } from 'vitest';
import { drawn, lines, matrix } from './sheets.js';

const put = (d: PDFKit.PDFDocument, x: number, y: number, text: string): void => {
  d.text(text, x - d.widthOfString(text) / 2, y, { lineBreak: false });
};
const YEARS = ['2020', '2021', '2022', '2023'];

/** Figures over years, at the heights given, columns 70 points apart. */
const chart = (d: PDFKit.PDFDocument, figures: readonly string[], heights: readonly number[]): void => {
  lines(d, 50, 60, ['Fréquentation de la piscine']);
  for (const [index, year] of YEARS.entries()) {
    put(d, 100 + index * 70, 300, year);
    if (figures[index]) put(d, 100 + index * 70, heights[index]!, figures[index]);
  }
  lines(d, 50, 340, ['La piscine est ouverte toute l’année, du lundi au samedi, et le dimanche matin en hiver.']);
};

describe('a chart of columns', () => {
  it('is a table of one row, its years the heads', async () => {
    const [page] = await drawn((d) => chart(d, ['41 208', '26 114', '58 932', '63 410'], [170, 220, 130, 110]));
    expect(matrix(page!)).toEqual([YEARS, ['41 208', '26 114', '58 932', '63 410']]);
    expect(page!.tables[0]).toMatchObject({ headRows: 1 });
  });

  it('has one figure over each year, and nothing else', async () => {
    const [gap] = await drawn((d) => chart(d, ['41 208', '', '58 932', '63 410'], [170, 220, 130, 110]));
    const [words] = await drawn((d) => chart(d, ['41 208', 'fermée', '58 932', '63 410'], [170, 220, 130, 110]));
    expect(gap!.tables).toEqual([]);
    expect(words!.tables).toEqual([]);
  });

  it('is none where the years are the heads of rows below them', async () => {
    const [page] = await drawn((d) => {
      for (const [row, cells] of [
        ['Prêts', ...YEARS],
        ['Livres', '21 430', '22 015', '30 118', '31 407'],
        ['Disques', '2 310', '1 987', '412', '385'],
        ['Films', '5 640', '5 102', '3 205', '3 011'],
      ].entries())
        for (const [col, text] of cells.entries()) put(d, 80 + col * 80, 100 + row * 18, text);
    });
    expect(matrix(page!)).toHaveLength(4);
  });
});
