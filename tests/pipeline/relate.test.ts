import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../pipeline/store/database.js';
import { relate } from '../../pipeline/store/relate.js';
import { dump } from '../support/dump.js';

interface Paper {
  readonly file: string;
  readonly kind?: string;
  readonly issuer?: string;
  readonly reference?: string;
  readonly date?: string;
  readonly parties?: readonly { name: string; kind?: string; aliases?: string[]; siren?: string }[];
  readonly beneficiary?: string;
  /** A page's text with the citation between bars. */
  readonly cites?: string;
}

function write(db: Database, paper: Paper): void {
  const { file, kind = 'deliberation' } = paper;
  const document = `${file}-1`;
  db.prepare(
    "insert into files (id, sha256, name, uri, bytes, pages, status, first_seen_at, read_with) values (?, ?, ?, ?, 1, 1, 'loaded', '', '')",
  ).run(file, file, file, file);
  db.prepare('insert into unchecked values (?)').run(file);
  const [before = '', number = '', after = ''] = (paper.cites ?? '').split('|');
  db.prepare("insert into pages values (?, 1, 1, 1, 0, 'text-layer', 1, null, ?, ?)").run(
    file,
    before + number + after,
    Number.parseInt(file, 36),
  );
  db.prepare(
    `insert into documents (id, file_id, ordinal, kind, kind_confidence, first_page, first_offset, last_page, last_offset, reference, issuer, date, read_by, reasons)
     values (?, ?, 1, ?, 1, 1, 0, 1, 1, ?, ?, ?, 'text-layer', '[]')`,
  ).run(document, file, kind, paper.reference ?? null, paper.issuer ?? null, paper.date ?? null);
  const evidence = (id: string, start: number): string => {
    db.prepare("insert into evidence values (?, ?, 1, ?, ?, '', '[]', 1, '')").run(id, document, start, start + 1);
    return id;
  };
  db.prepare("insert into entities (id, kind, name) values ('-', 'person', '-') on conflict do nothing").run();
  for (const [i, party] of (paper.parties ?? []).entries()) {
    db.prepare(
      "insert into parties (id, document_id, evidence_id, entity_id, name, role, kind, siren, aliases) values (?, ?, ?, '-', ?, 'beneficiary', ?, ?, ?)",
    ).run(
      `${file}p${i}`,
      document,
      evidence(`${file}ep${i}`, 0),
      party.name,
      party.kind ?? 'association',
      party.siren ?? null,
      JSON.stringify(party.aliases ?? []),
    );
  }
  if (paper.beneficiary)
    db.prepare(
      "insert into amounts (id, document_id, evidence_id, raw, value, cents, currency, approximation, nature, beneficiary, in_table) values (?, ?, ?, '', '1', 100, 'EUR', 'exact', 'grant', ?, 0)",
    ).run(`${file}a`, document, evidence(`${file}ea`, 0), paper.beneficiary);
  if (paper.cites)
    db.prepare(
      "insert into citations (id, document_id, evidence_id, raw, kind, number) values (?, ?, ?, '', 'deliberation', ?)",
    ).run(`${file}c`, document, evidence(`${file}ec`, before.length), /\d.*$/.exec(number)![0]);
}

function related(papers: readonly Paper[]): Database {
  const db = openDatabase(':memory:');
  db.pragma('foreign_keys = on');
  for (const paper of papers) {
    db.transaction(() => write(db, paper))();
    relate(db);
  }
  return db;
}

const PAPERS: readonly Paper[] = [
  {
    file: 'a1',
    issuer: 'Ville de Valbrune',
    reference: '2022/39',
    date: '2022-04-06',
    parties: [
      { name: 'Mission Emploi Haut-Clain', aliases: ['MEHC'] },
      { name: 'CCAS', kind: 'public_body' },
    ],
  },
  {
    file: 'b2',
    issuer: 'Commune de Valbrune',
    kind: 'convention',
    cites: 'CM du 06.04.2022 – Annexe à la |délibération n°2022.39|',
    beneficiary: 'MEHC',
  },
  {
    file: 'c3',
    issuer: 'Ville de Bruneval',
    reference: '2022/39',
    cites: 'Vu la délibération n° |22-39| du',
    parties: [{ name: 'CCAS', kind: 'public_body' }],
  },
  {
    file: 'd4',
    issuer: 'Ville de Valbrune',
    cites: 'Vu la délibération n° |22-039| du',
    beneficiary: 'Mission emploi Haut Clain',
  },
];

const one = (db: Database, sql: string): unknown => db.prepare(sql).pluck().get();

describe('what documents are to one another', () => {
  const db = related(PAPERS);

  it('one body has one entity over documents', () => {
    expect(one(db, 'select count(distinct beneficiary_id) from amounts')).toBe(1);
    expect(one(db, "select beneficiary_id from amounts where id = 'b2a'")).toBe(
      one(db, "select entity_id from parties where name = 'Mission Emploi Haut-Clain'"),
    );
    expect(
      db
        .prepare(
          "select name from entity_names n where entity_id = (select beneficiary_id from amounts where id = 'b2a') order by name",
        )
        .pluck()
        .all(),
    ).toEqual(['MEHC', 'Mission Emploi Haut-Clain', 'Mission emploi Haut Clain']);
  });
  it('each town has its own CCAS', () => {
    expect(one(db, "select count(distinct entity_id) from parties where name = 'CCAS'")).toBe(2);
  });
  it('a citation finds the act of the same body, however its number is written', () => {
    expect(one(db, "select target_document_id from citations where id = 'd4c'")).toBe('a1-1');
    expect(one(db, "select target_document_id from citations where id = 'c3c'")).toBeNull();
  });
  it('an annex in a file of its own finds its act', () => {
    expect(db.prepare("select parent_id, parent_relation from documents where id = 'b2-1'").get()).toEqual({
      parent_id: 'a1-1',
      parent_relation: 'annexed_to',
    });
  });

  it.each([[[3, 2, 1, 0]], [[1, 0, 3, 2]], [[2, 3, 0, 1]]])('the order of arrival %j does not show', (order) => {
    expect(dump(related(order.map((i) => PAPERS[i]!)))).toEqual(dump(db));
  });

  it('what goes leaves no ghost', () => {
    const smaller = related(PAPERS);
    smaller.prepare("delete from documents where file_id = 'a1'").run();
    smaller.prepare("delete from pages where file_id = 'a1'").run();
    smaller.prepare("delete from files where id = 'a1'").run();
    relate(smaller);
    smaller.prepare("delete from unchecked where file_id = 'a1'").run();
    const never = related(PAPERS.slice(1));
    expect(dump(smaller)).toEqual(dump(never));
  });
});
