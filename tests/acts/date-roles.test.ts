import { expect, it } from 'vitest';
import { openAct } from '../../extractors/acts/open.js';
import { dateRoles } from '../../extractors/dates/roles.js';
import { typed } from '../support/typed.js';

const roles = (text: string, session: string | undefined, kind: 'deliberation' | 'convention' = 'deliberation') => {
  const page = typed(1, text);
  const last = { page: 1, offset: page.text.length };
  const outline = { ordinal: 1, kind, confidence: 1, reasons: [], first: { page: 1, offset: 0 }, last };
  return dateRoles(openAct([page], outline), session);
};

it.each([
  ['Séance publique du\nlundi 4 mars 2024', 'session'],
  ['Convocation en date du 27 février 2024', 'convocation'],
  ['Réception en préfecture : 06/03/2024', 'transmitted'],
  ['Publiée le : 7 mars 2024', 'published'],
  ['Vu la loi n° 2015-990 du 6 août 2015', 'cited_act'],
  ['tarifs applicables à\ncompter du 1er septembre 2024', 'effective_from'],
  ["mise à disposition jusqu'au 30 juin 2025", 'effective_to'],
  ['bilan à remettre au plus tard le 15 octobre 2024', 'deadline'],
  ['le présent acte est devenu exécutoire le 13 novembre 2024', 'effective_from'],
  ['approuve le règlement qui entrera en vigueur le 1er janvier 2025', 'effective_from'],
  ['Vu la délibération du Conseil régional n° 16.00.01 du 4 janvier 2016', 'cited_act'],
  ['la fête aura lieu le 14 juillet 2024', 'event'],
])('tells the role of the date in %j', (text, role) => {
  expect(roles(text, '2024-03-04')).toEqual([role]);
});

it('a convention is signed on the day behind its place', () => {
  expect(roles('Fait à Valmont, le 22 avril 2024', '2024-04-22', 'convention')).toEqual(['signature']);
});

it('a convention cites the meetings that allow it, and the day on which an association was declared is no transmission', () => {
  expect(roles("habilité par l'assemblée générale du 12 juin 2023", undefined, 'convention')).toEqual(['cited_act']);
  expect(roles('déclarée en sous-préfecture de Sourdun le 22 février 1979', undefined, 'convention')).toEqual([
    'event',
  ]);
});

it('the years of a convention belong to what its day dates; "prenant effet" begins it', () => {
  expect(roles("Avenant à la convention d'objectifs 2019-2021 du 12 mars 2019", undefined, 'convention')).toEqual([
    'period',
    'cited_act',
  ]);
  expect(
    roles('La convention est conclue pour deux ans prenant effet le 1er mars 2010', undefined, 'convention'),
  ).toEqual(['effective_from']);
});
