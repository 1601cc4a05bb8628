import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import { Settings } from '../../pipeline/config.js';
import { layout } from '../../pipeline/reading/layout/index.js';
import { pageContent } from '../../pipeline/reading/ocr/content.js';
import { toPgm } from '../../pipeline/reading/ocr/grey.js';
import { OCR_DEFAULTS } from '../../pipeline/reading/ocr/index.js';
import { pageImage } from '../../pipeline/reading/ocr/page-image.js';
import { openPdf } from '../../pipeline/reading/pdf.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';
import { threadRunner } from '../../pipeline/runners/threads.js';

const run = promisify(execFile);
/** Pages of each scan that are read: enough to tell. */
const PAGES = 6;
const JOBS = 4;

interface ScannedPage {
  readonly path: string;
  readonly page: number;
  readonly truth: string;
}

/**
 * OCR of scans beside Debian's tesseract and ocrmypdf where they are installed, over the same pages in one run: pages
 * a second on the same cores, figures read exactly, and words. The truth is the text layer of the PDF that each scan
 * was made of: `000-g4.pdf` of `000.pdf`.
 */
export async function benchOcr(
  print: (line: string) => void,
  scans = '../shared/corpus/scans',
  originals = '../shared/corpus/pdf',
): Promise<void> {
  if (!existsSync(scans)) {
    print(`skipped: there are no scans in ${scans}`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  try {
    const pages = await pagesOf(scans, originals);
    const bare = await withTesseract(pages, scratch);
    print(`greffe      ${await withGreffe(pages)}`);
    print(`tesseract   ${bare}`);
    print(`ocrmypdf    ${await withOcrmypdf(pages, scratch)}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function pagesOf(scans: string, originals: string): Promise<ScannedPage[]> {
  const pages: ScannedPage[] = [];
  for (const name of readdirSync(scans).filter((file) => file.endsWith('.pdf'))) {
    const original = await openPdf(new Uint8Array(readFileSync(join(originals, `${name.split('-')[0]}.pdf`))));
    for (let page = 1; page <= Math.min(PAGES, original.numPages); page += 1) {
      const sheet = await textLayerSheet(await original.getPage(page), page);
      pages.push({ path: join(scans, name), page, truth: layout([sheet])[0]!.text });
    }
    await original.loadingTask.destroy();
  }
  return pages;
}

async function withGreffe(pages: readonly ScannedPage[]): Promise<string> {
  const runner = threadRunner(Settings.parse({ jobs: JOBS, cache: null, ocrDeadline: 300_000 }));
  const read = ({ path, page }: ScannedPage) => runner.run('recognise', { path, page, reason: 'bench' }, 300_000);
  // Threads and compiled code are there from the first pages on, as in a batch.
  await Promise.all(pages.slice(0, JOBS).map(read));
  const began = performance.now();
  const texts = await Promise.all(
    pages.map(async (page) => ((sheet) => (sheet ? layout([sheet])[0]!.text : ''))((await read(page)).sheet)),
  );
  const seconds = (performance.now() - began) / 1000;
  await runner.close();
  return told(pages, texts, seconds);
}

async function withTesseract(pages: readonly ScannedPage[], scratch: string): Promise<string> {
  const pictures: string[] = [];
  for (const [index, { path, page }] of pages.entries()) {
    const document = await openPdf(new Uint8Array(readFileSync(path)));
    const proxy = await document.getPage(page);
    const { grey } = await pageImage(proxy, await pageContent(proxy), OCR_DEFAULTS);
    pictures.push(join(scratch, `${index}.pgm`));
    writeFileSync(pictures.at(-1)!, toPgm(grey));
    await document.loadingTask.destroy();
  }
  const queue = new PQueue({ concurrency: JOBS });
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const began = performance.now();
  try {
    const texts = await Promise.all(
      pictures.map((picture) =>
        queue.add(
          async () => (await run('tesseract', [picture, '-', '-l', 'fra'], { env, maxBuffer: 2 ** 24 })).stdout,
        ),
      ),
    );
    return told(pages, texts, (performance.now() - began) / 1000);
  } catch (error) {
    return `not installed, or without French (${(error as Error).message.split('\n')[0]})`;
  }
}

async function withOcrmypdf(pages: readonly ScannedPage[], scratch: string): Promise<string> {
  try {
    const joined = await oneFile(pages, scratch);
    const sidecar = join(scratch, 'sidecar.txt');
    const began = performance.now();
    const options = ['-l', 'fra', '--jobs', String(JOBS), '--sidecar', sidecar];
    await run('ocrmypdf', [...options, joined, join(scratch, 'searchable.pdf')], { maxBuffer: 2 ** 24 });
    const seconds = (performance.now() - began) / 1000;
    return told(pages, readFileSync(sidecar, 'utf8').split('\f'), seconds);
  } catch (error) {
    return `not installed, or without French or poppler's tools (${(error as Error).message.split('\n')[0]})`;
  }
}

/** The pages in one file, as they are: its cores are then as busy at the end of each scan as in its middle. */
async function oneFile(pages: readonly ScannedPage[], scratch: string): Promise<string> {
  const parts: string[] = [];
  for (const [index, { path, page }] of pages.entries()) {
    // The number is put where %d stands, and a page alone has its own.
    await run('pdfseparate', ['-f', String(page), '-l', String(page), path, join(scratch, `${index}-%d.pdf`)]);
    parts.push(join(scratch, `${index}-${page}.pdf`));
  }
  const joined = join(scratch, 'pages.pdf');
  await run('pdfunite', [...parts, joined]);
  return joined;
}

function told(pages: readonly ScannedPage[], texts: readonly string[], seconds: number): string {
  let [hits, printed, read, wrong, letters] = [0, 0, 0, 0, 0];
  for (const [index, { truth }] of pages.entries()) {
    const [there, seen] = [figures(truth), figures(texts[index] ?? '')];
    hits += common(there, seen);
    printed += there.length;
    read += seen.length;
    const [whole, ours] = [bagOfWords(truth), bagOfWords(texts[index] ?? '')];
    wrong += distance(whole, ours);
    letters += whole.length;
  }
  const f1 = (2 * hits) / Math.max(1, printed + read);
  const cer = (100 * wrong) / Math.max(1, letters);
  return `${(pages.length / seconds).toFixed(2)} pages/s, figures F1 ${f1.toFixed(3)} (${hits} of ${printed} right), CER ${cer.toFixed(2)} % over ${pages.length} pages`;
}

const figures = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

function common(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const figure of some) left.set(figure, (left.get(figure) ?? 0) + 1);
  let count = 0;
  for (const figure of others) {
    const open = left.get(figure) ?? 0;
    if (open > 0) count += 1;
    left.set(figure, open - 1);
  }
  return count;
}

/** Words in alphabetical order: engines differ in the order that they read columns and tables in. */
const bagOfWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .split(/\s+/)
    .sort()
    .join(' ');

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Uint32Array(b.length + 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      row[j] = Math.min(above[j - 1]! + same, above[j]! + 1, row[j - 1]! + 1);
    }
    above = row;
  }
  return above[b.length]!;
}
