import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Imports only run downwards: which floor may import which floors, and which packages. */
const FLOORS: Record<string, { floors: string[]; packages: RegExp }> = {
  models: { floors: ['models'], packages: /^zod$/ },
  extractors: { floors: ['models', 'extractors'], packages: /^(decimal\.js|natural\/.+)$/ },
  pipeline: {
    floors: ['models', 'extractors', 'pipeline'],
    packages:
      /^(node:.*|pdfjs-dist\/.*|tesseract\.js|@napi-rs\/canvas|better-sqlite3|p-queue|zod|decimal\.js|natural\/.+|yaml|yauzl|csv-parse(\/.*)?|csv-stringify(\/.*)?|fast-xml-parser|robots-parser)$/,
  },
  scripts: { floors: ['models', 'pipeline', 'scripts'], packages: /.*/ },
};

const sources = (floor: string): string[] =>
  readdirSync(floor, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(floor, name));

describe.each(Object.entries(FLOORS))('%s/', (floor, may) => {
  it.each(sources(floor))('%s imports only what its floor may', (file) => {
    const source = readFileSync(file, 'utf8');
    const imports = source.matchAll(/^(?:import|export)\b(?:[^;']*?\bfrom)? '([^']+)';|\bimport\('([^']+)'\)/gm);
    for (const specifier of [...imports].map(([, fixed, dynamic]) => fixed ?? dynamic)) {
      if (!specifier) continue;
      if (specifier.startsWith('.')) {
        const target = join(file, '..', specifier).split('/')[0]!;
        expect(may.floors, `${file} imports ${specifier}`).toContain(target);
      } else {
        expect(specifier, `${file} imports ${specifier}`).toMatch(may.packages);
      }
    }
  });
});
