import { describe, expect, it } from 'vitest';
import { segment } from '../../extractors/acts/segment.js';
import { typed } from '../support/typed.js';

const ACCOUNTS = `Dépenses 2020 2021
Charges de personnel 245 300 € 251 200 €
Recettes 2020 2021
Subvention communale 180 000 € 185 000 €`;
const kindOf = (cover: string) => segment([typed(1, cover), typed(2, ACCOUNTS)])[0]!.kind;

describe('a report that holds accounts', () => {
  it.each([
    'BILAN DES ACTIVITÉS 2021\nCentre social Les Tilleuls',
    "Compte rendu d'activité 2021\nOffice de tourisme des Monts de Lizon",
    "Rapport sur le Prix et la Qualité du Service Public de l'eau potable\nExercice 2021\nCommune de Valbrun",
    'Rapport du délégataire\nService de l’assainissement',
    'Bilan 2021 de la médiathèque de Valbrun',
    'RPQS 2021\nSyndicat des eaux du Lizon',
    'Ville de Valbrun\nRapport social unique 2021',
    'Les chiffres clés 2021\nOffice de tourisme des Monts de Lizon',
    'Rapport de la présidente pour l’année 2021\nAmicale de Valbrun',
  ])('is a report by its title: %s', (cover) => {
    expect(kindOf(cover)).toBe('activity_report');
  });

  it('is no report where its title is that of accounts', () => {
    expect(kindOf('RAPPORT FINANCIER\nExercice 2021')).toBe('budget');
    expect(kindOf('Bilan 2021 actif et passif')).not.toBe('activity_report');
  });
});
