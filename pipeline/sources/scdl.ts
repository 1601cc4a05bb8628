import { parse } from 'csv-parse/sync';
import type { Found, Hints } from './source.js';
import { contentOf, failed, isUrl, missing, type SourceTools, textOf } from './tools.js';
import { type Address, fromUrls } from './urls.js';

type Row = Readonly<Record<string, string | undefined>>;

/** The acts of a catalogue in the SCDL schema "deliberations": DELIB_URL is where each is, the other columns are hints. */
export async function* fromScdl(place: string, tools: SourceTools): AsyncGenerator<Found> {
  let rows: Row[];
  try {
    rows = rowsOf(textOf(await contentOf(place, ['text'], tools)));
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) {
      yield missing(place, 'bad-csv', `The file is no CSV (${(error as Error).message}): check it.`);
    } else yield failed(place, error);
    return;
  }
  if (rows.length > 0 && !('DELIB_URL' in rows[0]!)) {
    yield missing(
      place,
      'not-scdl',
      'The file has no column DELIB_URL: it does not follow the SCDL schema "deliberations".',
    );
    return;
  }
  const addresses: Address[] = [];
  const without: string[] = [];
  for (const row of rows) {
    const said = row.DELIB_URL?.trim() ?? '';
    const url = isUrl(place) && said !== '' && URL.canParse(said, place) ? new URL(said, place).href : said;
    if (url === '') without.push(row.DELIB_ID || '?');
    else addresses.push({ url, hints: hintsOf(row) });
  }
  yield* fromUrls(addresses, tools);
  if (without.length > 0) {
    const some = without.slice(0, 5).join(', ');
    yield missing(
      place,
      'no-url',
      `${without.length} rows have no DELIB_URL (${some}${without.length > 5 ? ' …' : ''}): add the acts by hand.`,
    );
  }
}

/** Rows by column; comma, semicolon or tab, whichever the heads are parted by. */
function rowsOf(text: string): Row[] {
  const head = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    head.split(mark).length > head.split(best).length ? mark : best,
  );
  return parse(text, {
    bom: true,
    delimiter,
    columns: (names: string[]) => names.map((name) => name.trim().toUpperCase()),
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as Row[];
}

function hintsOf(row: Row): Hints {
  const text = (column: string): string | undefined => row[column]?.trim() || undefined;
  const whole = (column: string): number | undefined =>
    /^\d+$/.test(text(column) ?? '') ? Number(text(column)) : undefined;
  const hints: Record<keyof Hints, string | number | undefined> = {
    reference: text('DELIB_ID'),
    date: isoDate(text('DELIB_DATE')),
    title: text('DELIB_OBJET'),
    issuer: text('COLL_NOM'),
    siret: text('COLL_SIRET')?.replace(/\s/g, ''),
    matter: text('DELIB_MATIERE_CODE'),
    votesFor: whole('VOTE_POUR'),
    votesAgainst: whole('VOTE_CONTRE'),
    abstentions: whole('VOTE_ABSTENTION'),
  };
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined)) as Hints;
}

/** The schema asks for ISO; spreadsheets write days first. */
function isoDate(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month}-${day}` : undefined;
}
