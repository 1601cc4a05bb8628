import { describe, expect, it } from 'vitest';
import { readIndicators } from '../../extractors/indicators/index.js';
import { act, heading, page, paragraph, report, table, told } from './written.js';

describe('the heads of a table', () => {
  it('give years, also as dates, units, and the years of a variation', () => {
    const found = report(
      paragraph('Tonnages collectés'),
      table(
        1,
        ['Flux (en tonnes)', '31/12/2020', '31/12/2021', 'Évolution 2020/2021', 'Ratio kg/hab'],
        ['Verre', '1 487', '1 560', '+4,9 %', '37,8'],
      ),
    );
    expect(found.map(told)).toEqual([
      '1487 | Tonnages collectés – Verre | 2020',
      '1560 | Tonnages collectés – Verre | 2021',
      '4.9 % | Évolution – Tonnages collectés – Verre | 2021',
      '37.8 | Ratio kg/hab – Verre | 2021',
    ]);
    expect(found.map(({ unit }) => unit)).toEqual(['tonnes', 'tonnes', '%', 'kg/hab']);
    expect(found[2]).toMatchObject({ delta: '+4.9%', deltaBase: '2020' });
  });

  it('hold money column by column', () => {
    const found = report(
      heading('Les ateliers', 2),
      table(1, ['Atelier', 'Nombre de séances', 'Nombre de participants', 'Coût'], ['Couture', '34', '18', '1 250']),
    );
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      ['34', 'séances'],
      ['18', 'participants'],
    ]);
  });
});

describe('a table of minutes', () => {
  it('counts where its head says so', () => {
    const survey = page(table(1, ['Horaire', 'Nb de votes'], ['22 h – 4 h', '7'], ['23 h – 5 h', '30']));
    const found = readIndicators(act('minutes', survey), []);
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      ['7', 'votes'],
      ['30', 'votes'],
    ]);
  });
});

describe('the corner of a table', () => {
  it('says what is counted where it is in the plural', () => {
    const counted = report(table(1, ['Entrées en solution', '2020', '2021'], ['CDI', '142', '168']));
    expect(counted.map(told)).toEqual([
      '142 | Entrées en solution – CDI | 2020',
      '168 | Entrées en solution – CDI | 2021',
    ]);
  });
});

describe('the rows of a table', () => {
  it('are named without their code', () => {
    const [found] = report(table(1, ['Code', 'Indicateur', '2021'], ['P104.3', 'Rendement du réseau', '78,6 %']));
    expect(found!.label).toBe('Rendement du réseau');
  });

  it('are no parts of how the total moved', () => {
    const found = report(
      table(
        1,
        ['Secteur', '2020', '2021', 'Évolution'],
        ['Enfance', '172', '186', '+8,1 %'],
        ['Total', '172', '186', '+8,1 %'],
      ),
    );
    expect(found.map(({ parent }) => parent)).toEqual([3, 4, undefined, undefined, undefined, undefined]);
  });
});

describe('numbered headings', () => {
  it('name what stands below them', () => {
    const found = report(heading('2.3 Les abonnés', 2), table(1, ['Commune', '2020', '2021'], ['Orval', '310', '325']));
    expect(found.map(({ label }) => label)).toEqual(['abonnés – Orval', 'abonnés – Orval']);
  });
});

describe('a column of codes', () => {
  it('counts nothing', () => {
    const found = report(
      table(1, ['Chap.', 'Service', 'Agents'], ['011', 'Voirie', '12'], ['012', 'Écoles', '31']),
      table(1, ['Service', 'Poste', 'Agents'], ['Voirie', '0412', '12']),
    );
    expect(found.map(({ value }) => value)).toEqual(['12', '31', '12']);
  });
});

describe('a plan of funding', () => {
  it('gives each share to the one who pays it, as a forecast', () => {
    const plan = page(
      paragraph('Le conseil approuve le plan de financement suivant :'),
      table(
        1,
        ['Travaux', 'Montant', 'Financeur', 'Taux'],
        ['Toiture', '84 250 €', 'Département', '40 %'],
        ['Façade', '51 400 €', 'Commune', '60 %'],
      ),
    );
    expect(readIndicators(act('deliberation', plan), []).map(({ label, qualifier }) => [label, qualifier])).toEqual([
      ['Département', 'forecast'],
      ['Commune', 'forecast'],
    ]);
  });
});

describe('a table over two pages', () => {
  it('keeps its heads for a total alone on the second', () => {
    const first = page(
      heading("RAPPORT D'ACTIVITÉ 2021"),
      table(
        1,
        ['Forage', 'Nature', 'Volume 2020 en m³', 'Volume 2021 en m³'],
        ['Les Prés', 'Souterraine', '322 820', '314 240'],
      ),
    );
    const second = { ...page(table(0, ['Total', '322 820', '314 240'])), number: 2 };
    const found = readIndicators(act('activity_report', first, second), []);
    expect(found.slice(2).map(({ value, period, unit }) => [value, period, unit])).toEqual([
      ['322820', '2020', 'm³'],
      ['314240', '2021', 'm³'],
    ]);
  });
});
