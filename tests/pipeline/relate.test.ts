import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../models/document.js';
import type { EntityKind, FileRecords } from '../../models/records.js';
import { type Database, openDatabase } from '../../pipeline/store/database.js';
import { relate } from '../../pipeline/store/relate.js';
import { toRows } from '../../pipeline/store/rows.js';
import { Writer } from '../../pipeline/store/write.js';
import { fileOf, NOW } from '../checks/base.js';
import { dump } from '../support/dump.js';

interface Body {
  readonly name: string;
  readonly kind?: EntityKind;
  readonly siren?: string;
  readonly rna?: string;
  readonly aliases?: string[];
}

interface Paper {
  readonly file: string;
  readonly kind?: DocumentKind;
  readonly issuer?: string;
  readonly reference?: string;
  readonly date?: string;
  readonly parties?: readonly Body[];
  readonly beneficiary?: string;
  /** A page's text with the citation between bars. */
  readonly cites?: string;
}

function recordsOf({ file, kind, issuer, reference, date, parties = [], beneficiary, cites }: Paper): FileRecords {
  const [before = '', cited = '', after = ''] = (cites ?? 'Page').split('|');
  const heading = { ...(issuer && { issuer }), ...(reference && { reference }), ...(date && { date }) };
  const records = fileOf(file, before + cited + after, {
    ...(kind && { kind }),
    heading,
    records: (at) => {
      const stated = at((before + cited).slice(0, 1));
      return {
        parties: parties.map((body) => ({ ...stated, role: 'beneficiary', kind: 'association', ...body })),
        identifiers: parties.flatMap(({ siren }) =>
          siren ? [{ ...stated, kind: 'siren' as const, value: siren, valid: true }] : [],
        ),
        amounts: beneficiary
          ? [
              {
                ...stated,
                value: '1',
                currency: 'EUR',
                approximation: 'exact',
                nature: 'grant',
                beneficiary,
                inTable: false,
              },
            ]
          : [],
        citations: cited ? [{ ...at(cited), kind: 'deliberation', ...what(cited) }] : [],
      };
    },
  });
  // A content has its bytes for good; it is what is read in it that may differ from one reading to the next.
  return { ...records, file: { ...records.file, bytes: 1 } };
}

/** A day, or a number. */
const what = (cited: string) => {
  const day = /\d{4}-\d\d-\d\d$/.exec(cited);
  return day ? { date: day[0] } : { number: /\d.*$/.exec(cited)![0] };
};

const load = (db: Database, ...papers: readonly Paper[]): void =>
  new Writer(db).load(
    papers.map((paper) => ({ rows: toRows(recordsOf(paper)), places: [], readWith: 'tests', at: NOW })),
  );
const forget = (db: Database, file: string): void => new Writer(db).forgetFile(recordsOf({ file }).file.id);

function related(papers: readonly Paper[]): Database {
  const db = openDatabase(':memory:');
  for (const paper of papers) {
    load(db, paper);
    relate(db);
  }
  return db;
}

/** What was not checked yet says how the database came to be. */
const settled = (db: Database): string[] => dump(db).filter((row) => !row.startsWith('unchecked'));

const PAPERS: readonly Paper[] = [
  {
    file: 'voted',
    issuer: 'Ville de Valbrune',
    reference: '2022/39',
    date: '2022-04-06',
    parties: [
      { name: 'Mission Emploi Haut-Clain', aliases: ['MEHC'] },
      { name: 'CCAS', kind: 'public_body' },
    ],
  },
  {
    file: 'annex',
    issuer: 'Commune de Valbrune',
    kind: 'convention',
    cites: 'CM du 06.04.2022 – Annexe à la |délibération n°2022.39|',
    beneficiary: 'MEHC',
  },
  {
    file: 'elsewhere',
    issuer: 'Ville de Bruneval',
    reference: '2022/39',
    cites: 'Vu la délibération n° |22-39| du',
    parties: [{ name: 'CCAS', kind: 'public_body' }],
  },
  {
    file: 'later',
    issuer: 'Ville de Valbrune',
    cites: 'Vu la délibération n° |22-039| du',
    beneficiary: 'Mission emploi Haut Clain',
  },
];

describe('what documents are to one another', () => {
  const db = related(PAPERS);
  const of = (file: string, columns: string, table: string): unknown =>
    db
      .prepare(
        `select ${columns} from ${table} join documents d on d.id = document_id join files f on f.id = file_id where f.name = ?`,
      )
      .get(file);
  const act = (file: string): string => `${recordsOf({ file }).file.id}-1`;

  it('one body has one entity over documents', () => {
    const { entity } = of('annex', 'beneficiary_id as entity', 'amounts') as { entity: string };
    expect(of('later', 'beneficiary_id as entity', 'amounts')).toEqual({ entity });
    expect(of('voted', 'entity_id as entity', 'parties')).toEqual({ entity });
    expect(db.prepare('select name from entity_names where entity_id = ? order by name').pluck().all(entity)).toEqual([
      'MEHC',
      'Mission Emploi Haut-Clain',
      'Mission emploi Haut Clain',
    ]);
  });
  it('each town has its own CCAS', () => {
    const owners = db.prepare("select count(distinct entity_id) from parties where name = 'CCAS'").pluck().get();
    expect(owners).toBe(2);
  });
  it('a citation finds the act of the same body, however its number is written', () => {
    expect(of('later', 'target_document_id as act', 'citations')).toEqual({ act: act('voted') });
    expect(of('elsewhere', 'target_document_id as act', 'citations')).toEqual({ act: null });
  });
  it('an annex in a file of its own finds its act', () => {
    expect(db.prepare('select parent_id, parent_relation from documents where id = ?').get(act('annex'))).toEqual({
      parent_id: act('voted'),
      parent_relation: 'annexed_to',
    });
  });
  it('what goes leaves no ghost', () => {
    const smaller = related(PAPERS);
    forget(smaller, 'voted');
    relate(smaller);
    expect(settled(smaller)).toEqual(settled(related(PAPERS.slice(1))));
  });
});

const names = ['Les Amis du Grandmoulin', 'LES AMIS DU GRANDMOULIN', 'Les Amis du Grandmoulln', 'LMV', 'CCAS'];
const body = fc.record<Body>(
  {
    name: fc.constantFrom(...names, 'Ligue Musicale de Valbrune', 'Ligue Musicals de Valbrune', 'Judo Club Valbrune'),
    kind: fc.constantFrom('association', 'association', 'public_body', 'person'),
    siren: fc.constantFrom('378877708', '493060388'),
    rna: fc.constantFrom('W751234567', 'W751234568'),
    aliases: fc.subarray(['LMV', 'Les Amis', 'Judo Club Valbrune']),
  },
  { requiredKeys: ['name'] },
);
const paper = fc.record<Paper>(
  {
    file: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    issuer: fc.constantFrom('Ville de Valbrune', 'Commune de Valbrune', 'Ville de Bruneval'),
    reference: fc.constantFrom('2022/39', '22-39', '2022/40'),
    kind: fc.constantFrom('deliberation', 'convention'),
    parties: fc.array(body, { maxLength: 3 }),
    beneficiary: fc.constantFrom(...names),
    date: fc.constantFrom('2022-04-06', '2022-05-04'),
    cites: fc.constantFrom(
      'Annexe à la |délibération n° 2022-39|',
      'Annexe à la |délibération du 2022-04-06|',
      'Vu la délibération n° |22-40| du',
      'Vu la délibération du |2022-05-04|',
    ),
  },
  { requiredKeys: ['file'] },
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ load: paper }) },
  { weight: 1, arbitrary: fc.record({ forget: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }) },
  { weight: 2, arbitrary: fc.constant('relate' as const) },
);

it('whatever came, went and came again, in any order and at any time: the rows are those of one whole run', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 16 }), (history) => {
      const db = openDatabase(':memory:');
      const left = new Map<string, Paper>();
      for (const done of history) {
        if (done === 'relate') relate(db);
        else if ('load' in done) {
          load(db, done.load);
          left.set(done.load.file, done.load);
        } else {
          forget(db, done.forget);
          left.delete(done.forget);
        }
      }
      relate(db);
      const whole = openDatabase(':memory:');
      load(whole, ...[...left.values()].sort((a, b) => (a.file < b.file ? -1 : 1)));
      relate(whole);
      expect(settled(db)).toEqual(settled(whole));
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
      whole.close();
    }),
    { numRuns: 25 },
  );
});
