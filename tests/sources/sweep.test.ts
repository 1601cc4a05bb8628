import { mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { Slot } from '../../pipeline/sources/spool.js';
import { sweepSpool } from '../../pipeline/sources/sweep.js';
import { fromZip } from '../../pipeline/sources/zip.js';
import { openDatabase } from '../../pipeline/store/database.js';
import { toRows } from '../../pipeline/store/rows.js';
import { Writer } from '../../pipeline/store/write.js';
import { fileOf, NOW } from '../checks/base.js';
import { PDF } from './server.js';
import { zipOf } from './zip-file.js';

const spool = mkdtempSync(join(tmpdir(), 'greffe-sweep-'));

const write = (path: string): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, PDF);
  return path;
};

async function unpack(uri: string): Promise<{ uri: string; path: string }[]> {
  const archive = join(spool, 'archive.zip');
  writeFileSync(archive, zipOf({ name: 'mars #1/a.pdf', data: PDF }));
  const found = [];
  for await (const one of fromZip(uri, archive, { spool: join(spool, 'unpacked') })) found.push(one);
  return found as { uri: string; path: string }[];
}

it('deletes old downloads that no record points to, and nothing else', async () => {
  const db = openDatabase(':memory:');
  const pointed = (uri: string): void => {
    const places = [{ uri, bytes: 1, modifiedMs: 0 }];
    new Writer(db).load([{ rows: toRows(fileOf(uri, uri, {})), places, readWith: 'tests', at: NOW }]);
  };
  const slot = (name: string): Slot => new Slot(spool, `https://ville.example/${name}`, '.pdf');

  pointed('https://ville.example/kept.pdf');
  pointed('https://ville.example/lot.zip#a.pdf');
  const [inKept] = await unpack('/archives/fonds #2.zip');
  pointed(inKept!.uri);
  const kept = [
    write(slot('kept.pdf').whole),
    write(`${slot('kept.pdf').whole}.json`),
    write(slot('lot.zip').whole),
    inKept!.path,
    write(join(spool, 'notes.txt')),
    write(join(spool, 'ab', 'report.pdf')),
    join(spool, 'archive.zip'),
  ];
  const [inGone] = await unpack('/archives/gone.zip');
  const gone = [
    write(slot('gone.pdf').whole),
    write(`${slot('gone.pdf').whole}.json`),
    write(slot('cut.pdf').part),
    inGone!.path,
  ];
  const young = write(slot('young.pdf').whole);
  for (const path of [...kept, ...gone]) utimesSync(path, 1, 1);

  expect(sweepSpool(spool, db, Date.parse('2024-01-01'))).toBe(gone.length);
  const left = (readdirSync(spool, { recursive: true }) as string[]).map((name) => join(spool, name));
  expect(left.filter((path) => statSync(path).isFile()).sort()).toEqual([...kept, young].sort());
});
