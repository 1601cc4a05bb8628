import { checksPage } from '../../pipeline/checks/index.js';
import { catalogue, type TableDescription } from '../../pipeline/store/catalogue.js';
import { closeDatabase, openDatabase } from '../../pipeline/store/database.js';
import { exportsPage, nightlyPage } from './pages.js';

/** The pages of `docs/` that are made from the code, by path. */
export function generatedDocs(): Record<string, string> {
  return {
    'docs/checks.md': checksPage(),
    'docs/exports.md': exportsPage(),
    'docs/nightly.md': nightlyPage(),
    'docs/schema.md': schemaPage(tables()),
  };
}

const FROM = '<!-- tables: made by npm run docs -->';
const TO = '<!-- /tables -->';

/** `readme` with its list of tables made anew between its two marks. */
export function withTables(readme: string): string {
  const list = tables()
    .filter(({ holds }) => holds !== '')
    .map(({ name, holds }) => `| \`${name}\` | ${cell(holds)} |`);
  const block = [FROM, '| table | what it holds |', '|---|---|', ...list, TO].join('\n');
  const start = readme.indexOf(FROM);
  const end = readme.indexOf(TO);
  if (start < 0 || end < 0) throw new Error(`README.md has lost its marks ${FROM} and ${TO}: put them back.`);
  return readme.slice(0, start) + block + readme.slice(end + TO.length);
}

function tables(): TableDescription[] {
  const db = openDatabase(':memory:');
  try {
    return catalogue(db);
  } finally {
    closeDatabase(db);
  }
}

function schemaPage(described: readonly TableDescription[]): string {
  const parts = [
    '# The database',
    '',
    'Made from the comments in `pipeline/store/migrations/` by `npm run docs`. NULL means "the document does not say".',
  ];
  for (const { name, type, holds, columns } of described) {
    parts.push('', `## ${name}${type === 'view' ? ' (view)' : ''}`, '');
    if (holds) parts.push(`${holds[0]!.toUpperCase()}${holds.slice(1)}.`, '');
    parts.push('| column | type | what it says |', '|---|---|---|');
    for (const column of columns) {
      const says = [
        column.key ? 'key' : '',
        column.references ? `→ \`${column.references.table}\`` : '',
        column.says,
      ].filter(Boolean);
      parts.push(`| \`${column.name}\` | ${column.type}${column.notNull ? '' : '?'} | ${cell(says.join('; '))} |`);
    }
  }
  return `${parts.join('\n')}\n`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
