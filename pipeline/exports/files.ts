import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Row } from '../store/rows.js';

export interface Written {
  readonly path: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Writes a file chunk by chunk under another name and gives it its name at the end: a reader never meets half of it. */
export function writeChunks(path: string, chunks: Iterable<string>): Written {
  mkdirSync(dirname(path), { recursive: true });
  const partial = join(dirname(path), `.${process.pid}.partial`);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(partial, 'w');
  try {
    for (const chunk of chunks) {
      const data = Buffer.from(chunk, 'utf8');
      hash.update(data);
      bytes += data.length;
      for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
    }
  } catch (error) {
    closeSync(file);
    rmSync(partial, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(partial, path);
  return { path, bytes, sha256: hash.digest('hex') };
}

const BATCH = 500;

/** RFC 4180, comma, UTF-8 without mark, a line feed at the end of each row; NULL is an empty cell. */
export function* csv(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  yield stringify([[...columns]]);
  let batch: unknown[][] = [];
  for (const row of rows) {
    batch.push(columns.map((column) => row[column]));
    if (batch.length === BATCH) {
      yield stringify(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield stringify(batch);
}

/** One JSON object a line. */
export function* ndjson(rows: Iterable<Row>): Iterable<string> {
  let batch = '';
  for (const row of rows) {
    batch += `${JSON.stringify(row)}\n`;
    if (batch.length > 65_536) {
      yield batch;
      batch = '';
    }
  }
  yield batch;
}
