import { describe, expect, it } from 'vitest';
import { readName } from '../../extractors/parties/name.js';
import { readPerson } from '../../extractors/parties/person.js';

describe('a body named in a sentence', () => {
  it.each([
    ["l'association Les Amis du Moulin pour l'entretien", 'Les Amis du Moulin'],
    [
      "l'Association Départementale pour les Jardins de la Brenne (A.D.J.B.), au titre",
      'Association Départementale pour les Jardins de la Brenne',
    ],
    ['la Maison de la Musique et de la Danse du Vexin ;', 'Maison de la Musique et de la Danse du Vexin'],
    ['GIP Territoires Solidaires au titre de son programme', 'GIP Territoires Solidaires'],
    ["l'association « La Truite Bleue », d'un montant de", 'La Truite Bleue'],
    ["l'association des parents d'élèves de Valbrune une subvention", "association des parents d'élèves de Valbrune"],
    ['la société MARTEL TP pour un montant de', 'MARTEL TP'],
    ["l'association dénommée Mission Locale du Haut-Clain, régie par", 'Mission Locale du Haut-Clain'],
    ['la Ville de Valbrune, représentée par', 'Ville de Valbrune'],
    ['ville de Valbrune à la Mission Locale', 'ville de Valbrune'],
    ['la communauté de communes du pays valbrunois a décidé', 'communauté de communes du pays valbrunois'],
    ['VILLE DE VALBRUNE / ASSOCIATIONS SPORTIVES', 'VILLE DE VALBRUNE'],
    ['La Truite Bleue – Subvention 2024', 'Truite Bleue'],
    ['le CDG 61 pour le contrat', 'CDG 61'],
    ['DEPARTEMENT DE LA BRUNE Ville de Valmont', 'DEPARTEMENT DE LA BRUNE'],
  ])('%s', (text, name) => {
    expect(readName(text, 0)?.text).toBe(name);
  });

  it.each(['le montant de la subvention', "d'un montant de 300 €", 'Article 2 - Durée', 'Janvier 2023'])(
    '%s names nobody',
    (text) => {
      expect(readName(text, 0)).toBeUndefined();
    },
  );

  it.each(["l'association s'engage", 'la Ville et la Mission', 'le club recevra'])(
    '%s names a sort of body only',
    (text) => {
      expect(readName(text, 0)?.bare).toBe(true);
    },
  );

  it('keeps the acronym in brackets', () => {
    expect(readName('Association pour la Relance de la Vannerie (ARV) une aide', 0)?.alias).toBe('ARV');
  });

  it('ends with a line that stands alone', () => {
    expect(readName('Ville de Valbrune\nMission Locale du Clain', 0)?.text).toBe('Ville de Valbrune');
  });
});

describe('a person', () => {
  it('is read behind a civility, over a line break', () => {
    expect(readPerson('M. Jean-Aimé \nVAUQUELIN agissant', 0)?.text).toBe('Jean-Aimé VAUQUELIN');
  });
  it('is not an office', () => {
    expect(readPerson('Madame le Maire', 0)).toBeUndefined();
  });
});

describe('a name beside other words', () => {
  it.each([
    ['Monsieur Christian MONTEIL. Présents : 6', 'Christian MONTEIL'],
    ['Monsieur et Madame LOUVEL la parcelle', 'LOUVEL'],
  ])('%s', (text, name) => {
    expect(readPerson(text, 0)?.text).toBe(name);
  });
});
