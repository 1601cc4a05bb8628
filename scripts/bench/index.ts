import { benchArchives } from './archives.js';
import { benchBareText } from './bare-text.js';
import { benchFrench } from './french.js';
import { benchOcr } from './ocr.js';
import { benchReading } from './reading.js';

/** The benches by name: `npm run bench -- french`. Without names, all of them. */
const BENCHES: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  french: benchFrench,
  'bare-text': benchBareText,
  archives: benchArchives,
  reading: benchReading,
  ocr: benchOcr,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`No bench is named ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 1;
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
    process.stdout.write(`${name}\n`);
    await BENCHES[name]!((line) => process.stdout.write(`  ${line}\n`));
  }
}
