import { describe, expect, it } from 'vitest';
import { interpretFile } from '../../extractors/interpret.js';
import { typed } from '../support/typed.js';

/** Lines that a table or a scan gives, on which a pattern with two ways through the same words never ends. */
const LINES = [
  '2015 790 622.63 1 008 500.74 2016 814 804.14 + 24181.51 +3.06 % 1 066 976.82',
  `${'2021 2022 '.repeat(20)}n`,
  `${'00 - 00 ) '.repeat(30)}\tMme`,
  `sivu s m${'--b'.repeat(60)} !`,
  `du 1er janvier ${'suivant:'.repeat(40)} au 3 mars 2024`,
  `${'1 - 2 . '.repeat(40)}total de la section ?`,
];

describe('a page of one kind of noise is read like any other', () => {
  it.each(LINES)('%s', (line) => {
    const pages = [typed(1, `Conseil municipal\nSéance du 3 mars 2024\nPrésents : M. Paul ARDENT\n${line}\n${line}\n`)];
    const documents = interpretFile(pages, (_, error) => {
      throw error;
    });
    expect(documents.length).toBeGreaterThan(0);
  });
});
