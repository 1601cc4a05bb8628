import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Settings } from './config.js';

/** What was found of one thing that greffe needs. */
export interface Diagnosis {
  readonly what: string;
  readonly ok: boolean;
  /** What was found, and what to do when it is not enough. */
  readonly says: string;
}

/** What this machine has of what greffe needs. */
export function examine(settings: Settings): Diagnosis[] {
  return [
    node(),
    ocrData(),
    cores(settings),
    memory(),
    writable('the database', dirname(resolve(settings.db))),
    cache(settings),
  ];
}

function node(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: 'Node.js', ok, says: ok ? process.versions.node : `${process.versions.node}: install 20.19 or newer` };
}

function ocrData(): Diagnosis {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json'));
    const ok = existsSync(`${folder}/4.0.0_best_int/fra.traineddata.gz`);
    return { what: 'French OCR data', ok, says: ok ? 'found' : 'incomplete: run `npm ci` again' };
  } catch {
    return { what: 'French OCR data', ok: false, says: 'missing: run `npm ci` again' };
  }
}

function cores(settings: Settings): Diagnosis {
  const found = availableParallelism();
  return { what: 'Cores', ok: settings.jobs <= 2 * found, says: `${found}, of which --jobs uses ${settings.jobs}` };
}

function memory(): Diagnosis {
  const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  const ok = freemem() > 1.5 * 2 ** 30;
  const free = `${gigabytes(freemem())} free of ${gigabytes(totalmem())}`;
  return { what: 'Memory', ok, says: ok ? free : `${free}: use fewer --jobs, scans need about 0.4 GB each` };
}

function cache(settings: Settings): Diagnosis {
  if (settings.cache === null) return { what: 'OCR cache', ok: true, says: 'none: every scan is read anew' };
  return writable('the OCR cache', settings.cache);
}

/** Whether `folder`, or the nearest folder above it that exists, can be written. */
function writable(what: string, folder: string): Diagnosis {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
    return { what: `Place of ${what}`, ok: true, says: folder };
  } catch {
    return {
      what: `Place of ${what}`,
      ok: false,
      says: `${folder} cannot be written: choose another or change its rights`,
    };
  }
}
