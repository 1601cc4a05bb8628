import { join, sep } from 'node:path';
import PQueue from 'p-queue';
import type { Problem } from '../models/problem.js';
import { checkChanged } from './checks/index.js';
import type { Settings } from './config.js';
import { process } from './flow.js';
import type { Runner } from './runners/runner.js';
import type { Source } from './sources/source.js';
import { type Arrival, arrive, placeOf } from './stages/intake.js';
import { Batch } from './store/batch.js';
import type { Database } from './store/database.js';
import { relate } from './store/relate.js';
import { type FileRows, valuesOf } from './store/rows.js';
import { type Loaded, type Place, Writer } from './store/write.js';
import { readWith, VERSION } from './version.js';

/** What an ingest needs of the world. */
export interface IngestOptions {
  readonly settings: Settings;
  readonly runner: Runner;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** The command as it is recorded in `runs`. */
  readonly command: string;
  /** When it is aborted, the files in flight are finished and no other is begun. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a run is: files done and expected, pages read, the file just written. */
export interface Progress {
  readonly files: number;
  readonly total: number;
  readonly pages: number;
  readonly current: string;
}

/** What a run did: its row of `runs`, and what has no column there. */
export interface RunOutcome {
  readonly filesSeen: number;
  readonly filesNew: number;
  readonly filesUnchanged: number;
  readonly filesQuarantined: number;
  readonly filesPartial: number;
  /** Found before below the same folders, and gone since: their records are withdrawn. */
  readonly filesVanished: number;
  readonly pagesRead: number;
  readonly pagesOcr: number;
  readonly interrupted: boolean;
}

/**
 * Reads every paper of a source into the database, then runs the checks over what changed. What was loaded before, with
 * the same bytes and the same version of the program, is not read again; a run that was stopped at any moment is continued
 * by running it again.
 *
 * @throws GreffeError when the database cannot be written.
 */
export async function ingest(db: Database, source: Source, options: IngestOptions): Promise<RunOutcome> {
  const { settings, runner, now, signal } = options;
  const seen = new Set<string>();
  const version = readWith(settings);
  const writer = new Writer(db);
  const run = new RunRecord(db, options.command, now);
  const queue = new PQueue({ concurrency: settings.jobs + 1 });
  /** Contents in flight, and where else in this run they were found. */
  const inFlight = new Map<string, Place[]>();
  let failure: unknown;
  const failed = (error: unknown): void => {
    failure ??= error;
  };
  const written = ({ rows }: Loaded): void => {
    inFlight.delete(rows.file.id);
    run.count(rows);
    options.onProgress?.({
      files: run.filesNew + run.filesUnchanged,
      total: source.total ?? run.filesSeen,
      pages: run.pagesRead,
      current: rows.file.name,
    });
  };
  const batch = new Batch(writer, written, failed);

  const known = db.prepare(
    `select file_id from places join files on files.id = file_id
     where places.uri = ? and places.bytes = ? and modified_ms = ? and read_with = ?`,
  );
  const loaded = db.prepare('select 1 from files where id = ? and read_with = ?');

  /** Places where nothing could be had before: what is there now is a problem no more. */
  const troubled = new Set(
    db.prepare('select uri from problems where file_id is null and uri is not null').pluck().all() as string[],
  );

  const refuse = (uri: string, { code, detail }: Pick<Problem, 'code' | 'detail'>): void => {
    writer.problem({ page: null, stage: 'intake', code, detail }, { fileId: null, uri }, now());
    run.filesQuarantined += 1;
  };

  for await (const found of source.find()) {
    if (signal?.aborted || failure) break;
    run.filesSeen += 1;
    const { uri } = found;
    seen.add(uri);
    if ('problem' in found) {
      refuse(uri, found.problem);
      continue;
    }
    if (found.hints) writer.announce(uri, found.hints);
    if (troubled.delete(uri)) writer.solved(uri);
    let place: Place;
    let arrival: Arrival;
    try {
      place = placeOf(uri, found.path);
      if (known.get(uri, place.bytes, place.modifiedMs, version)) {
        run.filesUnchanged += 1;
        continue;
      }
      arrival = arrive(uri, found.path, settings);
    } catch (error) {
      const detail = `The file cannot be read (${(error as Error).message}): check its rights and its disk.`;
      refuse(uri, { code: 'unreadable', detail });
      continue;
    }
    const { id } = arrival.file;
    const twin = inFlight.get(id);
    if (twin || loaded.get(id, version)) {
      if (twin) twin.push(place);
      else writer.place(place, id);
      run.filesUnchanged += 1;
      continue;
    }
    const places = [place];
    inFlight.set(id, places);
    await queue.onSizeLessThan(settings.jobs);
    void queue
      .add(async () => {
        batch.add({ rows: await process(arrival, runner, settings), places, readWith: version, at: now() });
      })
      .catch(failed);
  }
  await queue.onIdle();
  batch.flush();
  if (failure) throw failure;
  if (!signal?.aborted) run.filesVanished = withdrawVanished(writer, source.folders ?? [], seen);
  relate(db);
  checkChanged(db, now());
  return run.end(signal?.aborted ?? false);
}

/** Takes back what was found below `folders` before and was not seen again. */
function withdrawVanished(writer: Writer, folders: readonly string[], seen: ReadonlySet<string>): number {
  let vanished = 0;
  const below = writer.db.prepare('select uri from places where substr(uri, 1, length(@folder)) = @folder');
  for (const folder of folders) {
    for (const { uri } of below.all({ folder: join(folder, sep) }) as { uri: string }[]) {
      if (seen.has(uri)) continue;
      writer.vanish(uri);
      vanished += 1;
    }
  }
  return vanished;
}

/** The row of `runs` while it is being made. */
class RunRecord {
  filesSeen = 0;
  filesNew = 0;
  filesUnchanged = 0;
  filesQuarantined = 0;
  filesPartial = 0;
  filesVanished = 0;
  pagesRead = 0;
  pagesOcr = 0;
  readonly #id: number;

  constructor(
    readonly db: Database,
    command: string,
    readonly now: () => string,
  ) {
    const { lastInsertRowid } = db
      .prepare('insert into runs (started_at, command, version) values (?, ?, ?)')
      .run(now(), command, VERSION);
    this.#id = Number(lastInsertRowid);
  }

  count({ file, tables }: FileRows): void {
    this.filesNew += 1;
    if (file.status === 'quarantined') this.filesQuarantined += 1;
    if (file.status === 'partial') this.filesPartial += 1;
    const readBy = valuesOf(tables.pages, 'read_by');
    this.pagesRead += readBy.length;
    this.pagesOcr += readBy.filter((by) => by === 'ocr').length;
  }

  end(interrupted: boolean): RunOutcome {
    const { filesSeen, filesNew, filesUnchanged, filesQuarantined, filesPartial, pagesRead, pagesOcr } = this;
    this.db
      .prepare(
        `update runs set ended_at = ?, files_seen = ?, files_new = ?, files_unchanged = ?, files_quarantined = ?,
           pages_read = ?, pages_ocr = ? where id = ?`,
      )
      .run(this.now(), filesSeen, filesNew, filesUnchanged, filesQuarantined, pagesRead, pagesOcr, this.#id);
    return {
      filesSeen,
      filesNew,
      filesUnchanged,
      filesQuarantined,
      filesPartial,
      filesVanished: this.filesVanished,
      pagesRead,
      pagesOcr,
      interrupted,
    };
  }
}
