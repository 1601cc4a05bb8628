import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { GreffeError } from '../errors.js';
import { MIGRATIONS, type Migration } from './migrations/index.js';

export type Database = Sqlite.Database;

/** "gref": marks a SQLite file as one of ours. */
const APPLICATION_ID = 0x67726566;

/**
 * Opens the database at `path`, made or migrated as needed.
 *
 * @throws GreffeError when the file is no database of ours, is newer than this program, or cannot be written.
 */
export function openDatabase(path: string, migrations: readonly Migration[] = MIGRATIONS): Database {
  if (path !== ':memory:' && !existsSync(dirname(path))) {
    throw new GreffeError(`The folder of ${path} does not exist: create it, or name another file with --db.`, 1);
  }
  const db = connect(path, {});
  try {
    refuseForeign(db, path);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = normal');
    // Pages that many files change are carried into the file once in 32 MB of log, not once a megabyte.
    db.pragma('wal_autocheckpoint = 8000');
    db.pragma('cache_size = -65536');
    migrate(db, migrations);
  } catch (error) {
    db.close();
    throw explained(error, path);
  }
  return db;
}

/** Opens an existing database for reading only. @throws GreffeError when it is absent or no database of ours. */
export function openForReading(path: string): Database {
  if (!existsSync(path)) {
    throw new GreffeError(`There is no database at ${path}: run \`greffe ingest\` first, or name it with --db.`, 1);
  }
  const db = connect(path, { readonly: true });
  try {
    refuseForeign(db, path);
    refuseNewer(version(db), path, MIGRATIONS);
  } catch (error) {
    db.close();
    throw explained(error, path);
  }
  return db;
}

function connect(path: string, options: Sqlite.Options): Database {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new GreffeError(`${path} is a folder: name a file with --db.`, 1);
  }
  try {
    const db = new Sqlite(path, { timeout: 5000, ...options });
    db.pragma('foreign_keys = on');
    return db;
  } catch (error) {
    throw explained(error, path);
  }
}

const version = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

function refuseForeign(db: Database, path: string): void {
  const application = db.pragma('application_id', { simple: true });
  const { tables } = db.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number };
  if (tables > 0 && application !== APPLICATION_ID) {
    throw new GreffeError(`${path} is a database of another program: name another file with --db.`, 1);
  }
}

function refuseNewer(found: number, path: string, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.id ?? 0;
  if (found > known) {
    throw new GreffeError(
      `${path} was written by a newer greffe (schema ${found}, this one knows ${known}): update greffe.`,
      1,
    );
  }
}

/** Brings the schema up to date, each migration in a transaction of its own and recorded in `migrations`. */
function migrate(db: Database, migrations: readonly Migration[]): void {
  refuseNewer(version(db), db.name, migrations);
  for (const { id, name, sql } of migrations) {
    db.transaction(() => {
      if (version(db) >= id) return;
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.exec(
        'create table if not exists migrations (id integer primary key, name text not null, applied_at text not null) strict',
      );
      db.exec(sql);
      db.prepare("insert into migrations values (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))").run(id, name);
      db.pragma(`user_version = ${id}`);
    }).immediate();
  }
}

/** SQLite's codes as sentences; what is unknown goes through unchanged. */
export function explained(error: unknown, path: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  const say = (sentence: string, exitCode: 1 | 3): GreffeError => new GreffeError(sentence, exitCode, { cause: error });
  switch (error.code.split('_').slice(0, 2).join('_')) {
    case 'SQLITE_NOTADB':
      return say(`${path} is not a SQLite database: name another file with --db.`, 1);
    case 'SQLITE_CANTOPEN':
      return say(`${path} cannot be opened or created: check the folder and its rights.`, 1);
    case 'SQLITE_READONLY':
      return say(`${path} cannot be written: check the rights of the file and of its folder.`, 3);
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return say(`${path} is locked by another program: wait until it has finished, then run again.`, 3);
    case 'SQLITE_FULL':
      return say(`The disk that holds ${path} is full: free some space and run again, nothing is lost.`, 3);
    case 'SQLITE_IOERR':
      return say(`The disk that holds ${path} fails (${error.code}): check it and run again.`, 3);
    case 'SQLITE_CORRUPT':
      return say(`${path} is damaged: restore it from a copy, or name another file with --db and ingest again.`, 3);
    default:
      return error;
  }
}

/** Folds the write-ahead log into the file, so that the database is one file again, and closes it. */
export function closeDatabase(db: Database): void {
  if (!db.readonly) db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
