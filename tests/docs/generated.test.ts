import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANSWERING_PAGES, withAnswers, withFixtures } from '../../scripts/docs/answers.js';
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
    for (const path of ANSWERING_PAGES()) {
      const page = readFileSync(path, 'utf8');
      expect(page, `${path} ${MEND}`).toBe(withAnswers(page, fixtures));
    }
  });
});
