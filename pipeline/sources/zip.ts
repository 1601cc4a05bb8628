import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { likenessOf } from './likeness.js';
import type { Found } from './source.js';
import { keyOf } from './spool.js';
import { missing, type SourceTools } from './tools.js';

/** What an archive may be; beyond it, it is taken for a bomb. */
const LIMITS = {
  entries: 200_000,
  entryBytes: 2 ** 30,
  totalBytes: 2 ** 36,
  /** Unpacked over packed, looked at once an entry is larger than `freeBytes`. */
  ratio: 200,
  freeBytes: 2 ** 24,
};
export type ZipLimits = typeof LIMITS;

/**
 * The PDFs of the archive at `path`, in its order, unpacked into the archive's folder of the spool; what that folder holds
 * of an earlier archive of the same name goes once this one was walked through. `uri`: what the archive is called outside.
 */
export async function* fromZip(
  uri: string,
  path: string,
  { spool, signal }: Pick<SourceTools, 'spool' | 'signal'>,
  limits: ZipLimits = LIMITS,
): AsyncGenerator<Found> {
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error) {
    yield missing(
      uri,
      'bad-zip',
      `The archive cannot be opened (${(error as Error).message}): fetch or pack it again.`,
    );
    return;
  }
  const { size, mtimeMs } = statSync(path);
  const identity = `${size}\0${mtimeMs}`;
  const folder = join(spool, 'zip', keyOf(uri));
  const kept = new Set<string>();
  let total = 0;
  try {
    if (archive.entryCount > limits.entries) {
      yield missing(uri, 'zip-too-many', `The archive announces ${archive.entryCount} entries: unpack it by hand.`);
      return;
    }
    for await (const entry of archive.eachEntry()) {
      if (signal?.aborted) return;
      const name = nameIn(entry);
      const place = `${uri}#${name}`;
      if (/\.zip$/i.test(name))
        yield missing(place, 'nested-zip', 'An archive inside an archive is not opened: unpack it by hand.');
      if (!/\.pdf$/i.test(name) || /(^|\/)(__MACOSX\/|\._)/.test(name)) continue;
      if (entry.isEncrypted()) {
        yield missing(place, 'encrypted', 'The entry is protected by a password: unpack it by hand.');
        continue;
      }
      if (isBomb(entry, limits)) {
        yield missing(
          place,
          'zip-bomb',
          `The entry would unpack to ${entry.uncompressedSize} bytes: unpack it by hand if you trust it.`,
        );
        continue;
      }
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) {
        yield missing(
          uri,
          'zip-bomb',
          `The archive unpacks to more than ${limits.totalBytes} bytes: unpack it by hand if you trust it.`,
        );
        return;
      }
      try {
        const unpackedTo = await unpack(archive, entry, `${identity}\0${name}`, folder);
        kept.add(unpackedTo);
        yield { uri: place, path: unpackedTo };
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS' || code === 'EACCES') throw error;
        yield missing(
          place,
          'bad-zip-entry',
          `The entry cannot be unpacked (${(error as Error).message}): pack it again.`,
        );
      }
    }
    sweep(folder, kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).errno !== undefined) throw error;
    yield missing(uri, 'bad-zip', `The archive is damaged (${(error as Error).message}): fetch or pack it again.`);
  } finally {
    archive.close();
  }
}

/** What a fetched file holds when it is an archive; nothing when it is none. */
export function unpacked(uri: string, path: string, tools: SourceTools): AsyncIterable<Found> | undefined {
  const head = Buffer.alloc(1024);
  const file = openSync(path, 'r');
  try {
    return likenessOf(head.subarray(0, readSync(file, head))) === 'zip' ? fromZip(uri, path, tools) : undefined;
  } finally {
    closeSync(file);
  }
}

const nameIn = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false).replaceAll('\\', '/');

const isBomb = ({ uncompressedSize, compressedSize }: Entry, limits: ZipLimits): boolean =>
  uncompressedSize > limits.entryBytes ||
  (uncompressedSize > limits.freeBytes && uncompressedSize > compressedSize * limits.ratio);

/** Drops all but `kept` from a folder, where there is one. */
function sweep(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!kept.has(path)) rmSync(path, { force: true });
  }
}

/**
 * The entry's file in the folder; it is unpacked once for the same archive. Its name has nothing of the name inside,
 * so no entry can choose where it goes; the library stops an entry that is longer than it says.
 */
async function unpack(archive: ZipFile, entry: Entry, identity: string, folder: string): Promise<string> {
  const path = join(folder, `${keyOf(`${identity}\0${entry.relativeOffsetOfLocalHeader}`)}.pdf`);
  if (existsSync(path) && statSync(path).size === entry.uncompressedSize) return path;
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.part`;
  const stream = await archive.openReadStreamPromise(entry);
  const file = openSync(partial, 'w');
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    }
  } catch (error) {
    closeSync(file);
    rmSync(partial, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(partial, path);
  return path;
}
