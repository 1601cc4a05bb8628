import { describe, expect, it } from 'vitest';
import { readIndicators } from '../../extractors/indicators/index.js';
import { act, heading, page, paragraph, report, table, told } from './written.js';

describe('dashes', () => {
  it('in front of the items of a list are no minus signs', () => {
    const found = report(
      paragraph('- 812 jeunes accueillis', '- 14 250 entretiens individuels', '- 36 % sans diplôme'),
    );
    expect(found.map(({ value, delta }) => [value, delta])).toEqual([
      ['812', undefined],
      ['14250', undefined],
      ['36', undefined],
    ]);
  });

  it('are none where they are glued to what they count', () => {
    const found = report(paragraph('-43 400 pompiers professionnels', '-13 000 militaires', '-277 incendies (-3 %)'));
    expect(found.map(({ value, delta }) => [value, delta])).toEqual([
      ['43400', undefined],
      ['13000', undefined],
      ['277', '-3%'],
    ]);
  });

  it('are minus signs where nothing but a comparison follows', () => {
    const [found] = report(paragraph('1 204 repas servis', '- 8 % par rapport à 2020'));
    expect(found).toMatchObject({ value: '1204', delta: '-8%', deltaBase: '2020' });
  });
});

describe('shares of a payment', () => {
  it('measure nothing', () => {
    const schedule = page(
      paragraph('La subvention est versée comme suit :'),
      paragraph('- 50 % à la signature, soit 12 000 € ;'),
      paragraph('- 30 % au 1er septembre 2024 ;'),
      paragraph('- 20 % sur présentation du bilan.'),
      paragraph('Elle peut être versée en deux fois : 60 % soit 14 400 € puis le solde.'),
    );
    expect(readIndicators(act('convention', schedule), [])).toEqual([]);
  });
});

describe('minutes', () => {
  const of = (...lines: string[]) =>
    readIndicators(act('minutes', page(...lines.map((line) => paragraph(line)))), []).map(({ value, qualifier }) => [
      value,
      qualifier,
    ]);

  it('tell a task by its infinitive and a fact by its participle', () => {
    expect(of('Il y a 15 arbres à replanter dans le verger.', 'Nous avons 86 réponses reçues à ce jour.')).toEqual([
      ['15', 'target'],
      ['86', 'actual'],
    ]);
  });

  it('number their points', () => {
    expect(of('Questions diverses\n5 Décisions modificatives du budget')).toEqual([]);
  });
});

describe('periods', () => {
  it('of a bracket stay inside it', () => {
    const found = report(
      paragraph('Nombre d’adhérents : 423 (398 en 2017-2018)'),
      paragraph('En 2021, 312 foyers ont bénéficié de colis (287 en 2020), soit 7 820 colis distribués.'),
    );
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      ['423', '2021'],
      ['398', '2017/2018'],
      ['312', '2021'],
      ['287', '2020'],
      ['7820', '2021'],
    ]);
  });

  it('of a sentence end at the next heading', () => {
    const found = report(
      heading('L’emploi', 1),
      paragraph('Pour 2023, l’objectif est fixé à 1 200 entrées en emploi.'),
      heading('Les moyens', 2),
      paragraph('La maison emploie 31 salariés.'),
    );
    expect(found.map(({ period, qualifier }) => [period, qualifier])).toEqual([
      ['2023', 'target'],
      ['2021', 'actual'],
    ]);
  });

  it('of an aim are said by its label', () => {
    const [found] = report(paragraph('Objectif 2022 : accueillir 350 foyers.'));
    expect(found).toMatchObject({ period: '2022', qualifier: 'target' });
  });

  it('of a column stand above it, also when the layout set them beside', () => {
    const found = report(
      heading('L’activité de 2019 à 2021', 2),
      table(1, ['Indicateur', '2020', '', '2021', ''], ['Personnes accueillies', '', '365', '', '400']),
    );
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      ['365', '2020'],
      ['400', '2021'],
    ]);
  });
});

describe('labels', () => {
  it('take the words before a colon', () => {
    const found = report(paragraph('Jauge moyenne : 412 places'), paragraph('Réseau social : 9 870 abonnés'));
    expect(found.map(told)).toEqual(['412 | places – Jauge moyenne | 2021', '9870 | abonnés – Réseau social | 2021']);
  });

  it('name the rate that a sentence gives behind other figures', () => {
    const found = report(
      paragraph('512 000 nuitées ont été enregistrées. Le taux d’occupation moyen des campings est de 54,3 %.'),
    );
    expect(found[1]).toMatchObject({ value: '54.3', label: 'taux d’occupation moyen des campings' });
  });

  it('say whose hours they were, and leave the verb to the next figure', () => {
    const found = report(
      paragraph('38 bénévoles ont donné 9 450 heures.'),
      paragraph('67 animations ont attiré 1 845 personnes.'),
    );
    expect(found.map(({ label }) => label)).toEqual([
      'bénévoles',
      'heures données par les bénévoles',
      'animations',
      'personnes',
    ]);
  });

  it('of what was reached are those of what was aimed at', () => {
    const found = report(paragraph('Objectif 2021 : 1 100 entrées en emploi. Réalisé : 1 126.'));
    expect(found.map(({ label, qualifier }) => [label, qualifier])).toEqual([
      ['entrées en emploi', 'target'],
      ['entrées en emploi', 'actual'],
    ]);
  });
});

describe('a page of bare numbers', () => {
  it('takes a time in proportion', () => {
    const time = (count: number): number => {
      const numbers = Array.from({ length: count }, (_, i) => paragraph(String((i * 7919) % 9973)));
      const start = process.cpuUsage();
      report(...numbers);
      return process.cpuUsage(start).user / 1000;
    };
    time(500);
    const short = Math.min(time(1000), time(1000));
    expect(time(8000)).toBeLessThan(8 * short * 3 + 100);
  });
});

describe('rates of local taxes', () => {
  const rates = (...texts: string[]) =>
    readIndicators(act('deliberation', page(...texts.map((text) => paragraph(...text.split('\n'))))), []).map(
      ({ value, unit, label, period, qualifier }) => [value, unit, label, period, qualifier],
    );

  it('are what a council votes, each under the name of its tax', () => {
    expect(
      rates('Le conseil vote les taux 2021 : TH 12,45 %, foncier bâti 17,30 % et foncier non bâti 41,02 %.'),
    ).toEqual([
      ['12.45', '%', 'TH', '2021', 'target'],
      ['17.30', '%', 'foncier bâti', '2021', 'target'],
      ['41.02', '%', 'foncier non bâti', '2021', 'target'],
    ]);
    expect(rates('Les taux de 2021 sont fixés ainsi :\nTaxe foncière sur les propriétés bâties : 15,23 %')).toEqual([
      ['15.23', '%', 'Taxe foncière sur les propriétés bâties', '2021', 'target'],
    ]);
  });

  it('are no share of another tax, nor its increase', () => {
    expect(rates('La TVA est de 20 %. Une majoration de la taxe foncière de 10 % est exclue.')).toEqual([]);
  });
});
