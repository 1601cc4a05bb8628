import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { closeDatabase, openForReading } from '../../pipeline/store/database.js';
import type { Row } from '../../pipeline/store/rows.js';
import { type Shown, show } from '../../pipeline/store/show.js';
import { type CommonOptions, settingsOf, whole, withCommonOptions } from '../options.js';

interface ShowOptions extends CommonOptions {
  readonly format: 'text' | 'json';
  readonly page: number;
  readonly image?: string;
}

export const showCommand = withCommonOptions(
  new Command('show')
    .description('one file or document, all its records, as a person would read it')
    .argument('<file-or-document>', "a file's name (its extension may be left out), path or id, or a document's id")
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .addOption(new Option('--page <n>', 'with --image: the page to draw').argParser(whole('--page')).default(1))
    .option('--image <png>', 'draws what was read over the page'),
).action(async (wanted: string, options: ShowOptions) => {
  const { db: path, format, page, image } = options;
  const db = openForReading(path);
  try {
    const shown = show(db, wanted);
    if (image !== undefined) {
      const settings = settingsOf(options);
      // What draws takes a quarter of a second to load, which no other command should pay for.
      const { drawStoredPage } = await import('../../pipeline/draw-page.js');
      writeFileSync(image, await drawStoredPage(db, String(shown.file.id), page, settings));
      process.stdout.write(`${image}\n`);
      return;
    }
    process.stdout.write(format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : asText(shown));
  } finally {
    closeDatabase(db);
  }
});

/** What a person wants to see of each kind of record, in one line. */
const LINES: Readonly<Record<string, (row: Row) => string>> = {
  sessions: (r) =>
    join([
      r.body,
      r.date,
      r.place,
      said('president', r.president),
      said('in office', r.members_in_office),
      said('present', r.present),
    ]),
  attendances: (r) => join([r.status, r.name, said('proxy to', r.proxy_to)]),
  votes: (r) =>
    join([
      r.outcome,
      r.unanimous === 1 ? 'unanimous' : null,
      said('for', r.votes_for),
      said('against', r.votes_against),
      said('abstentions', r.abstentions),
    ]),
  parties: (r) => join([r.role, r.name, said('called', r.designation), said('represented by', r.represented_by)]),
  amounts: (r) =>
    join([
      `${r.value} ${r.currency}`,
      r.nature,
      said('from', r.payer),
      said('to', r.beneficiary),
      said('for', r.purpose),
      said('year', r.fiscal_year),
      said('chapter', r.chapter),
      said('account', r.account),
    ]),
  dates: (r) => join([r.end_value === null ? r.value : `${r.value} to ${r.end_value}`, r.role]),
  clauses: (r) => join([r.kind, said('article', r.article), r.value]),
  citations: (r) => join([r.kind, r.number, r.date]),
  identifiers: (r) => join([r.kind, r.value, r.valid === 0 ? 'WRONG KEY' : null]),
  indicators: (r) => join([join([r.value, r.unit], ' '), r.label, r.period, r.qualifier, r.delta]),
  relations: (r) => join([r.kind, r.statement, r.holds === 1 ? 'holds' : `fails by ${r.difference}`]),
};

const said = (word: string, value: unknown): string | null => (value === null ? null : `${word} ${value}`);
const join = (parts: readonly unknown[], separator = ', '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(separator);

function asText({ file, problems, documents }: Shown): string {
  const lines = [`${file.name} — ${file.status}, ${file.pages ?? 0} pages, ${file.id}`];
  for (const problem of problems) lines.push(`  ! page ${problem.page ?? '-'}: ${problem.code} — ${problem.detail}`);
  for (const { document, records } of documents) {
    lines.push('', `${document.id}  ${document.kind}, pages ${document.first_page} to ${document.last_page}`);
    lines.push(`  ${join([document.reference, document.date, document.issuer, document.title])}`);
    for (const [table, rows] of Object.entries(records)) {
      lines.push('', `  ${table} (${rows.length})`);
      for (const row of rows) {
        const place = row.page === undefined ? '' : `p. ${row.page}`.padEnd(7);
        const quote = row.quote === undefined ? '' : `  « ${String(row.quote).replace(/\s+/g, ' ').slice(0, 70)} »`;
        lines.push(`    ${place}${LINES[table]?.(row) ?? ''}${quote}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
