import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { layout } from '../../pipeline/reading/layout/index.js';
import { openPdf, type PDFDocumentProxy } from '../../pipeline/reading/pdf.js';
import type { Sheet } from '../../pipeline/reading/sheet.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';
import { MAKER } from './made-archive.js';

const THREAD = new URL('./reading-thread.js', import.meta.url);

/**
 * Reading and layout of born-digital pages beside pdf.js's own getTextContent on the same pages in the same run, by
 * processor time; then how many pages a second the threads read. `count`: distinct files made for it.
 */
export async function benchReading(print: (line: string) => void, count = 400): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  try {
    const made = join(scratch, 'archive');
    execFileSync(process.execPath, [MAKER, String(count), made, '3']);
    const archive = pdfsIn(made);
    for (const [name, files] of [
      ['fixtures', ['fixtures/consistent', 'fixtures/contradicting'].flatMap(pdfsIn)],
      ['archive', archive.slice(0, 60)],
    ] as const) {
      await beside(print, name, files);
    }
    await threads(print, archive);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const pdfsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));

/** Opening is left out of both: each way gets its own documents, freshly opened for their text, as a run opens them, turn by turn. */
async function beside(print: (line: string) => void, name: string, files: readonly string[]): Promise<void> {
  const rounds = 5;
  let [ours, placed, theirs, pages] = [0, 0, 0, 0];
  for (let round = 0; round <= rounds; round += 1) {
    // The first round warms up: compiled code is there from then on, as in a batch.
    const counted = round > 0;
    for (const path of files) {
      const sheets: Sheet[] = [];
      const read = await onPages(path, async (pdf, number) => {
        sheets.push(await textLayerSheet(await pdf.getPage(number), number));
      });
      const laid = await processorTime(async () => void layout(sheets));
      const bare = await onPages(path, async (pdf, number) => {
        await (await pdf.getPage(number)).getTextContent();
      });
      if (!counted) continue;
      ours += read + laid;
      placed += laid;
      theirs += bare;
      pages += sheets.length;
    }
  }
  const perPage = (total: number): string => (total / pages).toFixed(2);
  print(
    `${name}, ${pages / rounds} pages: text layer and layout ${perPage(ours)} CPU ms/page (layout ${perPage(placed)}), ` +
      `getTextContent of pdf.js ${perPage(theirs)}: ratio ${(ours / theirs).toFixed(2)}`,
  );
}

/** Milliseconds of processor that `work` takes on all pages of a file. */
async function onPages(path: string, work: (pdf: PDFDocumentProxy, number: number) => Promise<void>): Promise<number> {
  const pdf = await openPdf(new Uint8Array(readFileSync(path)), { maxImagePixels: 0, textOnly: true });
  const spent = await processorTime(async () => {
    for (let number = 1; number <= pdf.numPages; number += 1) await work(pdf, number);
  });
  await pdf.loadingTask.destroy();
  return spent;
}

async function processorTime(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The whole archive, opening included, shared out among threads that are warm. */
async function threads(print: (line: string) => void, files: readonly string[]): Promise<void> {
  const cores = availableParallelism();
  for (const jobs of new Set([1, Math.min(2, cores), Math.min(4, cores)])) {
    const workers = Array.from({ length: jobs }, () => new Worker(THREAD));
    await Promise.all(workers.map((worker) => answer(worker, files.slice(0, 20))));
    const started = performance.now();
    const counts = await Promise.all(
      workers.map((worker, index) =>
        answer(
          worker,
          files.filter((_, at) => at % jobs === index),
        ),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    const pages = counts.reduce((sum, pagesOfOne) => sum + pagesOfOne, 0);
    const memory = process.memoryUsage.rss() / 1e6;
    print(
      `${files.length} files, ${jobs} threads of ${cores} cores: ${(pages / seconds).toFixed(0)} pages/s, ` +
        `${memory.toFixed(0)} MB at the end`,
    );
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const answer = (worker: Worker, files: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(files);
  });
