import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { greffe } from '../support/program.js';

const db = join(mkdtempSync(join(tmpdir(), 'greffe-findings-')), 'x.sqlite');

beforeAll(async () => {
  await greffe('ingest', 'fixtures/contradicting', 'fixtures/consistent/tableau-subventions.pdf', '--db', db);
});

describe('greffe findings', () => {
  it('tells the gravest first, each with the file, the page and the quote', async () => {
    const { stdout, status } = await greffe('findings', '--db', db, '--severity', 'error');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ERROR {2}/);
    expect(stdout).toMatch(/deliberation-total-faux\.pdf, p\. 1 {2}« mardi 19 septembre 2024 »/);
    expect(stdout).not.toContain('tableau-subventions');
  });

  it('gives the same findings to people and to programs', async () => {
    const found = JSON.parse((await greffe('findings', '--db', db, '--format', 'json')).stdout) as { id: string }[];
    const rows = parse((await greffe('findings', '--db', db, '--format', 'csv')).stdout, { columns: true }) as {
      finding: string;
    }[];
    const { stdout: page } = await greffe('findings', '--db', db, '--format', 'md');
    expect(new Set(rows.map(({ finding }) => finding))).toEqual(new Set(found.map(({ id }) => id)));
    expect(page.trim().split('\n')).toHaveLength(found.length);
  });
});

it('greffe check leaves what an ingest left', async () => {
  expect((await greffe('check', '--db', db)).stdout).toMatch(/ 0 new, 0 gone\.\n$/);
});

it('greffe forget takes the findings that rest on a file along, and does not take a document for its file', async () => {
  const about = async (): Promise<string> => (await greffe('findings', '--db', db, '--severity', 'error')).stdout;
  expect(await about()).toContain('deliberation-cinema.pdf');
  const { documents } = JSON.parse(
    (await greffe('show', 'deliberation-cinema.pdf', '--format', 'json', '--db', db)).stdout,
  ) as {
    documents: { document: { id: string } }[];
  };
  expect((await greffe('forget', documents[0]!.document.id, '--db', db)).status).toBe(1);
  expect(await greffe('forget', 'deliberation-cinema.pdf', '--db', db, '--quiet')).toMatchObject({
    status: 0,
    stdout: '',
  });
  expect(await about()).not.toContain('deliberation-cinema.pdf');
});

it('an absent database is one clear sentence', async () => {
  const { status, stderr } = await greffe('findings', '--db', 'nowhere.sqlite');
  expect(status).toBe(1);
  expect(stderr).toMatch(/greffe ingest/);
});
