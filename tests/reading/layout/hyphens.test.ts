import { describe, expect, it } from 'vitest';
import { evidenceAt } from '../../../models/evidence.js';
import { wholeOf } from '../../../pipeline/reading/layout/hyphens.js';
import { drawn, lines, matrix } from './sheets.js';

describe('a word that the end of a line cuts', () => {
  const nothing = new Set<string>();

  it.each([
    ['compé-', 'tence,', 'compétence,'],
    ['l’aménage-', 'ment', 'l’aménagement'],
    ['parti-', 'cipation', 'participation'],
    ['pro-', 'cès-verbal', 'procès-verbal'],
    ['procès-', 'verbal', 'procès-verbal'],
    ['vingt-', 'deux', 'vingt-deux'],
    ['c’est-', 'à-dire', 'c’est-à-dire'],
    ['vice-', 'présidente', 'vice-présidente'],
    ['cafés-', 'rencontres', 'cafés-rencontres'],
    ['Saint-', 'Martin', 'Saint-Martin'],
    ['Villars-', 'sur-Orbe', 'Villars-sur-Orbe'],
    ['L.2121-', '29', 'L.2121-29'],
    ['2023-', '04-07', '2023-04-07'],
  ])('%s | %s is %s', (first, second, whole) => {
    expect(wholeOf(first, second, nothing)).toBe(whole);
  });

  it('is written as the rest of the file writes it', () => {
    expect(wholeOf('Lam-', 'brecht', new Set(['lambrecht']))).toBe('Lambrecht');
    expect(wholeOf('éco-', 'quartier', new Set(['éco-quartier']))).toBe('éco-quartier');
    expect(wholeOf('réunion-', 'débat', new Set(['réunion', 'débat']))).toBe('réunion-débat');
    expect(wholeOf('travail-', 'leurs', new Set(['travail', 'leurs']))).toBe('travailleurs');
    expect(wholeOf('CONVEN-', 'TION', new Set(['convention']))).toBe('CONVENTION');
  });

  it('is one word of the sentence, with a box for each of its parts', async () => {
    const [page] = await drawn((d) =>
      lines(d, 50, 60, ['La commune soutient la média-', 'thèque, rue Saint-', 'Martin.']),
    );
    expect(page!.text).toBe('La commune soutient la médiathèque,\nrue Saint-Martin.');
    const start = page!.text.indexOf('médiathèque');
    const { boxes } = evidenceAt(page!, { page: 1, start, end: start + 11 });
    expect(boxes).toHaveLength(2);
    expect(boxes[1]![0]).toBeLessThan(60);
    expect(boxes[1]![1]).toBeGreaterThan(boxes[0]![1] + 10);
    const name = page!.text.indexOf('Saint');
    expect(evidenceAt(page!, { page: 1, start: name, end: name + 12 }).boxes).toHaveLength(2);
  });

  it('is whole in the cells of a table too', async () => {
    const [page] = await drawn((d) => {
      for (const y of [50, 90, 130]) d.moveTo(50, y).lineTo(350, y).stroke();
      for (const x of [50, 200, 350]) d.moveTo(x, 50).lineTo(x, 130).stroke();
      lines(d, 60, 54, ['Fonction-', 'nement']);
      lines(d, 210, 54, ['4 500 €']);
      lines(d, 60, 94, ['Festival']);
      lines(d, 210, 94, ['800 €']);
    });
    expect(matrix(page!)).toEqual([
      ['Fonctionnement', '4 500 €'],
      ['Festival', '800 €'],
    ]);
  });

  it('leaves a dash between two things alone', async () => {
    const [page] = await drawn((d) => lines(d, 50, 60, ['La salle des fêtes -', 'le stade']));
    expect(page!.text).toBe('La salle des fêtes -\nle stade');
  });
});
