import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PQueue from 'p-queue';
import { Settings } from '../../pipeline/config.js';
import { layout } from '../../pipeline/reading/layout/index.js';
import { pageContent } from '../../pipeline/reading/ocr/content.js';
import { toTiff } from '../../pipeline/reading/ocr/grey.js';
import { OCR_DEFAULTS } from '../../pipeline/reading/ocr/index.js';
import { pageImage } from '../../pipeline/reading/ocr/page-image.js';
import { openPdf } from '../../pipeline/reading/pdf.js';
import { textLayerSheet } from '../../pipeline/reading/text-layer.js';
import { threadRunner } from '../../pipeline/runners/threads.js';
import { corpus } from './corpus.js';

const run = promisify(execFile);
/** Pages of each scan that are read: enough to tell. */
const PAGES = 6;
const JOBS = 4;
/** Times that each engine has its turn, each time with all pages. */
const ROUNDS = 3;

interface ScannedPage {
  readonly path: string;
  readonly page: number;
  /** The page as a grey picture, in a file of its own. */
  readonly picture: string;
  readonly truth: string;
}

interface Engine {
  readonly name: string;
  /** Throws where the engine is not there. */
  read(pages: readonly ScannedPage[]): Promise<Reading>;
}

interface Reading {
  /** One for each page. */
  readonly texts: readonly string[];
  readonly seconds: number;
}

/**
 * OCR of scans beside Debian's tesseract and ocrmypdf where they are installed, over the same pages in one run: pages
 * a second on the same cores, figures read exactly, and words. The engines take turns, so that a machine that grows
 * slow or busy does so for all; at each turn they read all pages, for at the end of a turn some cores have no page
 * left, and on a short turn that tells more of how the pages fell than of how fast they are read. The truth is the text
 * layer of the PDF that each scan was made of: `000-g4.pdf` of `000.pdf`.
 */
export async function benchOcr(
  print: (line: string) => void,
  scans = corpus('scans'),
  originals = corpus('pdf'),
): Promise<void> {
  if (!existsSync(scans)) {
    print(`skipped: there are no scans in ${scans}`);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'greffe-bench-'));
  const runner = threadRunner(Settings.parse({ jobs: JOBS, cache: null, ocrDeadline: 300_000 }));
  try {
    const pages = await pagesOf(scans, originals, scratch);
    const engines = [greffe(runner), tesseract, ocrmypdf(scratch)];
    const spent = new Map<string, number>();
    for (const engine of engines) {
      try {
        // Threads and compiled code are there when time is taken, as in the middle of a batch.
        await engine.read(pages.slice(0, JOBS));
        spent.set(engine.name, 0);
      } catch (error) {
        const [reason] = (error as Error).message.split('\n');
        print(`${engine.name.padEnd(11)} not installed, or without French or poppler's tools (${reason})`);
      }
    }
    const present = engines.filter(({ name }) => spent.has(name));
    const texts = new Map<string, readonly string[]>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const engine of present) {
        const reading = await engine.read(pages);
        spent.set(engine.name, spent.get(engine.name)! + reading.seconds);
        texts.set(engine.name, reading.texts);
      }
    }
    for (const { name } of present) {
      const seconds = spent.get(name)!;
      const ratio =
        name === 'greffe' ? '' : `; greffe reads ${(seconds / spent.get('greffe')!).toFixed(2)} times as fast`;
      print(`${name.padEnd(11)} ${told(pages, texts.get(name)!, seconds / ROUNDS)}${ratio}`);
    }
  } finally {
    await runner.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measured(read: () => Promise<readonly string[]>): Promise<Reading> {
  const began = performance.now();
  const texts = await read();
  return { texts, seconds: (performance.now() - began) / 1000 };
}

async function pagesOf(scans: string, originals: string, scratch: string): Promise<ScannedPage[]> {
  const pages: ScannedPage[] = [];
  for (const name of readdirSync(scans).filter((file) => file.endsWith('.pdf'))) {
    const path = join(scans, name);
    const original = await openPdf(new Uint8Array(readFileSync(join(originals, `${name.split('-')[0]}.pdf`))));
    const scan = await openPdf(new Uint8Array(readFileSync(path)));
    for (let page = 1; page <= Math.min(PAGES, original.numPages); page += 1) {
      const sheet = await textLayerSheet(await original.getPage(page), page);
      const proxy = await scan.getPage(page);
      const { grey } = await pageImage(proxy, await pageContent(proxy), OCR_DEFAULTS);
      const picture = join(scratch, `${name}-${page}.tif`);
      writeFileSync(picture, toTiff(grey));
      pages.push({ path, page, picture, truth: layout([sheet])[0]!.text });
    }
    await original.loadingTask.destroy();
    await scan.loadingTask.destroy();
  }
  return pages;
}

const greffe = (runner: ReturnType<typeof threadRunner>): Engine => ({
  name: 'greffe',
  read: (pages) => {
    const read = async ({ path, page }: ScannedPage): Promise<string> => {
      const { sheet } = await runner.run('recognise', { path, page, reason: 'bench' }, 300_000);
      return sheet ? layout([sheet])[0]!.text : '';
    };
    return measured(() => Promise.all(pages.map(read)));
  },
});

/** Is given the pictures of the pages, taken out of their files beforehand. */
const tesseract: Engine = {
  name: 'tesseract',
  read: (pages) => {
    const queue = new PQueue({ concurrency: JOBS });
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const read = async ({ picture }: ScannedPage): Promise<string> =>
      (await run('tesseract', [picture, '-', '-l', 'fra'], { env, maxBuffer: 2 ** 24 })).stdout;
    return measured(() => Promise.all(pages.map((page) => queue.add(() => read(page)))));
  },
};

const ocrmypdf = (scratch: string): Engine => ({
  name: 'ocrmypdf',
  read: async (pages) => {
    const joined = await oneFile(pages, scratch);
    const sidecar = join(scratch, 'sidecar.txt');
    const options = ['-l', 'fra', '--jobs', String(JOBS), '--sidecar', sidecar];
    return measured(async () => {
      await run('ocrmypdf', [...options, joined, join(scratch, 'searchable.pdf')], { maxBuffer: 2 ** 24 });
      return readFileSync(sidecar, 'utf8').split('\f');
    });
  },
});

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

/** `seconds`: that all pages take. */
function told(pages: readonly ScannedPage[], texts: readonly string[], seconds: number): string {
  let [hits, printed, read, wrong, letters] = [0, 0, 0, 0, 0];
  for (const [index, { truth }] of pages.entries()) {
    const text = texts[index] ?? '';
    const [there, seen] = [figures(truth), figures(text)];
    hits += common(there, seen);
    printed += there.length;
    read += seen.length;
    const [whole, ours] = [bagOfWords(truth), bagOfWords(text)];
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
