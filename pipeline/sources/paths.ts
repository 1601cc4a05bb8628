import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GreffeError } from '../errors.js';
import type { Source } from './source.js';

/**
 * Files and folders of this machine: the PDFs at `paths`, folder by folder in the order of their names. A file that is
 * named outright is taken whatever its name. @throws GreffeError for a path that does not exist.
 */
export function paths(wanted: readonly string[]): Source {
  const files: string[] = [];
  const folders: string[] = [];
  for (const path of wanted) {
    if (!existsSync(path)) throw new GreffeError(`There is nothing at ${path}: check the path.`, 1);
    if (statSync(path).isDirectory()) {
      folders.push(resolve(path));
      for (const file of below(path)) files.push(file);
    } else files.push(resolve(path));
  }
  return { find: () => files.map((path) => ({ uri: path, path })), total: files.length, folders };
}

function* below(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* below(path);
    else if (/\.pdf$/i.test(entry.name) && isFile(entry, path)) yield resolve(path);
  }
}

/** A file, or a link to one. */
const isFile = (entry: Dirent, path: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true);
