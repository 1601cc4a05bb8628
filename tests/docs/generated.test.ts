import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from '../../pipeline/store/catalogue.js';
import { answeringPages, withAnswers, withFixtures } from '../../scripts/docs/answers.js';
import { generatedDocs, withTables } from '../../scripts/docs/generated.js';

const MEND = 'is out of step: run `npm run docs`';

it.each(Object.keys(generatedDocs()))('%s is in step with the code', (path) => {
  expect(readFileSync(path, 'utf8'), `${path} ${MEND}`).toBe(generatedDocs()[path]);
});

it('the README lists the tables as the migrations describe them', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme, `README.md ${MEND}`).toBe(withTables(readme));
});

it('every question of the documentation has the answer that the fixtures give', async () => {
  await withFixtures((fixtures) => {
    for (const path of answeringPages()) {
      const page = readFileSync(path, 'utf8');
      expect(page, `${path} ${MEND}`).toBe(withAnswers(page, fixtures));
    }
  });
});

/** "loaded | partial (some pages unreadable) | quarantined": the values that a column's comment lists. */
const listed = (says: string): string[] =>
  /^[\w-]+(?: \([^)]*\))?(?: \| [\w-]+(?: \([^)]*\))?)+$/.test(says)
    ? says.split(' | ').map((value) => value.replace(/ \(.*/, ''))
    : [];

it('columns hold no value that their comments do not list', async () => {
  await withFixtures(({ db }) => {
    const columns = catalogue(db).flatMap(({ name: table, columns }) =>
      columns.map(({ name, says }) => ({ table, name, values: listed(says) })),
    );
    const enumerated = columns.filter(({ values }) => values.length > 0);
    expect(enumerated.length).toBeGreaterThan(20);
    for (const { table, name, values } of enumerated) {
      const held = db.prepare(`select distinct "${name}" from ${table} where "${name}" is not null`).pluck().all();
      for (const value of held) expect(values.map(String), `${table}.${name}`).toContain(String(value));
    }
  });
});
