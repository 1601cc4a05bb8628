import { once } from 'node:events';
import { Command, Option } from 'commander';
import type { Field } from '../../models/fields.js';
import { KINDS, parse } from '../../pipeline/parse.js';

/** Output is written in pieces of about this many characters. */
const PIECE = 1 << 16;

export const parseCommand = new Command('parse')
  .description('the grammar alone: what it reads in a text, one JSON object for each')
  .argument('[text...]', 'texts to read (default: the standard input)')
  .addOption(new Option('--kind <kind>', 'this kind alone').choices(KINDS))
  .option('--lines', 'one input a line, one JSON array a line', false)
  .action(async (texts: string[], { kind, lines }: { kind?: Field; lines: boolean }) => {
    const out = new Out();
    if (lines) {
      for await (const line of texts.length > 0 ? texts : linesOf(process.stdin)) {
        await out.line(JSON.stringify(parse(line, kind)));
      }
    } else {
      for (const text of texts.length > 0 ? texts : [await all(process.stdin)]) {
        for (const reading of parse(text, kind)) await out.line(JSON.stringify(reading));
      }
    }
    await out.flush();
  });

async function all(input: NodeJS.ReadStream): Promise<string> {
  input.setEncoding('utf8');
  const pieces: string[] = [];
  for await (const piece of input) pieces.push(piece as string);
  return pieces.join('');
}

async function* linesOf(input: NodeJS.ReadStream): AsyncIterable<string> {
  input.setEncoding('utf8');
  let rest: string[] = [];
  for await (const piece of input) {
    const lines = (piece as string).split('\n');
    if (lines.length === 1) {
      rest.push(lines[0]!);
      continue;
    }
    rest.push(lines[0]!);
    yield withoutReturn(rest.join(''));
    for (let i = 1; i < lines.length - 1; i += 1) yield withoutReturn(lines[i]!);
    rest = [lines.at(-1)!];
  }
  const last = rest.join('');
  if (last !== '') yield withoutReturn(last);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** Lines to the standard output, at the pace of its reader. */
class Out {
  #pieces: string[] = [];
  #length = 0;

  async line(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#pieces.length === 0) return;
    const text = `${this.#pieces.join('\n')}\n`;
    this.#pieces = [];
    this.#length = 0;
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
