import { describe, expect, it } from 'vitest';
import { plain } from '../../extractors/acts/plain.js';
import { countedNoun } from '../../extractors/indicators/counted.js';
import { deltasIn } from '../../extractors/indicators/delta.js';
import { scanFigures } from '../../extractors/indicators/figures.js';
import { periodsIn, yearOfHeading } from '../../extractors/indicators/period.js';

describe('figures', () => {
  it.each([
    ['3 218 jeunes', [['3218', 'number']]],
    ['plus de 900.000 heures', [['900000', 'number']]],
    [
      '78.40 ETP et 27,4% du total',
      [
        ['78.40', 'number'],
        ['27.4', 'percent'],
      ],
    ],
    ['suivre 2/3 d’adultes', [['2/3', 'fraction']]],
    [
      'un score de 85/100',
      [
        ['1', 'number'],
        ['85', 'number'],
      ],
    ],
    ['- 16,98 %', [['-16.98', 'percent']]],
    ['de 6 à 12 participants', [['6', 'number']]],
    ['près d’un quart des heures', [['1/4', 'fraction']]],
    ['une trentaine d’enfants', [['30', 'number']]],
    [
      'un niveau BAC+2, une feuille A4, #2jours',
      [
        ['1', 'number'],
        ['1', 'number'],
      ],
    ],
  ])('%s', (text, figures) => {
    expect(scanFigures(plain(text)).map(({ value, form }) => [value, form])).toEqual(figures);
  });

  it('hears what softens a figure', () => {
    const heard = ['plus de 13 actions', 'environ 1800 personnes', 'un maximum de 20 places', '+2 500 impressions'];
    expect(heard.map((text) => scanFigures(plain(text)).at(-1)!.approximation)).toEqual([
      'at_least',
      'about',
      'at_most',
      'at_least',
    ]);
  });
});

describe('counted nouns', () => {
  it.each([
    ['nouveaux membres', 'membre'],
    ['grands job-datings', 'job'],
    ['jeunes bénéficiaires', 'beneficiaire'],
    ['jeunes nouveaux inscrits', 'jeune'],
    ['demandeurs d’emploi', 'demandeur'],
  ])('%s', (text, word) => expect(countedNoun(plain(text), 0)?.word).toBe(word));
});

describe('periods', () => {
  it.each([
    ['au 31 décembre 2021', ['2021-12-31']],
    ['en 2019', ['2019']],
    ['au 1er semestre 2022', ['2022-S1']],
    ['au cours de l’année scolaire 2015-2016', ['2015/2016']],
    ['entre juillet 2020 et décembre 2022', ['2020-07/2022-12']],
    ['par rapport à 2020', []],
    ['à la rentrée 2019', ['2019']],
    ['en recul de 5 % entre 2019 et 2020', []],
    ['depuis 2010', []],
  ])('%s', (text, periods) => expect(periodsIn(plain(text)).map(({ value }) => value)).toEqual(periods));

  it('reads the year of a heading', () => {
    expect(yearOfHeading('chiffres cles 2021')).toBe('2021');
    expect(yearOfHeading('saison 2022-2023')).toBe('2022/2023');
  });
});

describe('variations', () => {
  it.each([
    ['jeunes inscrits (+189/2020)', [['+189', '2020']]],
    ['-1,1% d’évolution par rapport à 2020', [['-1.1%', '2020']]],
    ['(+9,75%)/2020', [['+9.75%', '2020']]],
    ['soit une augmentation de 26%.', [['+26%', undefined]]],
    ['en baisse de 4,5 % par rapport à 2022', [['-4.5%', '2022']]],
    ['une hausse de 5 % entre 2010 et 2019', [['+5%', '2010']]],
  ])('%s', (text, deltas) => expect(deltasIn(plain(text)).map(({ delta, base }) => [delta, base])).toEqual(deltas));
});
