import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase, openForReading } from '../../pipeline/store/database.js';
import { MIGRATIONS } from '../../pipeline/store/migrations/index.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-database-'));

describe('the database', () => {
  it('is made with every migration recorded', () => {
    const db = openDatabase(join(folder, 'new.sqlite'));
    const recorded = db.prepare('select id, name from migrations order by id').all();
    expect(recorded).toEqual(MIGRATIONS.map(({ id, name }) => ({ id, name })));
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.id);
  });

  it('of an older greffe is migrated on opening, and keeps what it holds', () => {
    const path = join(folder, 'older.sqlite');
    const older = openDatabase(path);
    older.prepare("insert into entities (id, kind, name) values ('a', 'association', 'Les Amis du Phare')").run();
    older.close();
    const id = MIGRATIONS.at(-1)!.id + 1;
    const newer = openDatabase(path, [
      ...MIGRATIONS,
      { id, name: 'later', sql: 'create table later (x integer) strict' },
    ]);
    expect(newer.prepare('select name from migrations where id = ?').get(id)).toEqual({ name: 'later' });
    expect(newer.prepare('select count(*) as n from entities').get()).toEqual({ n: 1 });
  });

  it('of a newer greffe is refused with the next move', () => {
    const path = join(folder, 'newer.sqlite');
    const db = openDatabase(path);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openDatabase(path)).toThrow(/newer greffe.*update greffe/);
    expect(() => openForReading(path)).toThrow(/newer greffe/);
  });

  it('of another program, or a file that is none, is refused', () => {
    const other = join(folder, 'other.sqlite');
    new Sqlite(other).exec('create table recipes (name text)').close();
    expect(() => openDatabase(other)).toThrow(/another program/);
    const text = join(folder, 'text.sqlite');
    writeFileSync(text, 'not a database, but long enough to be read as a header of one. '.repeat(20));
    expect(() => openDatabase(text)).toThrow(/not a SQLite database/);
    expect(() => openForReading(join(folder, 'absent.sqlite'))).toThrow(/greffe ingest/);
  });
});
