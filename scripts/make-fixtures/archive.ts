import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallAct } from './small-acts.js';

interface ArchiveOptions {
  readonly seed?: number;
  /** The rank of the first act: several processes may each write a part. */
  readonly first?: number;
  /** Whether each act has its truth beside it. */
  readonly truths?: boolean;
}

/** Writes `count` distinct acts below `folder`, a thousand to a folder. */
export async function writeArchive(
  folder: string,
  count: number,
  { seed = 1, first = 0, truths = false }: ArchiveOptions = {},
): Promise<void> {
  for (let rank = first; rank < first + count; rank += 1) {
    const place = join(folder, String(Math.floor(rank / 1000)).padStart(3, '0'));
    if (rank === first || rank % 1000 === 0) mkdirSync(place, { recursive: true });
    const { stem, pdf, truth } = await smallAct(seed, rank);
    writeFileSync(join(place, `${stem}.pdf`), pdf);
    if (truths) writeFileSync(join(place, `${stem}.json`), JSON.stringify(truth));
  }
}

/** node dist/scripts/make-fixtures/archive.js COUNT FOLDER [SEED [FIRST]] */
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [count, folder, seed = 1, first = 0] = process.argv.slice(2);
  if (!Number.isInteger(Number(count)) || !folder) {
    process.stderr.write('usage: archive.js COUNT FOLDER [SEED [FIRST]]\n');
    process.exitCode = 1;
  } else {
    await writeArchive(folder, Number(count), { seed: Number(seed), first: Number(first) });
  }
}
