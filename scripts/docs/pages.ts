import { CANNED_QUERIES } from '../../pipeline/exports/canned-queries.js';
import { EXPORTERS } from '../../pipeline/exports/index.js';
import { NightlyConfig, SourceConfig } from '../../pipeline/nightly/config.js';
import { FetchSettings } from '../../pipeline/sources/index.js';

/** How the database is handed on: formats, and the questions that come with the Datasette export. */
export function exportsPage(): string {
  const parts = [
    '# Exports',
    '',
    'Made from the code by `npm run docs`. `greffe export --format FORMAT --to FOLDER [--db FILE]`:',
    '',
    '| format | what it gives |',
    '|---|---|',
    ...EXPORTERS.map(({ format, title }) => `| \`${format}\` | ${title} |`),
    '',
    'IBAN and RIB are masked in every format, in quotes and page texts too, all but their last three characters;',
    '`--bank-details` shows them.',
    '',
    'An SCDL file with one bad row fails as a whole. Acts that do not say what the schemas require (most often a SIRET)',
    'go to `deliberations-incompletes.csv` and `subventions-incompletes.csv`, with the reasons; `--siret SIRET`, or',
    '`--siret "Name=SIRET"` for each of several bodies, gives the number that the acts do not print.',
    '',
    '## Questions',
    '',
    '`greffe export --format datasette --to site && datasette site` opens the database in a browser, with these questions',
    'ready (they run on the exported copy, which holds `grants` and `grant_totals` as tables):',
  ];
  for (const { id, title, description, sql } of CANNED_QUERIES) {
    parts.push('', `### ${title}`, '', description, '', `\`/greffe/${id}\``, '', '```sql', sql, '```');
  }
  return `${parts.join('\n')}\n`;
}

/** Every key of the nightly configuration, and how documents are fetched. */
export function nightlyPage(): string {
  const sources = SourceConfig.options.flatMap(({ shape }) => rowsOf(shape));
  return `${[
    '# The nightly pass',
    '',
    'Made from the code by `npm run docs`. `greffe nightly --config greffe.yaml` makes one pass: it reads what is new in',
    'the sources, runs the checks, and writes the reports. Paths are relative to the configuration file.',
    '',
    '```yaml',
    'db: greffe.sqlite',
    'contact: archives@ville.example',
    'sources:',
    '  - folder: /srv/actes',
    '  - scdl: https://data.ville.example/deliberations.csv',
    '  - dataset: deliberations-de-la-commune',
    'prometheus: /var/lib/node_exporter/greffe.prom',
    '```',
    '',
    '## Configuration',
    '',
    '| key | what it is | default |',
    '|---|---|---|',
    ...rowsOf(NightlyConfig.shape),
    '',
    '## Sources',
    '',
    '| key | what it is | |',
    '|---|---|---|',
    ...sources,
    '',
    'A catalogue (`scdl`) is also held against the acts that it leads to: number, date and vote.',
    '',
    '## Fetching',
    '',
    'What did not change is not sent again (ETag, Last-Modified); what was cut is gone on with; what fails for a time is',
    'asked for again. robots.txt is kept to. Private networks are not asked, nor reached through names or redirects.',
    'What a server sends is judged by its first bytes, not by its name. The bounds, under `fetch:`:',
    '',
    '| setting | what it is | default |',
    '|---|---|---|',
    ...rowsOf(FetchSettings.omit({ spool: true, contact: true }).shape),
    '',
    'When to run it, what its exit status means and what to watch: [operators.md](operators.md).',
  ].join('\n')}\n`;
}

interface Described {
  readonly description?: string | undefined;
  readonly def: { readonly type: string; readonly defaultValue?: unknown };
}

const rowsOf = (shape: Readonly<Record<string, Described>>): string[] =>
  Object.entries(shape).map(
    ([key, { description = '', def }]) => `| \`${key}\` | ${description} | ${defaultOf(key, def)} |`,
  );

function defaultOf(key: string, { type, defaultValue }: Described['def']): string {
  // The number of cores is the machine's own, and no text of ours.
  if (key === 'jobs') return 'the cores';
  if (type === 'optional') return '';
  return defaultValue === undefined ? '' : `\`${JSON.stringify(defaultValue)}\``;
}
