import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openForReading } from '../../pipeline/store/database.js';
import { dump } from './dump.js';

const PROGRAM = join('dist', 'scripts', 'greffe.js');

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end; an exit status other than 0 is an answer, not an error. */
export async function greffe(...args: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM, ...args], { maxBuffer: 2 ** 26 });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

/** Starts the built program and hands it over while it runs. */
export const startGreffe = (...args: string[]): ChildProcess => spawn(process.execPath, [PROGRAM, ...args]);

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('exit', () => resolve()));

/** All the records of a database, as `dump` tells them. */
export function rowsOf(path: string): string[] {
  const db = openForReading(path);
  try {
    return dump(db);
  } finally {
    db.close();
  }
}
