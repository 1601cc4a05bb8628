import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Database } from '../store/database.js';
import { CANNED_QUERIES } from './canned-queries.js';
import type { ExportedFile, Exporter, ExportOptions } from './export.js';
import { writeChunks } from './files.js';
import { copyDatabase } from './sqlite.js';

interface TablePage {
  readonly description: string;
  readonly facets?: readonly string[];
  readonly sort?: string;
  readonly sortDown?: string;
  readonly label?: string;
}

/** What a French reader is told of each table, and how Datasette lays it out. */
const TABLES: Readonly<Record<string, TablePage>> = {
  files: { description: 'Les fichiers PDF lus, un par contenu distinct.', facets: ['status'], label: 'name' },
  documents: {
    description:
      'Les actes contenus dans les fichiers : délibérations, conventions, procès-verbaux, rapports, budgets.',
    facets: ['kind', 'year', 'issuer', 'read_by'],
    sortDown: 'date',
    label: 'title',
  },
  pages: {
    description: 'Le texte de chaque page, dans l’ordre de lecture. La recherche porte sur ce texte.',
    facets: ['read_by'],
  },
  evidence: {
    description: 'L’endroit de chaque donnée : page, position, rectangle et citation exacte.',
    facets: ['extractor'],
    label: 'text',
  },
  entities: {
    description: 'Qui est qui, tous documents confondus : collectivités, associations, personnes.',
    facets: ['kind'],
    label: 'name',
  },
  entity_names: { description: 'Toutes les façons d’écrire le nom d’une entité.' },
  grants: {
    description: 'Les subventions, une fois par acte : qui donne quoi à qui, pour quelle année.',
    facets: ['year', 'payer'],
    sortDown: 'cents',
  },
  grant_totals: {
    description:
      'Les subventions additionnées par bénéficiaire, attribuant et année ; agreed : une convention a été trouvée ; payers : combien de collectivités versent à ce bénéficiaire.',
    facets: ['year', 'payer'],
    sortDown: 'cents',
  },
  amounts: {
    description: 'Toutes les sommes d’argent écrites dans les actes, chaque fois qu’elles le sont, au centime près.',
    facets: ['nature', 'fiscal_year', 'payer', 'currency'],
    sortDown: 'cents',
  },
  dates: { description: 'Toutes les dates et périodes, aussi précises que le texte.', facets: ['role', 'precision'] },
  parties: { description: 'Les organismes et personnes qui agissent dans un acte.', facets: ['role', 'kind'] },
  citations: { description: 'Les actes cités : délibérations, lois, décrets, conventions.', facets: ['kind'] },
  sessions: { description: 'Les séances : assemblée, date, présidence, effectifs.', sortDown: 'date' },
  votes: { description: 'Les votes, un par décision.', facets: ['outcome', 'unanimous'] },
  attendances: { description: 'Présents, absents, excusés, pouvoirs.', facets: ['status'] },
  identifiers: {
    description:
      'Numéros et adresses : SIRET, SIREN, RNA, téléphones, courriels. Les coordonnées bancaires sont masquées.',
    facets: ['kind', 'valid'],
  },
  indicators: {
    description: 'Les chiffres d’activité : public, résultats, moyens, objectifs.',
    facets: ['unit', 'period', 'qualifier'],
  },
  table_cells: { description: 'Les tableaux tels qu’ils sont imprimés, case par case.' },
  relations: { description: 'Les calculs que les actes énoncent, refaits.', facets: ['kind', 'holds'] },
  relation_terms: { description: 'Les termes de ces calculs.' },
  findings: { description: 'Ce que les contrôles de cohérence ont remarqué.', facets: ['severity', 'check_id'] },
  finding_evidence: { description: 'Les passages que chaque constat compare.' },
  problems: {
    description: 'Ce qui n’a pas pu être lu : rien n’est écarté sans une ligne ici.',
    facets: ['stage', 'code'],
  },
  runs: { description: 'Chaque passage du programme.', sortDown: 'id' },
};

const HIDDEN = [
  'migrations',
  'check_units',
  'places',
  'matters',
  'unchecked',
  'announcements',
  'mentions',
  'names',
  'carriers',
  'name_keys',
  'unsettled',
  'act_keys',
  'citation_keys',
  'unlinked',
];

const COLUMNS: Readonly<Record<string, string>> = {
  document_id: 'l’acte',
  evidence_id: 'l’endroit où cela est écrit',
  file_id: 'le fichier',
  entity_id: 'l’entité',
  raw: 'tel qu’écrit',
  value: 'la valeur, exacte',
  cents: 'le montant en centimes',
  euros: 'le montant en euros',
  payer: 'qui verse',
  beneficiary: 'qui reçoit',
  purpose: 'pour quoi',
  fiscal_year: 'l’exercice',
  year: 'l’année',
  nature: 'la nature de la somme',
  kind: 'le genre',
  role: 'le rôle',
  reference: 'le numéro de l’acte',
  title: 'l’objet de l’acte',
  issuer: 'qui a pris l’acte',
  date: 'la date',
  page: 'la page',
  text: 'le texte, mot pour mot',
  legibility: 'la lisibilité, de 0 à 1',
  convention_id: 'la convention qui met en œuvre la délibération',
};

/** The database, described and with its questions, ready for `datasette <folder>`. */
export const datasetteExporter: Exporter = {
  format: 'datasette',
  title: 'a database with French descriptions and ready questions, for `datasette FOLDER`',
  write(db: Database, options: ExportOptions): ExportedFile[] {
    const columns = new Map<string, string[]>();
    const copy = copyDatabase(db, options, (settled) => {
      settle(settled);
      const names = settled.prepare('select name from pragma_table_xinfo(?)').pluck();
      for (const table of Object.keys(TABLES)) columns.set(table, names.all(table) as string[]);
    });
    const columnsOf = (table: string): string[] => columns.get(table) ?? [];
    const pages = Object.entries(TABLES);
    const layout = Object.fromEntries([
      ...pages.map(([name, { facets, sort, sortDown, label }]) => [
        name,
        {
          ...(facets ? { facets } : {}),
          ...(sort ? { sort } : {}),
          ...(sortDown ? { sort_desc: sortDown } : {}),
          ...(label ? { label_column: label } : {}),
          ...(name === 'pages' ? { fts_table: 'pages_fts', fts_pk: 'id' } : {}),
        },
      ]),
      ...HIDDEN.map((name) => [name, { hidden: true }]),
    ]) as Record<string, object>;
    const words = Object.fromEntries(
      pages.map(([name, { description }]) => [
        name,
        {
          description,
          columns: Object.fromEntries(
            columnsOf(name).flatMap((column) => (COLUMNS[column] ? [[column, COLUMNS[column]]] : [])),
          ),
        },
      ]),
    ) as Record<string, object>;
    const queries = Object.fromEntries(
      CANNED_QUERIES.map(({ id, title, description, sql, params }) => [
        id,
        { title, description, sql, ...(params.length > 0 ? { params } : {}) },
      ]),
    );
    const about = {
      title: 'Actes administratifs lus par greffe',
      description:
        'Chaque donnée renvoie à la page et aux mots où elle a été lue. Ce que les actes ne disent pas est laissé vide.',
    };
    const tables = Object.fromEntries(
      Object.keys({ ...words, ...layout }).map((name) => [name, { ...words[name], ...layout[name] }]),
    );
    const metadata = { ...about, databases: { greffe: { tables, queries } } };
    const config = { databases: { greffe: { tables: layout, queries } } };
    const write = (name: string, data: object): ExportedFile => ({
      path: writeChunks(join(options.to, name), [stringify(data, { lineWidth: 0 })]).path,
    });
    return [copy, write('metadata.yaml', metadata), write('datasette.yaml', config)];
  },
};

/**
 * A copy does not change: what is a view in the living database is a table here, with the sums and indexes that make
 * the questions quick on a hundred thousand acts.
 */
function settle(copy: Database): void {
  copy.exec(`
create table settled_grants as select * from grants order by year desc, cents desc, document_id, evidence_id;
create table settled_deliberations as select * from scdl_deliberations;
create table settled_subventions as select * from scdl_subventions;
drop view scdl_deliberations;
drop view scdl_subventions;
drop view deliberations_by_document;
drop view subventions_by_document;
drop view grants;
alter table settled_grants rename to grants;
alter table settled_deliberations rename to scdl_deliberations;
alter table settled_subventions rename to scdl_subventions;
create index grants_year on grants(year desc, cents desc);
create index grants_beneficiary on grants(beneficiary, payer, year);
create index grants_document on grants(document_id);
create index parties_name on parties(name);

create table grant_totals (
  payer text, beneficiary text, beneficiary_id text, year integer,
  cents integer not null, euros real not null, grants integer not null,
  agreed integer not null, payers integer not null default 0
);
insert into grant_totals
select g.payer, g.beneficiary, max(g.beneficiary_id), g.year, sum(g.cents), sum(g.cents) / 100.0, count(*),
  max(g.convention_id is not null or d.kind = 'convention'), 0
from grants g join documents d on d.id = g.document_id
group by g.beneficiary, g.payer, g.year;
update grant_totals set agreed = 1
where agreed = 0 and cents > 2300000 and exists (
  select 1 from parties p join documents c on c.id = p.document_id and c.kind = 'convention'
  where (p.entity_id = grant_totals.beneficiary_id or p.name = grant_totals.beneficiary)
  and coalesce(c.year, cast(substr(c.date, 1, 4) as integer)) = grant_totals.year
);
create index grant_totals_beneficiary on grant_totals(beneficiary, payer);
update grant_totals set payers = counted.payers
from (select beneficiary, count(distinct payer) as payers from grant_totals group by beneficiary having count(distinct payer) > 1) counted
where counted.beneficiary = grant_totals.beneficiary;
create index grant_totals_shared on grant_totals(payers desc, beneficiary) where payers > 1;
create index grant_totals_unagreed on grant_totals(cents desc) where agreed = 0;
`);
}
