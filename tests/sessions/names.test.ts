import { expect, it } from 'vitest';
import { readNames } from '../../extractors/sessions/names.js';

const names = (text: string) => readNames(text, 0, text.length).map(({ name }) => name);

it('a word of office in capitals behind a first name is a surname where surnames are in capitals', () => {
  const text = 'Mesdames Ana BUREAU, Ève DORIN, Mme Zoé BLIN MAIRE';
  expect(readNames(text, 0, text.length).map(({ name }) => name)).toEqual(['Ana BUREAU', 'Ève DORIN', 'Zoé BLIN']);
});

it.each([
  [
    'M. Paul ARDENT, Maire.\nMme Zoé BLIN – M. Jean-Luc CORME – M.\nLucas\nDORIN',
    ['Paul ARDENT', 'Zoé BLIN', 'Jean-Luc CORME', 'Lucas DORIN'],
  ],
  [
    'Zoé BLIN, Luc\nCORME,Ana DE LA GRÈVE, Marc DUMAS Christian EVRARD , Sara EL HADI,, Eve LE BRAN.',
    ['Zoé BLIN', 'Luc CORME', 'Ana DE LA GRÈVE', 'Marc DUMAS', 'Christian EVRARD', 'Sara EL HADI', 'Eve LE BRAN'],
  ],
  [
    'Mmes et Mrs Ardent - Blin -Corme - Dorin formant la majorité des membres en exercice',
    ['Ardent', 'Blin', 'Corme', 'Dorin'],
  ],
  ['Jean-Pierre, Yves, Anne-Marie', ['Jean-Pierre', 'Yves', 'Anne-Marie']],
  ['ARDENT Paul, BLIN Zoé, DE CORME Luc DORIN Ève', ['ARDENT Paul', 'BLIN Zoé', 'DE CORME Luc', 'DORIN Ève']],
  ['Paul ARDENT\nZoé BLIN\nLuc CORME', ['Paul ARDENT', 'Zoé BLIN', 'Luc CORME']],
  [
    'M. Paul ARDENT, Maire\nMme Zoé BLIN, 1ère adjointe au Maire\nMme Catherine de CORME, Conseillère municipale',
    ['Paul ARDENT', 'Zoé BLIN', 'Catherine de CORME'],
  ],
  [
    'MM Paul ARDENT, Zoé BLIN, Jean-\nLouis CORME et Ève DORIN',
    ['Paul ARDENT', 'Zoé BLIN', 'Jean-Louis CORME', 'Ève DORIN'],
  ],
  ['madame         Ève Dorin,    monsieur Luc Corme', ['Ève Dorin', 'Luc Corme']],
  ['Paul ARDENT\tZoé BLIN\nLuc CORME\tÈve DORIN', ['Paul ARDENT', 'Zoé BLIN', 'Luc CORME', 'Ève DORIN']],
  [
    'ARDENT R. – BLIN M. – CORME.M – DORIN M.J. (Bessac) - FAURIEL M',
    ['ARDENT R', 'BLIN M', 'CORME.M', 'DORIN M.J', 'FAURIEL M'],
  ],
  ['ARDENT\tPaul\nBLIN\tZoé\nLE CORME\tLuc', ['ARDENT Paul', 'BLIN Zoé', 'LE CORME Luc']],
])('reads the names of a list: %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

it('keeps the office apart from the name', () => {
  expect(readNames('Mme Zoé BLIN, 1ère adjointe au Maire', 0, 36)[0]).toMatchObject({
    name: 'Zoé BLIN',
    title: '1ère adjointe au Maire',
  });
  const text = 'M. Luc CORME, Trésorier, est excusé. Mme Ève DORIN, Maire en application de l’article 2.\nMembre';
  expect(readNames(text, 0, text.length).map(({ title }) => title)).toEqual(['Trésorier', 'Maire']);
});
