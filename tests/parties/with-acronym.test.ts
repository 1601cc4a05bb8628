import { describe, expect, it } from 'vitest';
import { explainedBodies } from '../../extractors/parties/with-acronym.js';

describe('a body explained by its acronym', () => {
  it.each([
    ['avec la Maison des Aînés de Valbrune (MDAV), et', 'Maison des Aînés de Valbrune', 'MDAV'],
    ['Les Ateliers du Clain (LAC ) :', 'Les Ateliers du Clain', 'LAC'],
    ['En mars, le Relais Jeunes Bruneval (RJ) ouvre', 'Relais Jeunes Bruneval', 'RJ'],
  ])('%s', (text, name, acronym) => {
    expect(explainedBodies(text)).toMatchObject([{ name, acronym }]);
    expect(text.slice(explainedBodies(text)[0]!.start)).toMatch(new RegExp(`^${name}`));
  });
  it.each([
    'le Plan Local pour l’Insertion et l’Emploi (PLIE)',
    'le Revenu de Solidarité Active (RSA)',
    'la Maison des Aînés (voir page 3)',
    'la Maison des Aînés (RSA)',
  ])('is not %s', (text) => {
    expect(explainedBodies(text)).toEqual([]);
  });
});
