import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeLock } from '../../pipeline/nightly/lock.js';

const folder = mkdtempSync(join(tmpdir(), 'greffe-lock-'));
const NOW = '2024-03-01T02:00:00Z';

it('is held by one pass at a time, and given back', () => {
  const path = join(folder, 'held.lock');
  const release = takeLock(path, NOW);
  expect(() => takeLock(path, NOW)).toThrow(/since 2024-03-01T02:00:00Z/);
  release();
  expect(existsSync(path)).toBe(false);
  takeLock(path, NOW)();
});

it('of a process that is gone is taken over', () => {
  const path = join(folder, 'stale.lock');
  // Process ids end at 2^22 on Linux: no process has this one.
  writeFileSync(path, JSON.stringify({ pid: 2 ** 30, host: hostname(), since: NOW }));
  takeLock(path, NOW)();
});

it('left half written by a machine that stopped is taken over', () => {
  const path = join(folder, 'broken.lock');
  writeFileSync(path, '{"pid":');
  takeLock(path, NOW)();
});

it('of another machine is respected', () => {
  const path = join(folder, 'elsewhere.lock');
  writeFileSync(path, JSON.stringify({ pid: 2 ** 30, host: 'another-machine', since: NOW }));
  expect(() => takeLock(path, NOW)).toThrow(/another-machine/);
});
