import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generatedDocs, withTables } from '../pipeline/docs.js';

/** Writes what the documentation takes from the code: `npm run docs`. A test holds them in step. */
mkdirSync('docs', { recursive: true });
for (const [path, text] of Object.entries(generatedDocs())) writeFileSync(path, text);
writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')));
