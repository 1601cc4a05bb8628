/** Processor milliseconds that `read` takes over a text, the best of `runs`, so that a busy machine counts less. */
export function processorTime(read: (text: string) => void, text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    // A space more each time: no run profits from the one before.
    read(text + ' '.repeat(run));
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
