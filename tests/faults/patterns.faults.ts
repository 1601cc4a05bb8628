import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Node, parse } from 'acorn';
import { check } from 'recheck';
import { expect, it } from 'vitest';

const BUILT = 'dist';
const SECONDS_A_PATTERN = 20;
const AT_ONCE = 4;

/**
 * A pattern with two ways through the same words takes twice as long with each word more, and one line of a table holds
 * a file for ever. Every pattern of the rules and of the pipeline is analysed, those in the sources and those built of
 * words; what takes polynomial time is left to the limits of a page.
 */
it('no pattern takes exponential time', async () => {
  const files = ['extractors', 'pipeline'].flatMap((floor) => modulesOf(join(BUILT, floor)));
  const patterns = new Map([...files.flatMap(writtenIn), ...(await builtBy(files))].map((each) => [each.source, each]));
  const left = [...patterns.values()];
  expect(left.length).toBeGreaterThan(1000);
  const dangerous: string[] = [];
  const analyse = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const found = await check(next.source, next.flags, { timeout: SECONDS_A_PATTERN * 1000 });
      if (found.status === 'vulnerable' && found.complexity.type === 'exponential')
        dangerous.push(`${next.where}: /${next.source}/ by ${found.attack.pattern}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, analyse));
  expect(dangerous).toEqual([]);
});

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

const modulesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));

/** The patterns that a module writes out. */
function writtenIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node && typeof node === 'object') {
      const { regex } = node as Node & { regex?: { pattern: string; flags: string } };
      if (regex) found.push({ source: regex.pattern, flags: regex.flags, where: file });
      else Object.values(node).forEach(visit);
    }
  };
  visit(parse(readFileSync(file, 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

/** The patterns that the rules build of tables of words, when they are loaded. */
async function builtBy(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = class extends Native {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      if (typeof source === 'string') found.push({ source, flags: flags ?? '', where: 'built of words' });
    }
  } as RegExpConstructor;
  try {
    for (const file of files.filter((name) => name.startsWith(join(BUILT, 'extractors'))))
      await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}
