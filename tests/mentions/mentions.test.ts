import { describe, expect, it } from 'vitest';
import { acronymsOf } from '../../extractors/mentions/acronyms.js';
import { doubleHeadings, repeats } from '../../extractors/mentions/passages.js';
import { variantsOf } from '../../extractors/mentions/variants.js';
import type { Mention } from '../../models/records.js';
import { actOf } from '../arithmetic/act.js';

const said = (mentions: readonly Mention[]): string[] => mentions.map(({ text, about }) => `${text} | ${about}`);

describe('acronyms', () => {
  it.each([
    ['le Comité d’Aide aux Projets (CAP) se réunit', 'CAP | Comité d’Aide aux Projets'],
    ['la plateforme, le PSA (Plan de Suivi des Actions), est ouverte', 'PSA | Plan de Suivi des Actions'],
    ['la Plateforme d’appui aux décrocheurs (PSAD)', 'PSAD | Plateforme d’appui aux décrocheurs'],
    ['les Plans Locaux pour l’Insertion et l’Emploi (PLIE)', 'PLIE | Plans Locaux pour l’Insertion et l’Emploi'],
  ])('reads %s', (text, expected) => expect(said(acronymsOf(actOf(text)))).toEqual([expected]));
  it('leaves brackets that spell nothing', () => {
    expect(acronymsOf(actOf('le maire (absent), la séance (DGS), une voie (VRD) et 12 € (TTC)'))).toEqual([]);
  });
});

describe('variants', () => {
  const variants = (text: string): string[] => said(variantsOf(actOf(text), []));
  it('finds other small words in a name', () => {
    expect(variants('le GIP Cap du Val de Lune, puis le GIP Cap du Val de Lune et le GIP Cap Val du Lune')).toEqual([
      'GIP Cap Val du Lune | GIP Cap du Val de Lune',
    ]);
  });
  it('finds a title that ends otherwise', () => {
    expect(variants('l’action "Trouve ton métier" ouvre ; pour Trouve ton avenir (20 000 €)')).toEqual([
      'Trouve ton avenir | Trouve ton métier',
    ]);
  });
  it('finds a road that becomes a street', () => {
    expect(variants('travaux route de Bellac ; réseaux rue de Bellac')).toEqual(['rue de Bellac | route de Bellac']);
  });
  it.each([
    ['Secrétaire : Franck Hammel.', ['Franck Hammel | HAMEL Franck']],
    ['Secrétaire : Franck Hamel, puis Franck Hamelin.', []],
    ['Claire Moral et Clara Morel', ['Claire Moral | Claire Morel']],
  ])('%j: members whose surname has another letter are %j', (text, found) => {
    const members = ['HAMEL Franck', 'Claire Morel', 'Clara Morel'];
    const span = { page: 1, start: 0, end: 1 };
    const attendances = members.map((name) => ({ name, status: 'present' as const, span, extractor: 'tests' }));
    expect(said(variantsOf(actOf(text), [], attendances))).toEqual(found);
  });
  it('leaves articles, capitals and plurals alone', () => {
    expect(
      variants('La Ville de Bellac et la Ville de Bellac, VILLE DE BELLAC, les Villes de Bellac et Cormes'),
    ).toEqual([]);
  });
});

describe('copies', () => {
  it('finds a section number used twice', () => {
    expect(said(doubleHeadings(actOf('3.1 Les ventes\ntexte\n3.1 Les fêtes\n3.2 Les dons')))).toEqual([
      '3.1 Les fêtes | les ventes',
    ]);
  });
  it('finds a passage printed twice in a row', () => {
    const passage = 'et leur fils, Monsieur Jean Dubois, dit que l’acte reprend la valeur du bien';
    expect(repeats(actOf(`La cession est faite à Mme Dubois ${passage} ${passage} au prix fixé.`))).toHaveLength(1);
    expect(repeats(actOf(`La cession est faite à Mme Dubois ${passage} au prix fixé.`))).toEqual([]);
  });
});

describe('the articles of an act', () => {
  const doubled = (...titles: readonly string[]): string[] =>
    doubleHeadings(actOf(titles.map((title) => `${title}\n\nTexte.`).join('\n\n'))).map(({ text }) => text);
  it.each([
    [['Article 2 : Objet', 'Article 3 : Montant', 'Article 3 : Durée', 'Article 4 : Fin'], ['Article 3 : Durée']],
    [['Article 1 : Objet', 'Article 2 : Montant', 'Article 1 : Objet', 'Article 2 : Lieu'], []],
    [['Article 3 : Montant', 'Article 3 : Montant'], []],
  ])('%j: %j', (titles, texts) => expect(doubled(...titles)).toEqual(texts));
});
