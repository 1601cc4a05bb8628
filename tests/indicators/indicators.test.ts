import { describe, expect, it } from 'vitest';
import { readIndicators } from '../../extractors/indicators/index.js';
import { indicatorKey } from '../../extractors/indicators/key.js';
import { act, card, heading, page, paragraph, report, table, told } from './written.js';

describe('key figures', () => {
  it('stand over their captions', () => {
    const found = report(
      heading('CHIFFRES CLÉS 2021', 2),
      card('1 412', 'JEUNES ACCUEILLIS (+130/2020)'),
      card('47%', 'de femmes'),
      card('9 350', 'entretiens réalisés'),
    );
    expect(found.map(told)).toEqual([
      '1412 | jeunes accueillis | 2021',
      '47 % | femmes parmi les jeunes accueillis | 2021',
      '9350 | entretiens réalisés | 2021',
    ]);
    expect(found[0]).toMatchObject({ delta: '+130', deltaBase: '2020', unit: 'jeunes' });
    expect(found[1]!.parent).toBe(0);
  });

  it('may have their variation before the caption', () => {
    const found = report(heading('CHIFFRES CLÉS 2021', 2), paragraph('2 218', '(+340/2020)', 'FAMILLES SUIVIES'));
    expect(found.map(told)).toEqual(['2218 | familles suivies | 2021']);
    expect(found[0]).toMatchObject({ delta: '+340', deltaBase: '2020' });
  });

  it('may stand under their captions', () => {
    const found = report(
      paragraph('Ateliers collectifs', '64', 'Rendez-vous individuels', '512', 'Visites à domicile', '38'),
    );
    expect(found.map(told)).toEqual([
      '64 | Ateliers collectifs | 2021',
      '512 | Rendez-vous individuels | 2021',
      '38 | Visites à domicile | 2021',
    ]);
  });

  it('share a caption', () => {
    const found = report(paragraph('6', '180', 'TUTEURS pour APPRENTIS SUIVIS'));
    expect(found.map(told)).toEqual(['6 | tuteurs | 2021', '180 | apprentis suivis | 2021']);
  });

  it('hold at the date of their caption', () => {
    const found = report(card('17 240', 'DEMANDEURS D’EMPLOI AU 31 DÉCEMBRE 2021.', '-11,6% par rapport à 2020'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ value: '17240', period: '2021-12-31', delta: '-11.6%', deltaBase: '2020' });
  });

  it('are the parts of the whole that they add up to, and shares are shares of the whole', () => {
    const found = report(
      heading('CHIFFRES CLÉS 2021', 2),
      card('500', 'participants'),
      card('320', 'jeunes'),
      card('180', 'adultes'),
      card('41%', 'de femmes'),
    );
    expect(found.map(({ parent }) => parent)).toEqual([undefined, 0, 0, 0]);
    expect(found[3]!.label).toBe('femmes parmi les participants');
  });
});

describe('lists under a lead-in', () => {
  it('are the parts of what the lead-in counts', () => {
    const found = report(
      heading('CHIFFRES CLÉS 2021', 2),
      paragraph('2 060', 'CONTRATS DE TRAVAIL SIGNÉS :'),
      paragraph('1 004 missions intérimaires', '610 CDD', '206 contrats aidés'),
    );
    expect(found.map(told)).toEqual([
      '2060 | contrats de travail signés | 2021',
      '1004 | missions intérimaires | 2021',
      '610 | CDD | 2021',
      '206 | contrats aidés | 2021',
    ]);
    expect(found.slice(1).map(({ parent }) => parent)).toEqual([0, 0, 0]);
  });
});

describe('sentences', () => {
  it('share their subject', () => {
    const found = report(
      paragraph(
        'En 2020, 4 310 jeunes ont été suivis par le service, dont 52 % de garçons et 48 % de filles. 37 % sont mineurs.',
      ),
    );
    expect(found.map(told)).toEqual([
      '4310 | jeunes suivis par le service | 2020',
      '52 % | garçons parmi les jeunes suivis par le service | 2020',
      '48 % | filles parmi les jeunes suivis par le service | 2020',
      '37 % | mineurs parmi les jeunes suivis par le service | 2020',
    ]);
  });

  it('soften, aim and foresee', () => {
    const found = report(
      paragraph(
        'Plus de 400 visiteurs ont été reçus.',
        "L'objectif est d'accueillir environ 250 familles.",
        'Le service accompagnera 80 stagiaires.',
      ),
    );
    expect(found.map(({ value, approximation, qualifier }) => [value, approximation, qualifier])).toEqual([
      ['400', 'at_least', 'actual'],
      ['250', 'about', 'target'],
      ['80', 'exact', 'forecast'],
    ]);
  });

  it('say what is, in a report that decides nothing; what a decision speaks of is to come', () => {
    const text = [heading('Les effectifs'), paragraph('La commune emploie 87 agents.')];
    const qualifiers = (kind: 'other' | 'deliberation') =>
      readIndicators(act(kind, page(...text)), []).map(({ value, qualifier }) => [value, qualifier]);
    expect(qualifiers('other')).toEqual([['87', 'actual']]);
    expect(qualifiers('deliberation')).toEqual([['87', 'forecast']]);
  });

  it('have done what they will have done, and what exceeds an objective', () => {
    const found = report(
      paragraph('Le stage aura permis à 14 jeunes de passer leur permis.'),
      paragraph('Nous avons dépassé nos objectifs avec 52 ateliers.'),
    );
    expect(found.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      ['14', 'actual'],
      ['52', 'actual'],
    ]);
  });

  it('give the rate of a whole, and no day of a month', () => {
    const found = report(
      paragraph('Le festival affiche un taux de fréquentation de 97 % pour l’ensemble de la saison, au 31 décembre.'),
    );
    expect(found.map(told)).toEqual(['97 % | taux de fréquentation | 2021']);
  });

  it('state a variation of money by itself', () => {
    const found = report(
      paragraph("Les produits d'exploitation s'élèvent à 560 000 €, soit une augmentation de 12 % par rapport à 2020."),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      value: '12',
      unit: '%',
      delta: '+12%',
      deltaBase: '2020',
      label: "augmentation : produits d'exploitation",
    });
  });
});

describe('what is no indicator', () => {
  it.each([
    'Les jeunes de 16 à 25 ans sont reçus à la maison de quartier.',
    'Le parcours dure 18 mois au plus.',
    "Le projet s'articule autour de 5 axes et de trois thématiques.",
    'Ouvert le lundi de 9h à 12h, 14 rue des Tilleuls.',
    "L'avenant 65 s'applique depuis le 1er septembre 2021.",
    'Un reportage de France 3 et le plan #1jeune1solution.',
    'Les entreprises de 10 à 49 salariés nous écrivent.',
    'Une aide de 1 400 € par an.',
    'Introduction ..... 12',
  ])('%s', (text) => expect(report(paragraph(text))).toEqual([]));

  it('in a deliberation: attendance, votes, points and articles', () => {
    const deliberation = act(
      'deliberation',
      page(
        paragraph('Nombre de conseillers en exercice : 29', 'Présents : 24', 'Votants : 27'),
        paragraph('Après en avoir délibéré, par 25 voix pour et 2 abstentions,'),
        paragraph('6.2 Éclairage public'),
        paragraph('Article 3 : la convention est conclue pour 3 ans en deux exemplaires.'),
      ),
    );
    expect(readIndicators(deliberation, [])).toEqual([]);
  });
});

describe('tables', () => {
  it('are read row by column, years as periods', () => {
    const found = report(
      heading('Ateliers par commune', 2),
      table(
        1,
        ['', '2020', '2021', 'Évolution'],
        ['Valbois', '12', '15', '+ 25 %'],
        ['Orme-sur-Lys', '8', '6', '- 25 %'],
        ['TOTAL', '20', '21', '+ 5 %'],
      ),
    );
    expect(found.map(told)).toContain('12 | Ateliers par commune – Valbois | 2020');
    const variation = found.find(({ value }) => value === '-25')!;
    expect(variation).toMatchObject({ unit: '%', delta: '-25%', deltaBase: '2020', inTable: true });
    expect(found[0]!.parent).toBe(found.findIndex(({ value, period }) => value === '20' && period === '2020'));
  });

  it('of two columns take the heading for what they break down', () => {
    const found = report(
      heading('Répartition par niveau de diplôme', 2),
      table(0, ['Sans diplôme', '18,5%'], ['CAP ou BEP', '44%'], ['Baccalauréat', '37,5%']),
    );
    expect(found.map(told)).toEqual([
      '18.5 % | Répartition par niveau de diplôme – Sans diplôme | 2021',
      '44 % | Répartition par niveau de diplôme – CAP ou BEP | 2021',
      '37.5 % | Répartition par niveau de diplôme – Baccalauréat | 2021',
    ]);
  });

  it('may have heads over several columns, in pairs of numbers and shares', () => {
    const found = report(
      heading('Fréquentation', 2),
      table(
        3,
        ['Antennes', 'Nouvelles inscriptions', '', '', ''],
        ['', '2020', '', '2021', ''],
        ['', 'Nbre', '%', 'Nbre', '%'],
        ['Valbois', '120', '60', '90', '45'],
        ['TOTAL', '200', '100', '200', '100'],
      ),
    );
    expect(found.slice(0, 4).map(told)).toEqual([
      '120 | Nouvelles inscriptions – Valbois | 2020',
      '60 % | Nouvelles inscriptions – Valbois | 2020',
      '90 | Nouvelles inscriptions – Valbois | 2021',
      '45 % | Nouvelles inscriptions – Valbois | 2021',
    ]);
  });

  it('of money hold no indicator', () => {
    expect(
      report(heading('Budget', 2), table(1, ['Charges (en €)', '2021'], ['Achats', '12 000'], ['Salaires', '80 500'])),
    ).toEqual([]);
  });
});

describe('keys', () => {
  it('are the same across years and ways of writing, and differ by unit and scope', () => {
    const key = (label: string, unit: string, scope = '') => indicatorKey({ label, unit }, 'Mission de Valbois', scope);
    expect(key('jeunes accompagnés', 'jeunes')).toBe(key('Jeune accompagné', 'jeunes'));
    expect(key('salariés au 31 décembre 2021', 'salariés')).toBe(key('salariés au 1er janvier 2023', 'salariés'));
    expect(key('contrats signés', 'contrats')).not.toBe(key('contrats signés', '%'));
    expect(key('femmes', '%', 'Parrainage')).not.toBe(key('femmes', '%', 'Accueil'));
  });
});
