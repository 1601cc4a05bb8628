import { describe, expect, it } from 'vitest';
import { checkChanged } from '../../pipeline/checks/changed.js';
import type { Hints } from '../../pipeline/sources/source.js';
import { toRows } from '../../pipeline/store/rows.js';
import { Writer } from '../../pipeline/store/write.js';
import { allFindings, emptyDatabase, fileOf, LATER, NOW } from './base.js';

const URI = 'https://ville.example/2024-031.pdf';

const act = fileOf('2024-031.pdf', 'Délibération n° 2024-031\nSéance du 11 avril 2024\nPour : 14, contre : 1', {
  heading: { reference: '2024-031', date: '2024-04-11' },
  records: (at) => ({
    dates: [{ ...at('11 avril 2024'), value: '2024-04-11', precision: 'day', role: 'session', certainty: 'stated' }],
    votes: [{ ...at('Pour : 14, contre : 1'), outcome: 'adopted', votesFor: 14, votesAgainst: 1 }],
  }),
});

/** What is found when a catalogue says this of the act. */
function foundFor(...announced: readonly Hints[]): string[] {
  const db = emptyDatabase();
  const writer = new Writer(db);
  for (const [i, hints] of announced.entries()) {
    writer.announce(URI, hints);
    if (i === 0)
      writer.load([{ rows: toRows(act), places: [{ uri: URI, bytes: 1, modifiedMs: 1 }], readWith: 'tests', at: NOW }]);
    checkChanged(db, i === 0 ? NOW : LATER);
  }
  return allFindings(db)
    .filter(({ check_id }) => check_id === 'announcement-differs')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('what a catalogue announces', () => {
  it('and what the act says may agree, however the number is written', () => {
    for (const reference of ['2024-031', '2024/031', 'DEL-2024-031', 'n° 2024.031']) {
      expect(
        foundFor({ reference, date: '2024-04-11', votesFor: 14, votesAgainst: 1, abstentions: 2 }),
        reference,
      ).toEqual([]);
    }
    expect(foundFor({ title: 'Subventions' })).toEqual([]);
  });

  it('may be another day, another vote, another act', () => {
    expect(foundFor({ date: '2024-03-14' })).toEqual([
      'warning: Le catalogue date l’acte du 14 mars 2024, mais l’acte est daté du 11 avril 2024 (p. 1).',
    ]);
    expect(foundFor({ reference: '2024-031', votesFor: 15, votesAgainst: 0 })).toEqual([
      'warning: Le catalogue donne 15 voix pour et 0 voix contre, mais l’acte dit 14 voix pour et 1 voix contre (p. 1).',
    ]);
    expect(foundFor({ reference: '2024-032' })).toEqual([
      'note: Le catalogue annonce l’acte n° 2024-032, mais le fichier contient le n° 2024-031 (p. 1).',
    ]);
  });

  it('is checked anew when the catalogue changes, though the act does not', () => {
    expect(foundFor({ date: '2024-04-11' }, { date: '2024-03-14' })).toHaveLength(1);
    expect(foundFor({ date: '2024-03-14' }, { date: '2024-04-11' })).toEqual([]);
  });
});
