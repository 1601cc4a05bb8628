import { describe, expect, it } from 'vitest';
import { card, paragraph, report, told } from './written.js';

const read = (...lines: string[]) => report(...lines.map((line) => paragraph(line))).map(told);

describe('a figure in a bracket', () => {
  it('is of the words right before it, and not of what the sentence begins with', () => {
    expect(
      read('Les flux en recul sont les gravats (- 13,7 %), la ferraille (- 4 %) ou encore le bois (- 8,4 %).'),
    ).toEqual([
      '-13.7 % | évolution : gravats | 2021',
      '-4 % | évolution : ferraille | 2021',
      '-8.4 % | évolution : bois | 2021',
    ]);
    expect(read('La collecte évolue : en baisse sur les cartons (-17 %), en hausse sur le verre (+7 %).')).toEqual([
      '-17 % | évolution : cartons | 2021',
      '7 % | évolution : verre | 2021',
    ]);
  });

  it('is of the subject where what stands before it is a predicate or a sum', () => {
    expect(read('Le musée de la Mine reste quasi stable (- 1 %).')).toEqual([
      '-1 % | évolution : musée de la Mine | 2021',
    ]);
    expect(read('Les charges de personnel, pour l’exercice 2021, se sont élevées à 75 145 € (+3.7 %).')).toEqual([
      '3.7 % | évolution : charges de personnel | 2021',
    ]);
  });

  it('may be set against two years', () => {
    const found = report(
      paragraph('Le bois est stable, les gravats (-8 % par rapport à 2020, -9 % par rapport à 2018).'),
    );
    expect(found.map(({ label, deltaBase }) => [label, deltaBase])).toEqual([
      ['évolution : gravats', '2020'],
      ['évolution : gravats', '2018'],
    ]);
  });

  it('is the measure of what stands before it', () => {
    expect(read('Environ 42 % des déchets sont apportés en déchèterie (222 kg / hab.).')).toEqual([
      '42 % | déchets apportés en déchèterie | 2021',
      '222 | déchets apportés en déchèterie | 2021',
    ]);
  });

  it('is a count of a noun, from year to year', () => {
    expect(read('Les interventions de nuit (3 218) se stabilisent.')).toEqual(['3218 | interventions de nuit | 2021']);
    expect(read('Pas d’évolution du nombre d’adhésions (496 en 2020, 497 en 2021).')).toEqual([
      '496 | nombre d’adhésions | 2020',
      '497 | nombre d’adhésions | 2021',
    ]);
  });

  it('counts what the bracket before it counts, and does not move another count', () => {
    expect(
      read('Les plus visités sont le musée du Lin (35 000 visiteurs), la Maison du sel (28 400) et la Mine (7 800).'),
    ).toEqual(['35000 | visiteurs | 2021', '28400 | Maison du sel | 2021', '7800 | Mine | 2021']);
    const found = report(paragraph('Avec 21 260 visiteurs, le musée fait mieux que le château (+3 %).'));
    expect(found.map(({ label, delta }) => [label, delta])).toEqual([
      ['visiteurs', undefined],
      ['évolution : château', '+3%'],
    ]);
  });

  it('gives the parts of what has been counted, each by its name', () => {
    const found = report(
      paragraph('L’amicale compte 85 membres (Aubin 39 ; Lène 24 ; Orvanne 22), et 10 hors canton.'),
    );
    expect(found.map(told)).toEqual([
      '85 | membres | 2021',
      '39 | membres – Aubin | 2021',
      '24 | membres – Lène | 2021',
      '22 | membres – Orvanne | 2021',
      '10 | membres hors canton | 2021',
    ]);
    expect(found.map(({ parent }) => parent)).toEqual([undefined, 0, 0, 0, undefined]);
  });

  it('says what most of them are by the words behind it', () => {
    expect(read('Nous suivons 120 stagiaires. La plupart d’entre eux (91 %) n’ont pas le permis.').at(-1)).toBe(
      "91 % | n'ayant pas le permis parmi les stagiaires | 2021",
    );
  });
});

describe('one thing from year to year', () => {
  it('keeps its name', () => {
    expect(read('Abonnés hors commune : 23 % en 2018, 21 % en 2019 et 18 % en 2020.')).toEqual([
      '23 % | Abonnés hors commune | 2018',
      '21 % | Abonnés hors commune | 2019',
      '18 % | Abonnés hors commune | 2020',
    ]);
    expect(read('Le taux de départ a baissé : il était de 40 % en 2019 pour arriver à 26 %.')).toEqual([
      '40 % | taux de départ | 2019',
      '26 % | taux de départ | 2021',
    ]);
  });

  it('moves from one figure to the other', () => {
    expect(read('Le nombre des agents a légèrement diminué, passant de 40.400 à 40.200.')).toEqual([
      '40400 | nombre des agents',
      '40200 | nombre des agents | 2021',
    ]);
  });
});

describe('moves', () => {
  it('name what moves before they say by how much', () => {
    expect(read('On note une baisse globale de la production de déchets de 6 % entre 2020 et 2021.')).toEqual([
      '-6 % | baisse : production de déchets | 2021',
    ]);
  });

  it('may have an aside before they say by how much', () => {
    expect(read('La facture a augmenté, elle, de 35,5 %.')).toEqual(['35.5 % | évolution : facture | 2021']);
  });

  it('name what moves behind them, and when they do not', () => {
    expect(read('Les musées progressent : +44 % pour le musée de la Mine, +20 % pour les Arts décoratifs.')).toEqual([
      '44 % | évolution : musée de la Mine | 2021',
      '20 % | évolution : Arts décoratifs | 2021',
    ]);
    expect(read('Les inscriptions ont augmenté de 20 % dans les écoles.')).toEqual([
      '20 % | évolution : inscriptions | 2021',
    ]);
    expect(read('Le nombre de repas a augmenté de 22 % sur les trois premiers mois.')).toEqual([
      '22 % | évolution : nombre de repas | 2021',
    ]);
    expect(read('On observe un recul de 27 % à la Cité des arts, de 19 % au musée du Lin.')).toEqual([
      '-27 % | recul : Cité des arts | 2021',
      '-19 % | évolution : musée du Lin | 2021',
    ]);
  });

  it('hold for the next thing too', () => {
    const found = report(paragraph('Les accidents ont augmenté de 3 % et les départs de feu de 15 %.'));
    expect(found.map(({ value, label, delta }) => [value, label, delta])).toEqual([
      ['3', 'évolution : accidents', '+3%'],
      ['15', 'évolution : départs de feu', '+15%'],
    ]);
  });
});

describe('a card', () => {
  it('may have its caption over its figure', () => {
    const found = report(
      card('Enfants inscrits', '642'),
      card('Journées réalisées', '9 873'),
      card('31', 'séjours'),
      card('38 412 h', 'd’intervention'),
    );
    expect(found.map(told)).toEqual([
      '642 | Enfants inscrits | 2021',
      '9873 | Journées réalisées | 2021',
      '31 | séjours | 2021',
      '38412 | heures d’intervention | 2021',
    ]);
  });
});
