import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { SourceFile } from '../../models/document.js';
import type { Problem } from '../../models/problem.js';
import type { Place } from '../store/write.js';

/** What the file system says of the file at `path`, for a fraction of the cost of reading it. */
export function placeOf(uri: string, path: string): Place {
  const { size, mtimeMs } = statSync(path);
  return { uri, bytes: size, modifiedMs: mtimeMs };
}

/** What is in hand before a PDF is opened: its hash, and what already shows that it cannot be read. */
export interface Arrival {
  readonly file: SourceFile;
  /** Where its bytes stand on this machine. */
  readonly path: string;
  readonly problem?: Problem;
}

/** What a slice of a file is read into, one after the other: a new megabyte for each file keeps the garbage collector busy. */
const SLICE = Buffer.allocUnsafe(1 << 20);

/**
 * Hashes a file in slices, so that its size does not matter, and looks at its magic bytes.
 * @throws what the system throws when the file cannot be read at all.
 */
export function arrive(uri: string, path: string, limits: { readonly maxBytes: number }): Arrival {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, SLICE); read > 0; read = readSync(handle, SLICE)) {
      if (bytes === 0) head = Buffer.from(SLICE.subarray(0, Math.min(read, 1024)));
      hash.update(SLICE.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  const sha256 = hash.digest('hex');
  const file: SourceFile = { id: sha256.slice(0, 16), sha256, name: nameOf(uri), uri, bytes };
  const problem = firstSight(head, bytes, limits.maxBytes);
  return problem ? { file, path, problem } : { file, path };
}

/** Base name of a path, of an URL without its query, or of a member of an archive. */
export function nameOf(uri: string): string {
  const path = /^https?:/i.test(uri) ? decoded(new URL(uri).pathname) : uri;
  return basename(path) || uri;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
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
