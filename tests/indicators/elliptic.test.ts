import { describe, expect, it } from 'vitest';
import { paragraph, report, told } from './written.js';

const read = (...lines: string[]) => report(...lines.map((line) => paragraph(line)));
const parents = (...lines: string[]) => read(...lines).map(({ value, parent }) => [value, parent]);

describe('counts that leave their noun out', () => {
  it('lean on the count before them, all on the same one', () => {
    const found = read(
      'Au total 1 836 personnes ont été reçues : 1 120 en entretien individuel, 716 en atelier collectif.',
    );
    expect(found.map(told)).toEqual([
      '1836 | personnes reçues | 2021',
      '1120 | personnes reçues en entretien individuel | 2021',
      '716 | personnes reçues en atelier collectif | 2021',
    ]);
  });

  it('may be a participle alone, a part of what stands before "dont"', () => {
    const found = read('La commission a instruit 145 demandes d’aide dont 112 ont été accordées et 33 refusées.');
    expect(found.map(told)).toEqual([
      '145 | demandes d’aide | 2021',
      '112 | demandes d’aide accordées | 2021',
      '33 | demandes d’aide refusées | 2021',
    ]);
    expect(found.map(({ parent }) => parent)).toEqual([undefined, 0, 0]);
  });

  it('may be in words, as parts of a count', () => {
    const found = read('On relève 14 interpellations, dont sept pour vol, quatre pour violences et deux pour recel.');
    expect(found.map(told)).toEqual([
      '14 | interpellations | 2021',
      '7 | interpellations pour vol | 2021',
      '4 | interpellations pour violences | 2021',
      '2 | interpellations pour recel | 2021',
    ]);
    expect(found.map(({ parent }) => parent)).toEqual([undefined, 0, 0, 0]);
    expect(read('Le foyer a tenu 14 réunions, deux par mois.').map(told)).toEqual(['14 | réunions | 2021']);
  });

  it('are what "est passé de … à" says of one subject', () => {
    expect(read('Le nombre de repas est passé de 21 340 en 2020 à 22 815 en 2021.').map(told)).toEqual([
      '21340 | nombre de repas | 2020',
      '22815 | nombre de repas | 2021',
    ]);
    expect(read('Le nombre d’adhérents est passé de 312 en 2020 à 345 en 2021.').map(told)).toEqual([
      '312 | nombre d’adhérents | 2020',
      '345 | nombre d’adhérents | 2021',
    ]);
  });

  it('are of what a pronoun points back to', () => {
    const found = read('Le dépôt a prêté 5 570 ouvrages en 2020, ce chiffre est passé à 6 010 en 2021.');
    expect(found.map(told)).toEqual(['5570 | ouvrages | 2020', '6010 | ouvrages | 2021']);
  });

  it('are parts of what "sur les" has named', () => {
    expect(
      parents('Sur les 48 stagiaires entrés en formation, 39 ont obtenu leur titre et 31 sont en emploi.'),
    ).toEqual([
      ['48', undefined],
      ['39', 0],
      ['31', 0],
    ]);
  });
});

describe('wholes', () => {
  it('may come last', () => {
    expect(parents('Cela représente 738 adultes et 742 enfants soit un total de 1 480 personnes.')).toEqual([
      ['738', 2],
      ['742', 2],
      ['1480', undefined],
    ]);
  });
});

describe('the verb behind a count', () => {
  it('in the singular goes with what stands before the count', () => {
    const found = read('La crèche de 24 places a accueilli 58 enfants pour 28 450 heures facturées.');
    expect(found.map(({ label }) => label)).toEqual(['places', 'enfants', 'heures facturées']);
  });

  it('ends the label, or becomes a participle', () => {
    const found = read('Trois agents formés assurent l’accueil.', '413 familles habitent en QPV.');
    expect(found.map(({ label }) => label)).toEqual(['agents formés', 'familles habitant en QPV']);
  });
});

describe('counts of a move', () => {
  it('say which way', () => {
    const found = read(
      'Une baisse de 550 nuitées est à noter.',
      'Les entrées sont en augmentation d’une vingtaine de familles.',
    );
    expect(found.map(({ label, delta }) => [label, delta])).toEqual([
      ['baisse : nuitées', '-550'],
      ['augmentation : familles', '+20'],
    ]);
  });
});

describe('shares', () => {
  const shares = (...lines: string[]) => read(...lines).map(({ value, label }) => [value, label]);

  it('are of what represents them', () => {
    expect(shares('Les femmes représentent 52 % des adhérents et les moins de 25 ans 31 %.')).toEqual([
      ['52', 'femmes parmi les adhérents'],
      ['31', 'les moins de 25 ans'],
    ]);
  });

  it('in a bracket are of the words, or of the count, before it', () => {
    expect(shares('Les visiteurs sont surtout les Belges (70 %) et les Allemands (12 %).')).toEqual([
      ['70', 'Belges'],
      ['12', 'Allemands'],
    ]);
    expect(shares('Il y a 210 femmes (61 %) et 135 hommes (39 %).')).toEqual([
      ['210', 'femmes'],
      ['61', 'femmes'],
      ['135', 'hommes'],
      ['39', 'hommes'],
    ]);
  });

  it('may be a rate that the sentence names', () => {
    expect(shares('Le multi-accueil de 30 places affiche un taux d’occupation de 82 %.')).toEqual([
      ['30', 'places'],
      ['82', 'taux d’occupation'],
    ]);
  });
});

describe('an objective beside what was done', () => {
  it('is aimed at, and of the same thing', () => {
    const found = read(
      'Garantie locale : 512 entrées pour un objectif de 480.',
      'Parcours : 894 entrées (objectif : 950).',
    );
    expect(found.map(({ value, label, qualifier }) => [value, label, qualifier])).toEqual([
      ['512', 'entrées – Garantie locale', 'actual'],
      ['480', 'entrées – Garantie locale', 'target'],
      ['894', 'entrées – Parcours', 'actual'],
      ['950', 'entrées – Parcours', 'target'],
    ]);
  });
});

describe('shares of other wholes', () => {
  it('are of the population that "soit" sets the count in', () => {
    const found = read('Le réseau compte 18 245 inscrits, soit 14,7 % de la population.');
    expect(found.map(({ label }) => label)).toEqual(['inscrits', 'inscrits dans la population']);
  });

  it('of a sum are no shares of what was counted before', () => {
    const found = read('L’équipe compte 31 agents. Le budget est de 2,3 M€ dont 78 % de charges de personnel.');
    expect(found.map(({ value, label, parent }) => [value, label, parent])).toEqual([
      ['31', 'agents', undefined],
      ['78', 'charges de personnel', undefined],
    ]);
  });

  it('are parts of a count, not of its full-time equivalents', () => {
    expect(parents('L’équipe compte 52 agents (46,8 ETP), dont 38 femmes.')).toEqual([
      ['52', undefined],
      ['46.8', undefined],
      ['38', 0],
    ]);
  });
});

describe('the year of a paragraph', () => {
  it('is not that of the next', () => {
    const found = read('En 2019, le jardin a reçu 12 classes. Il a donné 3 concerts.', 'La serre a reçu 40 visiteurs.');
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      ['12', '2019'],
      ['3', '2019'],
      ['40', '2021'],
    ]);
  });

  it('is not said of a figure that has moved since', () => {
    const found = read('Le nombre d’emprunteurs est passé de 11 480 à 12 036.');
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      ['11480', undefined],
      ['12036', '2021'],
    ]);
  });
});

describe('what a figure is brought to', () => {
  it('is the quantity that the sentence names', () => {
    const found = read('Le beau temps a fait remonter le nombre de participants à 83, contre 50 en 2013.');
    expect(found.map(told)).toEqual(['83 | nombre de participants | 2021', '50 | nombre de participants | 2013']);
  });
});

describe('rates by thousands', () => {
  it('keep their thousands in the label', () => {
    const found = read('Le territoire compte 358 pompiers pour 100 000 habitants.');
    expect(found.map(told)).toEqual(['358 | pompiers pour 100 000 habitants | 2021']);
  });
});
