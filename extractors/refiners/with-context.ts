import type { Reading } from '../../models/fields.js';

/**
 * Readings of the grammar, replaced where the surroundings (a table's head, another date's year) give a better reading of
 * the same stretch. A citation keeps the dates inside it.
 */
export function withContext(readings: readonly Reading[], told: readonly Reading[]): Reading[] {
  if (told.length === 0) return [...readings];
  const additions = [...told].sort((a, b) => a.start - b.start);
  const kept: Reading[] = [];
  let i = 0;
  for (const reading of readings) {
    while (i < additions.length && additions[i]!.end <= reading.start) i += 1;
    let covered = false;
    for (let j = i; j < additions.length && additions[j]!.start < reading.end; j += 1) {
      if (!(reading.field === 'citation' && additions[j]!.field === 'date')) covered = true;
    }
    if (!covered) kept.push(reading);
  }
  return [...kept, ...additions].sort((a, b) => a.start - b.start || b.end - a.end);
}
