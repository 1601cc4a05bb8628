import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../pipeline/ingest.js';
import type { TellingOptions } from './options.js';

/** Tells how far a run is until it is stopped. */
export interface ProgressReport {
  update(progress: Progress): void;
  stop(): void;
}

/** Progress goes to stderr: a bar on a terminal, plain or JSON lines where nobody watches. */
export function progressReport({ progress, quiet }: TellingOptions): ProgressReport {
  if (quiet || progress === 'none') return { update() {}, stop() {} };
  if (progress === 'json') return lines((report) => JSON.stringify(report));
  if (progress === 'plain' || !process.stderr.isTTY) {
    return lines(({ files, total, pages, current }) => `${files}/${total} files, ${pages} pages: ${current}`);
  }
  return bar();
}

const lines = (format: (progress: Progress) => string): ProgressReport => ({
  update: (progress) => process.stderr.write(`${format(progress)}\n`),
  stop() {},
});

function bar(): ProgressReport {
  const started = performance.now();
  const single = new SingleBar(
    {
      format: '{bar} {value}/{total} files · {pages} pages · {speed} pages/s · {eta_formatted} left · {current}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    update({ files, total, pages, current }) {
      const speed = (pages / Math.max(0.001, (performance.now() - started) / 1000)).toFixed(0);
      if (!begun) single.start(total, 0, { pages, speed, current });
      begun = true;
      single.update(files, { pages, speed, current });
    },
    stop: () => single.stop(),
  };
}
