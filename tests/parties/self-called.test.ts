import { describe, expect, it } from 'vitest';
import { acronymSpokenOf, spelledOut } from '../../extractors/parties/self-called.js';

describe('the acronym under which a body acts', () => {
  it('is the one that pays, decides and has members', () => {
    const text =
      'Les membres de MDAV se sont réunis. MDAV finance 3 ateliers, sur les fonds propres de MDAV. La CAF est venue.';
    expect(acronymSpokenOf(text)?.acronym).toBe('MDAV');
  });
  it('is none where a text only mentions acronyms', () => {
    expect(acronymSpokenOf('Elles perçoivent le RSA, et la CAF est venue en mars. Le FSE a été sollicité.')).toBe(
      undefined,
    );
  });
});

describe('the name that an acronym stands for', () => {
  it.each([
    ['MDAV', 'LA MAISON DES AINES. Avec la Maison des Aînés de Valbrune, 3 ateliers.', 'Maison des Aînés de Valbrune'],
    ['TPVN', 'Activités au profit de TOUT PETIT VALBRUNOIS', 'TOUT PETIT VALBRUNOIS'],
    ['AJB', 'Le Centre de Bruneval et les Amis de la Jeunesse', undefined],
  ])('%s', (acronym, text, name) => {
    expect(spelledOut(text, acronym)?.name).toBe(name);
  });
});
