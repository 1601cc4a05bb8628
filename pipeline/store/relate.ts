import type { Database } from './database.js';
import { relateEntities } from './entities.js';
import { relateActs } from './links.js';

/**
 * What documents are to one another: who is who, which act cites which, which annex belongs where. Nothing is done when
 * no file changed since the checks last ran; files whose records now point elsewhere are to be checked again too.
 */
export function relate(db: Database): void {
  db.transaction(() => {
    if (!db.prepare('select 1 from unchecked limit 1').get()) return;
    const unchecked = db.prepare('insert into unchecked values (?) on conflict do nothing');
    for (const fileId of [...relateEntities(db), ...relateActs(db)]) unchecked.run(fileId);
  }).immediate();
}
