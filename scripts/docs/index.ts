import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { answeringPages, withAnswers, withFixtures } from './answers.js';
import { generatedDocs, withTables } from './generated.js';

/** Writes what the documentation takes from the code and from a run over the fixtures. A test holds them in step. */
mkdirSync('docs', { recursive: true });
for (const [path, text] of Object.entries(generatedDocs())) writeFileSync(path, text);
writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')));
await withFixtures((db) => {
  for (const path of answeringPages()) writeFileSync(path, withAnswers(readFileSync(path, 'utf8'), db));
});
