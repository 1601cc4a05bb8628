import { describe, expect, it } from 'vitest';
import { paragraph, report, told } from './written.js';

describe('a figure of another year', () => {
  it('keeps its year to itself', () => {
    const found = report(paragraph('Le club compte 345 adhérents contre 312 en 2020, et 28 bénévoles.'));
    expect(found.map(told)).toEqual(['345 | adhérents | 2021', '312 | adhérents | 2020', '28 | bénévoles | 2021']);
  });

  it('is the base of the variation behind it, which belongs to the figure before', () => {
    const found = report(paragraph('La permanence a reçu 2 410 personnes contre 3 442 en 2020, soit -30 %.'));
    expect(found.map(({ value, delta, deltaBase }) => [value, delta, deltaBase])).toEqual([
      ['2410', '-30%', '2020'],
      ['3442', undefined, undefined],
    ]);
  });

  it('may be of the year before, or stand in a bracket', () => {
    const found = report(
      paragraph('Nous avons servi 1 880 repas contre 1 740 l’année précédente.'),
      paragraph('La ludothèque a prêté 960 jeux (812 en 2019).'),
    );
    expect(found.map(told)).toEqual([
      '1880 | repas | 2021',
      '1740 | repas | 2020',
      '960 | jeux | 2021',
      '812 | jeux | 2019',
    ]);
  });

  it('is of the year before where the sentence begins with it', () => {
    expect(report(paragraph('L’an dernier, 730 repas ont été servis.')).map(told)).toEqual([
      '730 | repas servis | 2020',
    ]);
    expect(report(paragraph('Plus que l’an dernier, 730 repas ont été servis.')).map(told)).toEqual([
      '730 | repas servis | 2021',
    ]);
    expect(
      report(paragraph('La consommation est passée de 524 kWh par habitant en 2018 à 475 kWh par habitant.')).map(told),
    ).toEqual(['524 | consommation | 2018', '475 | consommation | 2021']);
  });

  it('is no part of what "dont" has said', () => {
    const found = report(paragraph('L’office a reçu 7 010 visiteurs, dont 2 800 en juillet contre 3 050 en 2020.'));
    expect(found.map(({ value, parent }) => [value, parent])).toEqual([
      ['7010', undefined],
      ['2800', 0],
      ['3050', undefined],
    ]);
  });
});

describe('variations told by a verb', () => {
  it('are of what the sentence names', () => {
    const found = report(paragraph('Hors campings, le nombre de nuitées a augmenté de 3 % par rapport à 2020.'));
    expect(found.map(told)).toEqual(['3 % | évolution : nombre de nuitées | 2021']);
    expect(found[0]).toMatchObject({ delta: '+3%', deltaBase: '2020' });
  });

  it('are of the noun behind them, as far as its verb', () => {
    const found = report(paragraph('Une hausse de 7 % des inscriptions est attendue.'));
    expect(found.map(({ label }) => label)).toEqual(['hausse : inscriptions']);
  });

  it('may be told by "de plus que"', () => {
    const [found] = report(paragraph('La halte a accueilli 96 enfants, soit 12 de plus qu’en 2020.'));
    expect(found).toMatchObject({ value: '96', delta: '+12', deltaBase: '2020' });
  });
});

describe('variations in brackets', () => {
  it('are each of their own clause', () => {
    const found = report(
      paragraph('En 2021, le secours a pour sa part augmenté (+ 12 %) ainsi que les accidents de route (+ 21 %).'),
    );
    expect(found.map(({ label }) => label)).toEqual(['évolution : secours', 'évolution : accidents de route']);
  });

  it('are of the year that stands behind them, and of what a remark speaks of', () => {
    const found = report(paragraph('La présidente souligne que les effectifs ont progressé : + 10 % en 2020.'));
    expect(found.map(told)).toEqual(['10 % | évolution : effectifs | 2020']);
  });
});
