import { parse, resolve } from 'node:path';
import { GreffeError } from '../errors.js';
import { nameOf } from '../stages/intake.js';
import type { Database } from './database.js';

/** A file, and one of its documents where that is what was named. */
export interface Named {
  readonly fileId: string;
  readonly documentId?: string;
}

/**
 * What a user means by a file or a document: its id, else its path or URL, the end of its path, its name, or its name
 * without the extension, in capitals or not. Of these ways the first that finds something counts.
 *
 * @throws GreffeError when nothing is called so, or several files are.
 */
export function findFile(db: Database, wanted: string): Named {
  const document = db.prepare('select file_id as fileId, id as documentId from documents where id = ?').get(wanted);
  if (document) return document as Named;
  if (db.prepare('select 1 from files where id = ?').get(wanted)) return { fileId: wanted };

  const places = db
    .prepare('select id as fileId, uri from files union select file_id, uri from places order by uri')
    .all() as { fileId: string; uri: string }[];
  const name = plain(wanted);
  for (const isMeant of [
    (uri: string) => uri === wanted || uri === resolve(wanted),
    (uri: string) =>
      plain(nameOf(uri)) === name || (plain(uri).endsWith(name) && /[/#]$/.test(plain(uri).slice(0, -name.length))),
    (uri: string) => plain(parse(nameOf(uri).replace(/^.*#/, '')).name) === name,
  ]) {
    const found = new Map(places.filter(({ uri }) => isMeant(uri)).map((place) => [place.fileId, place]));
    const [only, ...others] = found.values();
    if (!only) continue;
    if (others.length === 0) return { fileId: only.fileId };
    const list = [only, ...others].slice(0, SHOWN).map(({ fileId, uri }) => `\n  ${fileId}  ${uri}`);
    if (others.length >= SHOWN) list.push(`\n  … and ${others.length + 1 - SHOWN} more`);
    throw new GreffeError(`${others.length + 1} files are called ${wanted}: give one's path or id.${list.join('')}`, 1);
  }
  throw new GreffeError(
    `${db.name} holds nothing called ${wanted}: give a file's name, path or id, or a document's id.`,
    1,
  );
}

/** Files that a message lists. */
const SHOWN = 20;

/** Accents are written in two ways, and file systems differ over capitals. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase();
