import type { Statement } from 'better-sqlite3';
import type { Hints } from '../sources/source.js';
import type { Database } from './database.js';
import { contentId } from './ids.js';
import { CARRIER, NAME, type NameRows } from './names.js';
import { FILE_TABLES, type FileRows, type ProblemRow } from './rows.js';
import { Statements } from './statements.js';

/** Where a content was found, and what the file system said of it then. */
export interface Place {
  readonly uri: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** A file as it was read, and where it was found. */
export interface Loaded {
  readonly rows: FileRows;
  readonly places: readonly Place[];
  /** The version of the program and the settings that read it. */
  readonly readWith: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Tables whose rows are of several files. */
const SHARED: ReadonlySet<string> = new Set(['entities', 'names']);

/**
 * The one writer. Each file is written in one transaction: its old records go as its new ones come, so a reader or a
 * stopped run sees all of a file or none of it.
 */
export class Writer {
  readonly #statements: Statements;

  constructor(readonly db: Database) {
    this.#statements = new Statements(db);
  }

  /** Writes files' records in place of those of earlier readings: all of them in one transaction, or none. */
  load(files: readonly Loaded[]): void {
    this.#transaction(() => {
      for (const file of files) this.#load(file);
    });
  }

  #load({ rows, places, readWith, at }: Loaded): void {
    const { file, tables, names, problems } = rows;
    if (this.#of('select 1 from files where id = ?').get(file.id)) this.#withdraw(file.id);
    else this.#unchecked(file.id);
    this.#of(
      `insert into files (id, sha256, name, uri, bytes, pages, status, first_seen_at, read_with)
       values (@id, @sha256, @name, @uri, @bytes, @pages, @status, @at, @readWith)
       on conflict (id) do update set pages = @pages, status = @status, read_with = @readWith`,
    ).run({ ...file, at, readWith });
    for (const place of places) this.#place(place, file.id);
    for (const table of FILE_TABLES) {
      const { columns, rows: read } = tables[table];
      if (read.length === 0) continue;
      const insert = this.#insert(table, columns);
      for (const row of read) insert.run(row);
    }
    for (const name of names) this.#name(name);
    for (const problem of problems) this.problem(problem, { fileId: file.id, uri: file.uri }, at);
  }

  /** Notes that a content is (also) found at `place`; what stood there before is withdrawn if it stands nowhere else. */
  place(place: Place, fileId: string): void {
    this.#transaction(() => this.#place(place, fileId));
  }

  #place({ uri, bytes, modifiedMs }: Place, fileId: string): void {
    const before = this.#of('select file_id as id from places where uri = ?').get(uri) as { id: string } | undefined;
    this.#of(
      `insert into places values (?, ?, ?, ?)
       on conflict (uri) do update set file_id = excluded.file_id, bytes = excluded.bytes, modified_ms = excluded.modified_ms`,
    ).run(uri, fileId, bytes, modifiedMs);
    if (before && before.id !== fileId) this.#dropHomeless(before.id);
  }

  /** Notes what a catalogue says of the paper at `uri`; what it says anew is checked anew. */
  announce(uri: string, hints: Hints): void {
    this.#transaction(() => {
      const { changes } = this.#of(
        `insert into announcements (uri, reference, date, title, issuer, siret, matter, votes_for, votes_against, abstentions)
         values (@uri, @reference, @date, @title, @issuer, @siret, @matter, @votesFor, @votesAgainst, @abstentions)
         on conflict (uri) do update set reference = @reference, date = @date, title = @title, issuer = @issuer,
           siret = @siret, matter = @matter, votes_for = @votesFor, votes_against = @votesAgainst, abstentions = @abstentions
         where (reference, date, title, issuer, siret, matter, votes_for, votes_against, abstentions)
           is not (@reference, @date, @title, @issuer, @siret, @matter, @votesFor, @votesAgainst, @abstentions)`,
      ).run({
        uri,
        reference: hints.reference ?? null,
        date: hints.date ?? null,
        title: hints.title ?? null,
        issuer: hints.issuer ?? null,
        siret: hints.siret ?? null,
        matter: hints.matter ?? null,
        votesFor: hints.votesFor ?? null,
        votesAgainst: hints.votesAgainst ?? null,
        abstentions: hints.abstentions ?? null,
      });
      if (changes === 0) return;
      this.#of('insert into unchecked select distinct file_id from places where uri = ? on conflict do nothing').run(
        uri,
      );
    });
  }

  /** Takes back what is no longer at `uri`; its records go when their content stands nowhere else. */
  vanish(uri: string): void {
    this.#transaction(() => {
      const place = this.#of('delete from places where uri = ? returning file_id as id').get(uri) as
        | { id: string }
        | undefined;
      if (place) this.#dropHomeless(place.id);
    });
  }

  #dropHomeless(fileId: string): void {
    if (!this.#of('select 1 from places where file_id = ? limit 1').get(fileId)) this.#forget(fileId);
  }

  /** Takes back a file, all that was read in it, and its places, in one transaction. */
  forgetFile(fileId: string): void {
    this.#transaction(() => this.#forget(fileId));
  }

  #forget(fileId: string): void {
    this.#withdraw(fileId);
    this.#of('delete from files where id = ?').run(fileId);
  }

  problem(
    { page, stage, code, detail }: ProblemRow,
    { fileId, uri }: { fileId: string | null; uri: string | null },
    at: string,
  ): void {
    this.#of(
      `insert into problems (id, file_id, uri, page, stage, code, detail, at) values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set at = excluded.at`,
    ).run(contentId(fileId ?? uri, page, stage, code, detail), fileId, uri, page, stage, code, detail, at);
  }

  /** Takes back what was said of a place where nothing could be had. */
  solved(uri: string): void {
    this.#of('delete from problems where file_id is null and uri = ?').run(uri);
  }

  /** Takes back all that was read in a file. */
  #withdraw(fileId: string): void {
    this.#unchecked(fileId);
    for (const table of ['problems', 'documents', 'pages']) {
      this.#of(`delete from ${table} where file_id = ?`).run(fileId);
    }
  }

  #unchecked(fileId: string): void {
    this.#of('insert into unchecked values (?) on conflict do nothing').run(fileId);
  }

  /** A name that others carry too is there already, and so are its keys. */
  #name({ id, name, carriers, keys }: NameRows): void {
    if (this.#insert('names', NAME).run(name).changes > 0) {
      const share = this.#insert('name_keys', ['key', 'name_id']);
      for (const key of keys) share.run(key, id);
    }
    const carry = this.#insert('carriers', CARRIER);
    for (const carrier of carriers) carry.run(carrier);
  }

  #insert(table: string, columns: readonly string[]): Statement {
    return this.#of(
      `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
       values (${columns.map(() => '?').join(', ')})${SHARED.has(table) ? ' on conflict do nothing' : ''}`,
    );
  }

  #of(sql: string): Statement {
    return this.#statements.of(sql);
  }

  /** Rows may point at rows that are still to come: that all are there is looked at in the end. */
  #transaction(write: () => void): void {
    this.db
      .transaction(() => {
        this.db.pragma('defer_foreign_keys = on');
        write();
      })
      .immediate();
  }
}
