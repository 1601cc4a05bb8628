import { existsSync } from 'node:fs';
import type { Database } from './database.js';

/**
 * Marks what could not be read, or not wholly, as never read, and answers where it stands (paths that still exist):
 * an ingest of these reads it again.
 */
export function releaseQuarantine(db: Database): string[] {
  return db.transaction(() => {
    db.prepare("update files set read_with = '' where status <> 'loaded'").run();
    const places = db.prepare(
      "select places.uri from places join files on files.id = file_id where read_with = '' order by places.uri",
    );
    const unread = db.prepare(
      'select distinct uri from problems where file_id is null and uri is not null order by uri',
    );
    const paths = [...places.all(), ...unread.all()].map((row) => (row as { uri: string }).uri).filter(existsSync);
    db.prepare('delete from problems where file_id is null').run();
    return paths;
  })();
}
