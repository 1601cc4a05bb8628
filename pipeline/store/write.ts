import type { Hints } from '../sources/source.js';
import type { Database } from './database.js';
import { linkEntities } from './entities.js';
import { contentId } from './ids.js';
import { FILE_TABLES, type FileRows, type ProblemRow, type Row } from './rows.js';

/** Where a content was found, and what the file system said of it then. */
export interface Place {
  readonly uri: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/**
 * The one writer. Each file is written in one transaction: its old records go as its new ones come, so a reader or a
 * stopped run sees all of a file or none of it.
 */
export class Writer {
  readonly #insert = new Map<string, (row: Row) => void>();

  constructor(readonly db: Database) {}

  /** Writes a file's records in place of those of an earlier reading. `now`: ISO 8601, UTC. */
  load(rows: FileRows, places: readonly Place[], readWith: string, now: string): void {
    this.db
      .transaction(() => {
        const { file } = rows;
        this.#withdraw(file.id);
        this.db
          .prepare(
            `insert into files (id, sha256, name, uri, bytes, pages, status, first_seen_at, read_with)
             values (@id, @sha256, @name, @uri, @bytes, @pages, @status, @now, @readWith)
             on conflict (id) do update set pages = @pages, status = @status, read_with = @readWith`,
          )
          .run({ ...file, now, readWith });
        for (const place of places) this.place(place, file.id);
        this.db.pragma('defer_foreign_keys = on');
        for (const table of FILE_TABLES) {
          for (const row of rows.tables[table]) this.#add(table, row);
        }
        linkEntities(
          this.db,
          rows.tables.documents.map(({ id }) => String(id)),
        );
        for (const problem of rows.problems) this.problem(problem, { fileId: file.id, uri: file.uri }, now);
      })
      .immediate();
  }

  /** Notes that a content is (also) found at `place`; what stood there before is withdrawn if it stands nowhere else. */
  place({ uri, bytes, modifiedMs }: Place, fileId: string): void {
    const before = this.db.prepare('select file_id as id from places where uri = ?').get(uri) as
      | { id: string }
      | undefined;
    this.db
      .prepare(
        `insert into places values (?, ?, ?, ?)
         on conflict (uri) do update set file_id = excluded.file_id, bytes = excluded.bytes, modified_ms = excluded.modified_ms`,
      )
      .run(uri, fileId, bytes, modifiedMs);
    if (before && before.id !== fileId) this.#dropHomeless(before.id);
  }

  /** Notes what a catalogue says of the paper at `uri`; what it says anew is checked anew. */
  announce(uri: string, hints: Hints): void {
    this.db
      .transaction(() => {
        const row = {
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
        };
        const { changes } = this.db
          .prepare(
            `insert into announcements (uri, reference, date, title, issuer, siret, matter, votes_for, votes_against, abstentions)
             values (@uri, @reference, @date, @title, @issuer, @siret, @matter, @votesFor, @votesAgainst, @abstentions)
             on conflict (uri) do update set reference = @reference, date = @date, title = @title, issuer = @issuer,
               siret = @siret, matter = @matter, votes_for = @votesFor, votes_against = @votesAgainst, abstentions = @abstentions
             where (reference, date, title, issuer, siret, matter, votes_for, votes_against, abstentions)
               is not (@reference, @date, @title, @issuer, @siret, @matter, @votesFor, @votesAgainst, @abstentions)`,
          )
          .run(row);
        if (changes > 0) {
          this.db
            .prepare('insert into unchecked select distinct file_id from places where uri = ? on conflict do nothing')
            .run(uri);
        }
      })
      .immediate();
  }

  /** Takes back what is no longer at `uri`; its records go when their content stands nowhere else. */
  vanish(uri: string): void {
    this.db
      .transaction(() => {
        const place = this.db.prepare('delete from places where uri = ? returning file_id as id').get(uri) as
          | { id: string }
          | undefined;
        if (place) this.#dropHomeless(place.id);
      })
      .immediate();
  }

  #dropHomeless(fileId: string): void {
    const { homes } = this.db.prepare('select count(*) as homes from places where file_id = ?').get(fileId) as {
      homes: number;
    };
    if (homes === 0) this.#forget(fileId);
  }

  /** Takes back a file, all that was read in it, and its places, in one transaction. */
  forgetFile(fileId: string): void {
    this.db.transaction(() => this.#forget(fileId)).immediate();
  }

  #forget(fileId: string): void {
    this.#withdraw(fileId);
    this.db.prepare('delete from files where id = ?').run(fileId);
  }

  problem(
    { page, stage, code, detail }: ProblemRow,
    { fileId, uri }: { fileId: string | null; uri: string | null },
    at: string,
  ): void {
    this.db
      .prepare(
        `insert into problems (id, file_id, uri, page, stage, code, detail, at) values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update set at = excluded.at`,
      )
      .run(contentId(fileId ?? uri, page, stage, code, detail), fileId, uri, page, stage, code, detail, at);
  }

  /** Takes back what was said of a place where nothing could be had. */
  solved(uri: string): void {
    this.db.prepare('delete from problems where file_id is null and uri = ?').run(uri);
  }

  /** Takes back all that was read in a file. */
  #withdraw(fileId: string): void {
    this.db.pragma('defer_foreign_keys = on');
    this.db.prepare('insert into unchecked values (?) on conflict do nothing').run(fileId);
    for (const table of ['problems', 'documents', 'pages']) {
      this.db.prepare(`delete from ${table} where file_id = ?`).run(fileId);
    }
  }

  #add(table: string, row: Row): void {
    let insert = this.#insert.get(table);
    if (!insert) {
      const columns = Object.keys(row);
      const statement = this.db.prepare(
        `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
      );
      insert = (values) => statement.run(values);
      this.#insert.set(table, insert);
    }
    insert(row);
  }
}
