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

  it('are what "est passé de … à" says of one subject', () => {
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
