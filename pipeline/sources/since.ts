import { statSync } from 'node:fs';
import type { Found, Source } from './source.js';

/**
 * What a source has from a day on: by the date that its catalogue gives, else by the file's own. `day`: ISO, inclusive.
 * What is older is not looked at; it has not vanished.
 */
export function since(source: Source, day: string): Source {
  const from = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  const isRecent = (found: Found): boolean => {
    if ('problem' in found) return true;
    if (found.hints?.date !== undefined) return found.hints.date >= day;
    const file = statSync(found.path, { throwIfNoEntry: false });
    return file === undefined || file.mtimeMs >= from;
  };
  return {
    async *find() {
      for await (const found of source.find()) if (isRecent(found)) yield found;
    },
  };
}
