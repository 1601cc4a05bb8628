import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from './catalogue.js';

/** Writes every fixture and its truth below `fixtures/`; the same program writes the same bytes. */
for (const { folder, make } of CATALOGUE) {
  const { stem, pdf, truth } = await make();
  const place = join('fixtures', folder);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${stem}.pdf`), pdf);
  writeFileSync(join(place, `${stem}.json`), `${JSON.stringify(truth, null, 1)}\n`);
  process.stdout.write(`${join(place, stem)}.pdf  ${Math.round(pdf.length / 1024)} kB\n`);
}
