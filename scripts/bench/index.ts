import { availableParallelism, loadavg } from 'node:os';
import { benchArchives } from './archives.js';
import { benchBareText } from './bare-text.js';
import { benchChecks } from './checks.js';
import { benchFrench } from './french.js';
import { benchOcr } from './ocr.js';
import { benchReading } from './reading.js';

/** Numbers behind the names are sizes of archives: `npm run bench -- archives 1000 10000`. */
const words = process.argv.slice(2);
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);

/** The benches by name: `npm run bench -- french`. Without names, all of them. */
const BENCHES: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  french: benchFrench,
  'bare-text': benchBareText,
  archives: (print) => benchArchives(print, sizes.length > 0 ? sizes : undefined),
  checks: (print) => benchChecks(print, sizes.length > 0 ? sizes : undefined),
  reading: benchReading,
  ocr: benchOcr,
};

const asked = words.filter((word) => !/^\d+$/.test(word));
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`No bench is named ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
    process.stdout.write(`${name}\n`);
    process.stdout.write(`  machine: ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}\n`);
    await BENCHES[name]!((line) => process.stdout.write(`  ${line}\n`));
  }
}
