import { availableParallelism, loadavg } from 'node:os';

/**
 * A deadline in milliseconds as it is for this machine now: where far more work waits than it has cores for, each piece
 * gets less of them, and a sound file must not be taken for an endless one. Up to twice the cores it stays as it is.
 */
export const patient = (deadline: number, load = loadavg()[0]!, cores = availableParallelism()): number =>
  Math.round(deadline * Math.max(1, load / (2 * cores)));
