import { describe, expect, it } from 'vitest';
import { interpret } from '../../extractors/interpret.js';
import type { Clause } from '../../models/records.js';
import { actOf } from '../parties/act.js';

const OPENING = `CONVENTION DE PARTENARIAT

Entre les soussignés

La Ville de Valbrune, représentée par son Maire, M. Paul LANTIER, ci-après désignée « la Ville »,

et

L'association Les Amis du Moulin, représentée par sa Présidente, Mme Aline QUERCY,

`;

const clauses = (text: string): Clause[] => interpret(actOf(OPENING + text, 'convention')).clauses;
const values = (text: string, ...kinds: Clause['kind'][]): (string | undefined)[] =>
  kinds.map((kind) => clauses(text).find((clause) => clause.kind === kind)?.value);

describe('the articles of a contract', () => {
  const numbered = (text: string) =>
    clauses(text)
      .filter(({ kind }) => kind === 'article')
      .map(({ article, value }) => `${article} ${value}`);

  it.each([
    [
      'Article 1er – Objet\n\nTexte.\n\nArticle 2 bis : Durée de la convention\n\nTexte.',
      ['1 Objet', '2 bis Durée de la convention'],
    ],
    ['I - Article 1 - OBJET\n\nTexte.\n\nII - Article 2 - DURÉE\n\nTexte.', ['1 OBJET', '2 DURÉE']],
    [
      'ARTICLE 1\nObjet de la convention\n\nTexte.\n\nARTICLE 2\nDurée\n\nTexte.',
      ['1 Objet de la convention', '2 Durée'],
    ],
  ])('%s', (text, expected) => {
    expect(numbered(text)).toEqual(expected);
  });

  it('are not those of a law', () => {
    expect(numbered('Article 1 - Objet\n\nVu la loi, notamment son\narticle 10 de la loi du 12 avril 2000.')).toEqual(
      [],
    );
  });
});

describe('the object', () => {
  it('stands in its article before any other sentence', () => {
    const text = `La présente convention fixe aussi les moyens.\n\nArticle 1 - Objet\n\nLa présente convention a pour objet d'entretenir le moulin. Elle est gratuite.\n\nArticle 2 - Durée\n\nTexte.`;
    expect(clauses(text).find(({ kind }) => kind === 'object')).toMatchObject({
      value: "La présente convention a pour objet d'entretenir le moulin.",
      article: '1',
    });
  });
});

describe('the term', () => {
  it.each([
    [
      'La convention est établie pour une durée de 3 ans à compter de la date de signature.',
      'P3Y',
      'signature',
      undefined,
    ],
    [
      'La présente convention est conclue pour une période de 1 an (du 1er janvier 2022 au 31 décembre 2022).',
      'P1Y',
      '2022-01-01',
      '2022-12-31',
    ],
    ['La présente convention est conclue pour les années 2022, 2023 et 2024.', undefined, '2022', '2024'],
    ['La durée est fixée pour une période de 3 ans.', 'P3Y', undefined, undefined],
    [
      'La convention prend effet le 1er mars 2023 et prendra fin le 30 juin 2024.',
      undefined,
      '2023-03-01',
      '2024-06-30',
    ],
    ['Il est conclu pour une durée de six mois.', 'P6M', undefined, undefined],
    ["La convention prend effet à compter du 1er mars 2023 pour une durée d'un an.", 'P1Y', '2023-03-01', undefined],
    ['La mise à disposition est consentie pour une durée indéterminée.', 'indefinite', undefined, undefined],
    ['La durée d’amortissement du matériel est de 5 ans.', undefined, undefined, undefined],
  ])('%s', (text, duration, start, end) => {
    expect(values(text, 'duration', 'start', 'end')).toEqual([duration, start, end]);
  });

  it('is all that its article says', () => {
    const text =
      'Article 1 - Objet\n\nTexte.\n\nArticle 2 - Durée\n\nElle entrera en vigueur dès sa notification aux parties.\n\nElle prendra fin le 30 juin 2024.';
    expect(values(text, 'duration', 'start', 'end')).toEqual([undefined, 'notification', '2024-06-30']);
  });
});

it('an article may go straight to what it stipulates', () => {
  const text = 'Article 3 - Objet\n\nTexte.\n\nArticle 4 - Elle sera reconduite tacitement d’année en année.';
  expect(clauses(text).find(({ kind }) => kind === 'renewal')).toMatchObject({ value: 'tacit', article: '4' });
});

describe('the renewal', () => {
  it.each([
    ['La convention est renouvelable par tacite reconduction.', 'tacit'],
    ['Elle ne pourra pas être renouvelée par tacite reconduction.', 'excluded'],
    ['La convention est reconductible par voie de nouvel avenant.', 'express'],
    ['La présente convention ne peut être reconduite que de manière expresse.', 'express'],
    ['Le renouvellement du matériel incombe au club.', undefined],
  ])('%s', (text, expected) => {
    expect(values(text, 'renewal')).toEqual([expected]);
  });
});

describe('the end', () => {
  it.each([
    ['Chaque partie peut dénoncer la convention, moyennant un délai de préavis de six mois.', 'P6M', undefined],
    ['Elle peut être dénoncée trois mois au moins avant son échéance.', 'P3M', undefined],
    [
      "Elle sera résiliée de plein droit à l'expiration d'un délai de deux mois suivant l'envoi d'une lettre recommandée valant mise en demeure.",
      undefined,
      'P2M',
    ],
    ['Le bilan est remis dans un délai de six mois suivant la clôture.', undefined, undefined],
  ])('%s', (text, notice, formal) => {
    expect(values(text, 'notice', 'formal_notice')).toEqual([notice, formal]);
  });

  it('is said in the article on it', () => {
    const text =
      'Article 1 - Objet\n\nUn bilan est dressé si la Ville veut mettre fin aux actions.\n\nArticle 2 - Résiliation\n\nChaque partie peut résilier la convention. Elle en avertit l’autre.';
    expect(values(text, 'termination')).toEqual(['Chaque partie peut résilier la convention.']);
  });
});

describe('the court', () => {
  it.each([
    [
      'Tout litige sera porté devant le tribunal administratif de Valmont-sur-Brune.',
      'tribunal administratif de Valmont-sur-Brune',
    ],
    ['Les différends relèvent des juridictions compétentes.', 'juridictions compétentes'],
    ['Vu le jugement du tribunal administratif de Valmont.', undefined],
  ])('%s', (text, expected) => {
    expect(values(text, 'court')).toEqual([expected]);
  });
});

describe('a blank', () => {
  const blanks = (text: string) =>
    clauses(text)
      .filter(({ kind }) => kind === 'blank')
      .map(({ value }) => value);

  it.each([
    ['La Ville verse une subvention de ………… € à l’association.', ['amount']],
    ['Vu la délibération n° xx du ______', ['number', 'date']],
    ['Le siège est situé [à compléter].', ['place']],
    ['Fait à Valbrune, le\n\nLe Maire,', ['date', 'signature']],
    ['Fait à Valbrune, le 3 mai 2024\n\nLe Maire,\nPaul LANTIER', []],
    ['Fait à ………, le ……… en deux exemplaires\n\nLe Maire,\nPaul LANTIER', ['place', 'date']],
    ['SOMMAIRE\nObjet ............ 3\nDurée ............ 4', []],
  ])('%s', (text, expected) => {
    expect(blanks(text)).toEqual(expected);
  });
});
