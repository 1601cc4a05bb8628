import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../models/records.js';
import { CHECKS } from '../../pipeline/checks/catalogue.js';
import { runChecks } from '../../pipeline/checks/index.js';
import { emptyDatabase, fileOf, findingsIn, load, NOW } from './base.js';

/** A report's page, with the indicators of some of its figures. */
const report = (text: string) =>
  fileOf('a', text, {
    kind: 'activity_report',
    records: (at) => {
      const counted = (raw: string, unit: string, label: string): Indicator => ({
        ...at(raw),
        value: raw,
        unit,
        label,
        qualifier: 'actual',
        approximation: 'exact',
        inTable: false,
      });
      return {
        indicators: [
          ...(text.includes('en moyenne') ? [counted('5', 'entretiens', 'entretiens en moyenne')] : []),
          counted('410', 'entretiens individuels', 'entretiens individuels'),
          counted('82', 'jeunes', 'jeunes suivis'),
        ],
      };
    },
  });

describe('average', () => {
  const TEXT = 'Chaque jeune a 5 entretiens en moyenne. 410 entretiens individuels, 82 jeunes suivis';
  it('holds where the two totals make it', () => expect(findingsIn(report(TEXT))).toEqual([]));
  it('finds one that they do not make', () => {
    const file = report(TEXT);
    const doubled = file.documents.map((one) => ({
      ...one,
      indicators: one.indicators.map((i) => (i.value === '82' ? { ...i, value: '205' } : i)),
    }));
    expect(findingsIn({ ...file, documents: doubled }).map(({ check_id, message }) => [check_id, message])).toEqual([
      [
        'average',
        'Le document annonce 5 entretiens en moyenne par personne (p. 1), mais 410 entretiens individuels pour 205 jeunes suivis (p. 1) en font 2.',
      ],
    ]);
  });
  it('is skipped where no average is said', () => {
    const db = emptyDatabase();
    load(db, report(TEXT.replace('5 entretiens en moyenne', 'un suivi')));
    const check = CHECKS.filter(({ id }) => id === 'average');
    expect(runChecks(db, undefined, NOW, check)).toMatchObject({ skipped: 1 });
  });
});
