import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layout } from '../../pipeline/reading/layout/index.js';
import { createOcr } from '../../pipeline/reading/ocr/index.js';
import { openPdf } from '../../pipeline/reading/pdf.js';
import type { Sheet } from '../../pipeline/reading/sheet.js';
import { pdf, sheetsOf } from '../reading/drawn.js';
import { type Scan, scanned } from './scanned.js';

const ocr = createOcr();
afterAll(() => ocr.close());

async function readScan(bytes: Uint8Array, scan: Scan = {}): Promise<Sheet> {
  const document = await openPdf(await scanned(bytes, scan));
  const { sheet, problems } = await ocr.read(await document.getPage(1), 1);
  await document.loadingTask.destroy();
  expect(problems).toEqual([]);
  return sheet!;
}

const texts = (sheet: Sheet): string[] => sheet.words.map(({ text }) => text);

const letter = pdf((document) => {
  document.fontSize(12).text('Le conseil municipal de Vallombre, après en avoir délibéré, décide :', 60, 90);
  document.text("d'attribuer à l'association Les Amis du Moulin une subvention de 12 450,75 euros ;", 60, 120);
  document.text('de verser un acompte de 3 800 euros avant le 15 septembre 2023.', 60, 150);
});

const prose = pdf((document) => {
  document.fontSize(12);
  for (let paragraph = 0; paragraph < 4; paragraph += 1) {
    document.text(
      'Le conseil municipal, après en avoir délibéré, approuve la convention avec le département et autorise le maire ' +
        'à la signer. La dépense est inscrite au budget de la commune. Le présent acte est affiché et publié.',
    );
  }
});

describe('a scanned page', () => {
  it('is read with each word where it stands on the page', async () => {
    const truth = (await sheetsOf((await letter).slice()))[0]!;
    const sheet = await readScan(await letter);
    expect(sheet.readBy).toBe('ocr');
    expect(texts(sheet).join(' ')).toBe(texts(truth).join(' '));
    for (const [index, word] of sheet.words.entries()) {
      const printed = truth.words[index]!;
      expect(Math.abs(word.box[0] - printed.box[0]), word.text).toBeLessThan(2);
      expect(Math.abs(word.baseline - printed.baseline), word.text).toBeLessThan(2);
      expect(word.confidence).toBeGreaterThan(0);
      expect(word.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is straightened to be read, and its words still stand where the page shows them', async () => {
    const askew = await readScan(await letter, { skew: 2 });
    expect(texts(askew)).toContain('450,75');
    const baselines = askew.words.slice(0, 8).map(({ baseline }) => baseline);
    expect(Math.max(...baselines) - Math.min(...baselines)).toBeLessThan(2);
    expect((askew.tilt!.angle * 180) / Math.PI).toBeCloseTo(2, 0);
    const { words } = layout([askew])[0]!;
    const line = words.filter(({ box }) => Math.abs(box[1] - words[0]!.box[1]) < 25).slice(0, 8);
    // Two degrees clockwise: what stands further right stands lower on the page.
    const [first, last] = [line[0]!.box, line.at(-1)!.box];
    expect((last[1] - first[1]) / (last[0] - first[0])).toBeCloseTo(Math.tan((2 * Math.PI) / 180), 1);
    expect(last[1] - first[1]).toBeGreaterThan(5);
  });

  it('gives up its ruling lines as lines, and the figures between them whole', async () => {
    const rows = [
      ['Fournitures', '1 250'],
      ['Déplacements', '318'],
      ['Communication', '2 904'],
      ['Total', '4 472'],
    ];
    const table = await pdf((document) => {
      for (const [row, cells] of rows.entries()) {
        document
          .rect(60, 100 + row * 22, 240, 22)
          .rect(300, 100 + row * 22, 120, 22)
          .stroke();
        document.text(cells[0]!, 66, 105 + row * 22);
        document.text(cells[1]!, 306, 105 + row * 22, { width: 108, align: 'right' });
      }
    });
    const sheet = await readScan(table);
    expect(texts(sheet).join('')).toBe(rows.flat().join('').replaceAll(' ', ''));
    const level = sheet.rules.filter(({ from, to }) => Math.abs(from[1] - to[1]) < 1);
    const upright = sheet.rules.filter(({ from, to }) => Math.abs(from[0] - to[0]) < 1);
    expect(level.map(({ from }) => Math.round(from[1] / 2) * 2)).toEqual([100, 122, 144, 166, 188]);
    expect(upright.map(({ from }) => Math.round(from[0] / 2) * 2)).toEqual([60, 300, 420]);
  });

  it.each([1, 2, 3])(
    'that lies turned by %i quarters is read upright, and says how it was turned',
    async (quarters) => {
      const sheet = await readScan(await prose, { quarters });
      expect(sheet.rotation).toBe(((4 - quarters) % 4) * 90);
      const truth = (await sheetsOf((await prose).slice()))[0]!;
      expect(texts(sheet).slice(0, 8)).toEqual(texts(truth).slice(0, 8));
      for (const index of [0, 5]) {
        expect(Math.abs(sheet.words[index]!.box[0] - truth.words[index]!.box[0])).toBeLessThan(3);
        expect(Math.abs(sheet.words[index]!.baseline - truth.words[index]!.baseline)).toBeLessThan(3);
      }
    },
  );

  it.each([0, 2])('of a ruled table in small capitals, laid down by %i quarters, is read upright', async (quarters) => {
    const table = await pdf((document) => {
      document.fontSize(8);
      for (let row = 0; row < 30; row += 1) {
        const y = 60 + 11 * row;
        document.rect(110, y, 230, 11).rect(340, y, 80, 11).stroke();
        document.text('COMITE DES FETES DE VALLOMBRE', 113, y + 2).text(`${300 + 50 * row} €`, 343, y + 2);
      }
    });
    const sheet = await readScan(table, { quarters, dpi: 150 });
    expect(sheet.rotation).toBe(quarters * 90);
    expect(texts(sheet).slice(0, 5)).toEqual(['COMITE', 'DES', 'FETES', 'DE', 'VALLOMBRE']);
  });

  it('is read the same whatever was read before it', async () => {
    const fresh = createOcr();
    const document = await openPdf(await scanned((await letter).slice()));
    const { sheet } = await fresh.read(await document.getPage(1), 1);
    await fresh.close();
    await document.loadingTask.destroy();
    await readScan(await prose);
    expect(await readScan(await letter)).toEqual(sheet);
  });

  it('gives up light letters on a dark ground', async () => {
    const banner = await pdf((document) => {
      document.rect(50, 80, 300, 36).fill('#1f3864');
      document.fillColor('white').fontSize(16).text('Budget primitif 2023', 60, 88);
      document.fillColor('black').fontSize(12).text('Recettes de fonctionnement : 84 300 euros', 60, 140);
    });
    const read = texts(await readScan(banner)).join(' ');
    expect(read).toBe('Budget primitif 2023 Recettes de fonctionnement : 84 300 euros');
  });

  it('is read where a shadow falls over its margin', async () => {
    const sheet = await readScan((await letter).slice(), { shadow: 0.75 });
    const truth = (await sheetsOf((await letter).slice()))[0]!;
    expect(texts(sheet).join(' ')).toBe(texts(truth).join(' '));
  });

  it('on which there is ink and no word says so', async () => {
    const drawing = await pdf((document) => {
      for (let turn = 0; turn < 12; turn += 1) document.ellipse(300, 400, 60 + 15 * turn, 250 - 15 * turn).stroke();
    });
    const document = await openPdf(await scanned(drawing));
    const { problems } = await ocr.read(await document.getPage(1), 1);
    await document.loadingTask.destroy();
    expect(problems).toMatchObject([{ page: 1, code: 'no-words-read' }]);
  });

  it('is not recognised twice: its result is kept by its picture', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'greffe-ocr-'));
    try {
      const scan = await scanned((await letter).slice());
      const read = async (): Promise<Sheet | null> => {
        const keeping = createOcr({ cacheDir: folder });
        const document = await openPdf(scan.slice());
        const { sheet } = await keeping.read(await document.getPage(1), 1);
        await keeping.close();
        await document.loadingTask.destroy();
        return sheet;
      };
      const first = await read();
      const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'));
      expect(kept).toHaveLength(1);
      expect(await read()).toEqual(first);
      // A file cut short is no result: the page is read anew, and the file mended.
      const path = join(folder, kept[0]!);
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, whole.length / 2));
      expect(await read()).toEqual(first);
      expect(readFileSync(path)).toEqual(whole);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
