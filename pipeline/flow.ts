import type { Problem } from '../models/problem.js';
import type { Settings } from './config.js';
import { type Runner, StageLost } from './runners/runner.js';
import type { Arrival } from './stages/intake.js';
import type { Read } from './stages/read.js';
import { type FileRows, quarantined } from './store/rows.js';

/**
 * One file from its bytes to its rows: digest, or read → recognise (page by page) → understand when it holds scans.
 * Whatever the file does, rows come back; what could not be read is among their problems.
 */
export async function process({ file, path, problem }: Arrival, runner: Runner, settings: Settings): Promise<FileRows> {
  if (problem) return quarantined(file, problem);

  const deadline = settings.fileDeadline + Math.round((settings.megabyteDeadline * file.bytes) / 2 ** 20);
  try {
    let outcome: Read;
    try {
      const digested = await runner.run('digest', { file, path }, deadline);
      if ('rows' in digested) return digested.rows;
      outcome = digested.read;
    } catch (error) {
      if (!(error instanceof StageLost)) throw error;
      outcome = await salvage(path, error, runner, settings);
    }
    const recognised = await recogniseDoubtful(path, outcome, runner, settings);
    return await runner.run('understand', { file, ...recognised }, settings.understandDeadline);
  } catch (error) {
    if (error instanceof StageLost) return quarantined(file, lost(error, 'the file'));
    return quarantined(file, {
      stage: 'read',
      code: 'failed',
      detail: `The file could not be read (${String(error)}): open it in a viewer and print it to a new PDF.`,
    });
  }
}

/** Page by page, each under its own deadline, so that an evil page takes only itself away. */
async function salvage(path: string, cause: StageLost, runner: Runner, settings: Settings): Promise<Read> {
  const first = await runner.run('read', { path, only: [1] }, settings.pageDeadline).catch((error) => {
    if (error instanceof StageLost) return undefined;
    throw error;
  });
  if (!first) throw cause;
  const parts = [first];
  let gone = 0;
  for (let page = 2; page <= first.pages; page += 1) {
    if (gone >= settings.maxLostPages) throw cause;
    try {
      parts.push(await runner.run('read', { path, only: [page] }, settings.pageDeadline));
    } catch (error) {
      if (!(error instanceof StageLost)) throw error;
      gone += 1;
      parts.push({
        pages: first.pages,
        sheets: [],
        doubtful: [],
        problems: [{ ...lost(error, `page ${page}`), page }],
      });
    }
  }
  return {
    pages: first.pages,
    sheets: parts.flatMap(({ sheets }) => sheets),
    doubtful: parts.flatMap(({ doubtful }) => doubtful),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** The doubtful pages' sheets replaced by what OCR reads; where it fails, the text layer stays, and is said to be poor. */
async function recogniseDoubtful(
  path: string,
  { sheets, doubtful, problems }: Read,
  runner: Runner,
  settings: Settings,
) {
  const found = [...problems];
  const recognised = await Promise.all(
    doubtful.map(async ({ page, reason }) => {
      try {
        const outcome = await runner.run('recognise', { path, page, reason }, settings.ocrDeadline);
        found.push(...outcome.problems);
        return outcome.sheet;
      } catch (error) {
        if (!(error instanceof StageLost)) throw error;
        found.push({ ...lost(error, `the OCR of page ${page}`), page });
        return null;
      }
    }),
  );
  const byPage = new Map(recognised.flatMap((sheet) => (sheet ? [[sheet.number, sheet] as const] : [])));
  found.sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
  return { sheets: sheets.map((sheet) => byPage.get(sheet.number) ?? sheet), problems: found };
}

const lost = ({ code, message }: StageLost, what: string): Problem => ({
  stage: 'read',
  code,
  detail: `Reading ${what} was stopped (${message}): raise the limit, or print the file to a new PDF from a viewer.`,
});
