import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { CANNED_QUERIES } from '../../pipeline/exports/canned-queries.js';
import { BankMask, EXPORTERS, type ExportOptions } from '../../pipeline/exports/index.js';
import type { Database } from '../../pipeline/store/database.js';
import { ACCOUNT, CLUB_SIRET, SPACED_IBAN, smallDatabase, TOWN_SIRET } from './small.js';
import { faults, readCsv, type Schema } from './table-schema.js';

let db: Database;
beforeAll(() => {
  db = smallDatabase();
});

function exported(format: string, options: Partial<ExportOptions> = {}): string {
  const to = mkdtempSync(join(tmpdir(), `greffe-${format}-`));
  EXPORTERS.find((one) => one.format === format)!.write(db, { to, mask: new BankMask(db), ...options });
  return to;
}

const records = (path: string): Record<string, string>[] => {
  const [header = [], ...rows] = readCsv(path);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
};
const schema = (name: string): Schema =>
  JSON.parse(readFileSync(`fixtures/scdl/${name}.schema.json`, 'utf8')) as Schema;

describe('scdl', () => {
  it('writes deliberations that pass the schema, and puts aside those that cannot', () => {
    const folder = exported('scdl');
    expect(faults(join(folder, 'deliberations.csv'), schema('deliberations'))).toEqual([]);
    expect(records(join(folder, 'deliberations.csv'))).toEqual([
      {
        COLL_NOM: 'Commune de Saint-Aubin',
        COLL_SIRET: TOWN_SIRET,
        DELIB_ID: '2024-031',
        DELIB_DATE: '2024-04-11',
        DELIB_MATIERE_CODE: '7.5',
        DELIB_MATIERE_NOM: 'finances locales/subventions',
        DELIB_OBJET: 'Subventions aux associations',
        BUDGET_ANNEE: '',
        BUDGET_NOM: '',
        PREF_ID: '',
        PREF_DATE: '2024-04-15',
        VOTE_EFFECTIF: '19',
        VOTE_REEL: '17',
        VOTE_POUR: '14',
        VOTE_CONTRE: '1',
        VOTE_ABSTENTION: '2',
        DELIB_URL: '',
      },
    ]);
    const [aside] = records(join(folder, 'deliberations-incompletes.csv'));
    expect(aside).toMatchObject({ COLL_NOM: 'Commune de Brécourt', DELIB_ID: '2023-07' });
    expect(aside!.RAISONS).toContain('COLL_SIRET manque');
    expect(aside!.RAISONS).toContain('DELIB_MATIERE_CODE manque');
  });

  it('writes a grant once, with the date of its convention, and asks for what is missing', () => {
    const folder = exported('scdl');
    expect(faults(join(folder, 'subventions.csv'), schema('subventions'))).toEqual([]);
    const rows = records(join(folder, 'subventions.csv'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      nomAttribuant: 'Commune de Saint-Aubin',
      idAttribuant: TOWN_SIRET,
      dateConvention: '2024-04-22',
      referenceDecision: '2024-031',
      nomBeneficiaire: 'Club nautique',
      idBeneficiaire: CLUB_SIRET,
      montant: '26000.00',
      conditionsVersement: 'échelonné',
      datesPeriodeVersement: '2024-01-01/2024-12-31',
    });
    const aside = records(join(folder, 'subventions-incompletes.csv'));
    expect(aside.map(({ nomBeneficiaire }) => nomBeneficiaire).sort()).toEqual(['Chorale', 'Club nautique', 'Fanfare']);
    for (const { RAISONS } of aside) expect(RAISONS).toMatch(/manque/);
  });

  it('takes the SIRET that the documents do not print from the command, by name where there are several', () => {
    const aside = (options: Partial<ExportOptions>): (string | undefined)[] =>
      records(join(exported('scdl', options), 'deliberations-incompletes.csv')).map(({ COLL_SIRET }) => COLL_SIRET);
    expect(aside({ sirets: [{ siret: TOWN_SIRET }] })).toEqual([TOWN_SIRET]);
    expect(aside({ sirets: [{ body: 'COMMUNE DE BRECOURT', siret: TOWN_SIRET }] })).toEqual([TOWN_SIRET]);
    expect(aside({ sirets: [{ body: 'Commune d’ailleurs', siret: TOWN_SIRET }] })).toEqual(['']);
    const two = smallDatabase();
    two.prepare("update parties set siret = null where name = 'Commune de Saint-Aubin'").run();
    two.prepare('update entities set siret = null').run();
    const scdl = EXPORTERS.find(({ format }) => format === 'scdl')!;
    const to = mkdtempSync(join(tmpdir(), 'greffe-two-'));
    expect(() => scdl.write(two, { to, mask: undefined, sirets: [{ siret: TOWN_SIRET }] })).toThrow(
      /Several bodies print no SIRET/,
    );
  });

  it('has a validator that finds faults', () => {
    const folder = exported('scdl');
    const asDeliberations = schema('deliberations');
    expect(faults(join(folder, 'subventions.csv'), asDeliberations)[0]).toContain('the columns are');
    const strict = {
      ...asDeliberations,
      fields: asDeliberations.fields.map((field) => ({ ...field, constraints: { required: true } })),
    };
    expect(faults(join(folder, 'deliberations.csv'), strict).join()).toContain('PREF_ID is empty');
  });

  it('names every matter as the schema wants it', () => {
    const names = db.prepare('select code, name from matters').all() as { code: string; name: string }[];
    expect(names).toHaveLength(57);
    for (const { code, name } of names) {
      expect(code).toMatch(/^\d\.\d{1,2}$/);
      expect(name.split('/'), name).toHaveLength(2);
      expect(name).not.toMatch(/[,()]|\/ /);
    }
  });
});

describe('csv and ndjson', () => {
  it('hold every row of every table, in one order', () => {
    const folder = exported('csv');
    const lines = exported('ndjson');
    for (const name of readdirSync(folder)) {
      const table = name.replace('.csv', '');
      const { n } = db.prepare(`select count(*) as n from ${table}`).get() as { n: number };
      expect(records(join(folder, name)), name).toHaveLength(n);
      const objects = readFileSync(join(lines, `${table}.ndjson`), 'utf8')
        .split('\n')
        .filter(Boolean);
      expect(objects.map((line) => Object.keys(JSON.parse(line))).length).toBe(n);
    }
    expect(readdirSync(folder)).toContain('grants.csv');
    expect(readdirSync(folder)).not.toContain('check_units.csv');
    const again = exported('csv');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(folder, name), 'utf8'));
    }
  });
});

describe('datapackage', () => {
  it('describes files that are as it says', () => {
    const folder = exported('datapackage');
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      resources: {
        name: string;
        path: string;
        bytes: number;
        schema: Schema & { foreignKeys?: { reference: { resource?: string } }[] };
      }[];
    };
    const names = resources.map(({ name }) => name);
    expect(names).toContain('amounts');
    for (const { name, path, bytes, schema: described } of resources) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      expect(readFileSync(join(folder, path))).toHaveLength(bytes);
      expect(faults(join(folder, path), described), path).toEqual([]);
      for (const { reference } of described.foreignKeys ?? []) {
        if (reference.resource) expect(names).toContain(reference.resource);
      }
    }
    const kind = resources.find(({ name }) => name === 'documents')!.schema.fields.find(({ name }) => name === 'kind')!;
    expect(kind.constraints!.enum).toContain('activity_report');
  });
});

/** Every way in which the account may be written. */
const SECRETS = [ACCOUNT.iban, SPACED_IBAN, ACCOUNT.rib, ACCOUNT.account];

const everything = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

describe('bank details', () => {
  it.each(EXPORTERS.map(({ format }) => format))('are masked in %s', (format) => {
    const text = everything(exported(format));
    for (const secret of SECRETS) expect(text.includes(secret), secret).toBe(false);
    // The index of words keeps tokens apart from their sentence: the account's number must be gone from it too.
    expect(text).not.toContain(ACCOUNT.account.slice(3));
  });

  it('are shown on request', () => {
    expect(everything(exported('csv', { mask: undefined }))).toContain(ACCOUNT.iban);
    expect(everything(exported('sqlite', { mask: undefined }))).toContain(SPACED_IBAN);
  });

  it('leave offsets true, and the last three characters', () => {
    const copy = new Sqlite(join(exported('sqlite'), 'greffe.sqlite'), { readonly: true });
    const rows = copy
      .prepare(
        `select i.kind, i.value, e.text, substr(p.text, e.start + 1, e.end - e.start) as printed from identifiers i
         join evidence e on e.id = i.evidence_id join documents d on d.id = i.document_id
         join pages p on p.file_id = d.file_id and p.number = e.page where i.kind in ('iban', 'rib')`,
      )
      .all() as { value: string; text: string; printed: string }[];
    expect(rows).toHaveLength(2);
    for (const { value, text, printed } of rows) {
      expect(value).toMatch(/^•+.{3}$/);
      expect(value.slice(-3)).toBe(ACCOUNT.rib.slice(-3));
      expect(printed).toBe(text);
    }
    const { n } = copy.prepare("select count(*) as n from pages_fts where pages_fts match 'rappeler'").get() as {
      n: number;
    };
    expect(n).toBe(1);
    copy.close();
  });
});

describe('sqlite', () => {
  it('is one sound file that greffe recognises, analysed, without a log', () => {
    const folder = exported('sqlite');
    expect(readdirSync(folder)).toEqual(['greffe.sqlite']);
    const copy = new Sqlite(join(folder, 'greffe.sqlite'), { readonly: true });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('foreign_key_check')).toEqual([]);
    for (const pragma of ['application_id', 'user_version']) {
      expect(copy.pragma(pragma, { simple: true })).toBe(db.pragma(pragma, { simple: true }));
    }
    expect(copy.prepare('select count(*) as n from sqlite_stat1').get()).not.toEqual({ n: 0 });
    expect(copy.prepare('select * from amounts order by id').all()).toEqual(
      db.prepare('select * from amounts order by id').all(),
    );
    copy.close();
  });
});

describe('datasette', () => {
  let copy: Database;
  let folder: string;
  beforeAll(() => {
    folder = exported('datasette');
    copy = new Sqlite(join(folder, 'greffe.sqlite'), { readonly: true });
  });
  const ask = (id: string, params: Record<string, string> = {}): Record<string, unknown>[] => {
    const { sql, params: names } = CANNED_QUERIES.find((one) => one.id === id)!;
    return copy.prepare(sql).all({ ...Object.fromEntries(names.map((name) => [name, ''])), ...params }) as Record<
      string,
      unknown
    >[];
  };

  it('says who received what, each grant once', () => {
    const rows = ask('qui-a-recu-quoi');
    expect(rows.map((row) => [row.année, row.attribuant, row.bénéficiaire, row.montant])).toEqual([
      [2024, 'Commune de Saint-Aubin', 'Club nautique', 26_000],
      [2024, 'Commune de Saint-Aubin', 'Chorale', 1500],
      [2023, 'Commune de Brécourt', 'Club nautique', 24_000],
      [2023, 'Commune de Brécourt', 'Fanfare', 500],
    ]);
    expect(rows[0]).toMatchObject({
      délibération: '2024-031',
      fichier: 'deliberation.pdf',
      page: 1,
      citation: '26 000 €',
    });
    expect(ask('qui-a-recu-quoi', { beneficiaire: 'nautique', annee: '2023' })).toHaveLength(1);
  });

  it('says which are the largest grants of each year', () => {
    expect(ask('plus-grosses-subventions').map((row) => [row.année, row.montant])).toEqual([
      [2024, 26_000],
      [2024, 1500],
      [2023, 24_000],
      [2023, 500],
    ]);
  });

  it('finds grants over 23 000 € without a convention', () => {
    expect(ask('subventions-sans-convention').map((row) => [row.attribuant, row.bénéficiaire, row.total])).toEqual([
      ['Commune de Brécourt', 'Club nautique', 24_000],
    ]);
  });

  it('finds figures that disagree, and what the checks noticed', () => {
    expect(ask('chiffres-discordants')).toMatchObject([
      { attendu: '24500', écrit: '24600', écart: '100', fichier: 'autre.pdf', page: 1 },
    ]);
    const noticed = ask('constats');
    expect(noticed.length).toBeGreaterThan(0);
    expect(noticed[0]).toMatchObject({ gravité: 'erreur' });
    expect(String(noticed[0]!.constat)).not.toBe('');
  });

  it('finds votes against', () => {
    expect(ask('votes-contre')).toMatchObject([
      { assemblée: 'Commune de Saint-Aubin', issue: 'adoptée', pour: 14, contre: 1 },
    ]);
  });

  it('follows a beneficiary across councils', () => {
    expect(
      ask('un-beneficiaire-partout').map((row) => [row.bénéficiaire, row.attribuant, row.total_du_bénéficiaire]),
    ).toEqual([
      ['Club nautique', 'Commune de Saint-Aubin', 50_000],
      ['Club nautique', 'Commune de Brécourt', 50_000],
    ]);
    expect(ask('un-beneficiaire-partout', { beneficiaire: 'fanfare' })).toEqual([]);
  });

  it('searches the text, whatever a reader types', () => {
    expect(ask('recherche', { texte: 'PREFECTURE' })).toMatchObject([{ fichier: 'deliberation.pdf', page: 1 }]);
    expect(ask('recherche', { texte: `l'association "x` })).toEqual([]);
    expect(ask('recherche')).toEqual([]);
  });

  it('describes in French tables and columns that exist, and tests every question', () => {
    type Words = {
      tables: Record<
        string,
        { description?: string; columns?: Record<string, string>; facets?: string[]; sort_desc?: string }
      >;
      queries: Record<string, { title: string; sql: string }>;
    };
    const read = (name: string): Words =>
      (parseYaml(readFileSync(join(folder, name), 'utf8')) as { databases: { greffe: Words } }).databases.greffe;
    const metadata = read('metadata.yaml');
    for (const [table, { columns = {}, facets = [], sort_desc }] of Object.entries(metadata.tables)) {
      const real = copy.prepare('select name from pragma_table_xinfo(?)').pluck().all(table);
      expect(real, table).not.toEqual([]);
      for (const column of [...Object.keys(columns), ...facets, ...(sort_desc ? [sort_desc] : [])])
        expect(real, table).toContain(column);
    }
    expect(Object.keys(metadata.queries)).toEqual(CANNED_QUERIES.map(({ id }) => id));
    expect(read('datasette.yaml').queries).toEqual(metadata.queries);
    for (const { sql, params } of CANNED_QUERIES) {
      expect([...new Set([...sql.matchAll(/:([a-z]+)/g)].map(([, name]) => name))]).toEqual([...params]);
    }
  });
});
