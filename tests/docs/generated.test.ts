import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedDocs, withTables } from '../../pipeline/docs.js';

it.each(Object.keys(generatedDocs()))('%s is in step with the code', (path) => {
  expect(readFileSync(path, 'utf8'), `${path} is out of step: run \`npm run docs\``).toBe(generatedDocs()[path]);
});

it('the README lists the tables as the migrations describe them', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme, 'README.md is out of step: run `npm run docs`').toBe(withTables(readme));
});
