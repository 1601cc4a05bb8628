import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../extractors/mentions/bodies.js';
import { ownNumber } from '../../extractors/mentions/own-number.js';
import { repeats } from '../../extractors/mentions/passages.js';
import type { Citation, Mention, Statements } from '../../models/records.js';
import { actOf } from '../arithmetic/act.js';
import { type Draft, fileOf, findingsIn } from './base.js';

type Records = NonNullable<Draft['records']>;
const found = (text: string, records: Records, kind: Draft['kind'] = 'deliberation'): string[] =>
  findingsIn(fileOf('a', text, { kind, records })).map(({ check_id }) => check_id);

describe('the assembly that an act names', () => {
  const said = (text: string): string[] => bodiesOf(actOf(text)).map(({ about }) => about);
  it('is read where something is put to it', () =>
    expect(
      said('Il est proposé au Conseil Municipal d’approuver.\n\nLe conseil communautaire, après en avoir délibéré'),
    ).toEqual(['conseil municipal', 'conseil communautaire']));
  it('is another place’s when a name follows', () =>
    expect(said('Il a été proposé au conseil municipal d’Arval de payer')).toEqual([]));

  const records =
    (body: string): Records =>
    (at) => ({
      sessions: [{ ...at('Séance'), body }],
      mentions: ['Séance', 'un', 'deux'].map(
        (needle, i): Mention => ({
          ...at(needle),
          kind: 'body',
          text: `proposé au ${i === 0 ? 'conseil municipal' : 'conseil communautaire'}`,
          about: i === 0 ? 'conseil municipal' : 'conseil communautaire',
        }),
      ),
    });
  it('is found when it is not the one that sits', () =>
    expect(found('Séance un deux', records('conseil communautaire'))).toContain('assembly-named'));
  it('holds when it mostly is another: the heading was misread', () =>
    expect(found('Séance un deux', records('conseil municipal'))).not.toContain('assembly-named'));
});

describe('the number of an act', () => {
  const printed = (text: string, reference: string): string[] =>
    ownNumber(actOf(text), reference).map(({ span }) => text.slice(span.start, span.end));
  it.each([
    ['Délibération n° 2023 / 40\nVoirie', '2023/40', '2023 / 40'],
    ['Séance du 12 mai\nN° 12\nVoirie', '12', '12'],
    ['Vu l’arrêté 12023/401', '2023/40', undefined],
  ])('%j, %s: %s', (text, reference, place) => expect(printed(text, reference)[0]).toBe(place));
});

describe('cites-later-act', () => {
  const cites = (date: string): string[] =>
    findingsIn(
      fileOf('a', 'Vu la délibération', {
        kind: 'convention',
        heading: { date: '2023-03-02' },
        records: (at) => ({ citations: [{ ...at('délibération'), kind: 'deliberation', date } satisfies Citation] }),
      }),
    ).map(({ check_id }) => check_id);
  it('finds an act of a later day', () => expect(cites('2023-04-12')).toEqual(['cites-later-act']));
  it('holds for one of the same day', () => expect(cites('2023-03-02')).toEqual([]));
});

describe('cited-code', () => {
  const cites = (raw: string): string[] =>
    found(`Vu le code général des collectivités territoriales, ${raw}, décide`, (at) => ({
      citations: [{ ...at(raw), kind: 'code' } satisfies Citation],
    }));
  it('finds an article of the departments among those of the communes', () =>
    expect(cites('articles L.2121-29, L.3131-1 et L.2131-2')).toContain('cited-code'));
  it('holds for articles of one part', () => expect(cites('articles L.2121-29, L.2131-1 et L.2131-2')).toEqual([]));
  it('finds a code that does not exist', () =>
    expect(cites('code général de la fonction publique territoriale')).toContain('cited-code'));
  it('finds it behind the article that is taken from it', () =>
    expect(
      found('selon l’article L.332.8 du code général de la fonction publique territoriale', (at) => ({
        citations: [{ ...at('article L.332.8 du code général'), kind: 'code' } satisfies Citation],
      })),
    ).toEqual(['cited-code']));
  it('holds for the one that does', () => expect(cites('code général de la fonction publique')).toEqual([]));
});

describe('proxies', () => {
  const powers =
    (...to: string[]): Records =>
    (at) => ({
      attendances: to.map((proxyTo, i) => ({
        ...at(['un', 'deux', 'trois'][i]!),
        name: `Claude ${['Arnal', 'Blot', 'Cadot'][i]}`,
        status: 'proxy' as const,
        proxyTo,
      })),
    });
  it('finds two powers in one hand', () =>
    expect(found('un deux trois', powers('M. Jean Dubois', 'Jean DUBOIS', 'Anne Roux'))).toContain('proxies'));
  it('holds for one each', () =>
    expect(found('un deux trois', powers('Jean Dubois', 'Anne Roux', 'Paul Roux'))).toEqual([]));
  it('does not tell two people apart by a last name', () =>
    expect(found('un deux trois', powers('Dubois', 'Dubois', 'Roux'))).toEqual([]));
});

describe('a power given by somebody under "Présents"', () => {
  const records: Records = (at) => ({
    attendances: [
      { ...at('Anne Roux'), name: 'Anne Roux', status: 'present' },
      { ...at('Jean Dubois'), name: 'Jean Dubois', status: 'proxy', proxyTo: 'Anne Roux' },
    ],
  });
  it('is found', () =>
    expect(found('Présents :\nAnne Roux, Jean Dubois (pouvoir à Anne Roux)', records)).toContain('present-and-absent'));
  it('holds under its own heading', () =>
    expect(found('Présents :\nAnne Roux\nPouvoirs :\nJean Dubois à Anne Roux', records)).toEqual([]));
  it('holds where the list is of those present or represented', () =>
    expect(found('Présents ou représentés :\nAnne Roux, Jean Dubois (pouvoir à Anne Roux)', records)).toEqual([]));
});

describe('laws without a known date', () => {
  const cites = (number: string, date: string): string[] =>
    found('Vu la loi', (at) => ({ citations: [{ ...at('la loi'), kind: 'law', number, date }] }));
  it('finds a number of another year than the date', () =>
    expect(cites('2009-1503', '2008-12-08')).toContain('law-misquoted'));
  it('holds for the same year', () => expect(cites('2009-1503', '2009-12-08')).toEqual([]));
});

it('sundays: more than twelve are found, twelve are not', () => {
  const list =
    (about: string): Records =>
    (at): Partial<Statements> => ({
      mentions: [{ ...at('les dimanches'), kind: 'sundays', text: 'les dimanches', about }],
    });
  expect(found('les dimanches', list('13'))).toContain('sundays');
  expect(found('les dimanches', list('12'))).toEqual([]);
});

it('convention-term: a convention for one year that calls itself pluriannual', () => {
  const terms: Records = (at) => ({
    mentions: [{ ...at('convention pluriannuelle'), kind: 'term', text: 'convention pluriannuelle', about: 'P1Y' }],
  });
  expect(found('La convention pluriannuelle', terms, 'convention')).toContain('convention-term');
});

describe('a sentence copied twice', () => {
  const copy = (name: string): string[] =>
    repeats(
      actOf(
        `Le conseil autorise la vente à madame Rosalie Bertrand, dit que l’acte initial incluant la valeur du bien à madame Rosalie ${name}, dit que l’acte initial incluant la valeur du bien est rectifié.`,
      ),
    ).map(({ text }) => text);
  it('is found though a letter was misread', () => expect(copy('Bertrant')).toHaveLength(1));
  it('is no copy where it says something else', () => expect(copy('Delacroix')).toEqual([]));
});
