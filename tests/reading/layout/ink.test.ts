import { createCanvas } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import type { Box } from '../../../models/geometry.js';
import { layout } from '../../../pipeline/reading/layout/index.js';
import { openPdf } from '../../../pipeline/reading/pdf.js';
import { textLayerSheet } from '../../../pipeline/reading/text-layer.js';
import { pdf } from '../drawn.js';
import { lines } from './sheets.js';

const SCALE = 2;

it.each([0, 90])('boxes hold the ink of their words, and the margins hold none (/Rotate %i)', async (turn) => {
  const bytes = await pdf((d) => {
    if (turn > 0) Object.assign(d.page.dictionary.data, { Rotate: turn });
    lines(d, 80, 100, ['Le conseil attribue 61 225 € à l’association', 'des jardins partagés, pour trois ans.']);
    d.fontSize(24);
    lines(d, 80, 300, ['1 254 jeunes']);
  });
  const document = await openPdf(bytes);
  const proxy = await document.getPage(1);
  const [page] = layout([await textLayerSheet(proxy, 1)]);
  const viewport = proxy.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await proxy.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  await document.loadingTask.destroy();

  const boxes = page!.words.map(({ box }) => box);
  expect(boxes.length).toBeGreaterThan(10);
  const inkIn = ([left, top, right, bottom]: Box): number => {
    let ink = 0;
    for (let y = Math.floor(top * SCALE); y < Math.ceil(bottom * SCALE); y += 1) {
      for (let x = Math.floor(left * SCALE); x < Math.ceil(right * SCALE); x += 1) {
        if (data[(y * width + x) * 4]! < 128) ink += 1;
      }
    }
    return ink;
  };
  for (const [index, box] of boxes.entries()) {
    const { start, end } = page!.words[index]!;
    expect(inkIn(box), page!.text.slice(start, end)).toBeGreaterThan(3);
  }
  let stray = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4]! >= 128) continue;
      const [px, py] = [(x + 0.5) / SCALE, (y + 0.5) / SCALE];
      if (!boxes.some(([l, t, r, b]) => px > l - 1 && px < r + 1 && py > t - 1 && py < b + 1)) stray += 1;
    }
  }
  expect(stray).toBe(0);
});
