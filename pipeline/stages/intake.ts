import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { SourceFile } from '../../models/document.js';
import type { Problem } from '../../models/problem.js';
import { GreffeError } from '../errors.js';
import type { Place } from '../store/write.js';

/**
 * The PDFs at `paths`, folder by folder in the order of their names: the same on every machine.
 * A file that is named outright is taken whatever its name. @throws GreffeError for a path that does not exist.
 */
export function* findFiles(paths: Iterable<string>): Generator<string> {
  for (const path of paths) {
    if (!existsSync(path)) throw new GreffeError(`There is nothing at ${path}: check the path.`, 1);
    if (statSync(path).isDirectory()) yield* below(path);
    else yield resolve(path);
  }
}

function* below(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (/\.pdf$/i.test(entry.name) && statSync(path, { throwIfNoEntry: false })?.isFile()) yield resolve(path);
  }
}

/** What the file system says of a file, for a fraction of the cost of reading it. */
export function placeOf(path: string): Place {
  const { size, mtimeMs } = statSync(path);
  return { uri: path, bytes: size, modifiedMs: mtimeMs };
}

/** What is in hand before a PDF is opened: its hash, and what already shows that it cannot be read. */
export interface Arrival {
  readonly file: SourceFile;
  readonly problem?: Problem;
}

/**
 * Hashes a file in slices, so that its size does not matter, and looks at its magic bytes.
 * @throws what the system throws when the file cannot be read at all.
 */
export function arrive(place: Place, limits: { readonly maxBytes: number }): Arrival {
  const hash = createHash('sha256');
  const slice = Buffer.allocUnsafe(1 << 20);
  let head = Buffer.alloc(0);
  let bytes = 0;
  const handle = openSync(place.uri, 'r');
  try {
    for (let read = readSync(handle, slice); read > 0; read = readSync(handle, slice)) {
      if (bytes === 0) head = Buffer.from(slice.subarray(0, Math.min(read, 1024)));
      hash.update(slice.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  const sha256 = hash.digest('hex');
  const file: SourceFile = { id: sha256.slice(0, 16), sha256, name: basename(place.uri), uri: place.uri, bytes };
  const problem = firstSight(head, bytes, limits.maxBytes);
  return problem ? { file, problem } : { file };
}

function firstSight(head: Buffer, bytes: number, maxBytes: number): Problem | undefined {
  const say = (code: string, detail: string): Problem => ({ stage: 'intake', code, detail });
  if (bytes === 0) return say('empty-file', 'The file is empty (0 bytes): fetch it again.');
  if (bytes > maxBytes) {
    return say(
      'too-large',
      `The file has ${bytes} bytes, more than the limit of ${maxBytes}: raise maxBytes to read it.`,
    );
  }
  // Leading junk is common and harmless: the signature is searched for in the first kilobyte, as viewers do.
  if (head.includes('%PDF-')) return undefined;
  return say(
    'not-a-pdf',
    `The file does not begin as a PDF does; it looks like ${likeness(head)}: fetch or convert it again.`,
  );
}

function likeness(head: Buffer): string {
  const text = head.toString('latin1').trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'a web page (an error page, perhaps)';
  if (text.startsWith('pk\x03\x04')) return 'a ZIP archive or an office document';
  if (text.startsWith('\xd0\xcf\x11\xe0')) return 'an old office document';
  if (text.startsWith('<?xml')) return 'XML';
  if (text.startsWith('\xff\xd8\xff') || text.startsWith('\x89png')) return 'a picture';
  return 'something else';
}
