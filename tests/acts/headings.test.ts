import { expect, it } from 'vitest';
import { openAct } from '../../extractors/acts/open.js';
import { segment } from '../../extractors/acts/segment.js';
import { kindOf } from '../../extractors/kinds/index.js';
import { typed } from '../support/typed.js';

const heading = (source: string) => {
  const pages = [typed(1, source)];
  const outlines = segment(pages);
  return kindOf(outlines[0]!.kind).heading(openAct(pages, outlines[0]!, outlines));
};

it('a decision of the mayor has a number, an object, a day and an issuer, though no assembly met', () => {
  expect(
    heading(`REPUBLIQUE FRANCAISE
VILLE DE VALMONT

DECISION DU MAIRE N° 2023-045

OBJET : Contrat de maintenance des ascenseurs

Le Maire de Valmont,
Vu la délibération n° 2020-12 du 25 mai 2020 portant délégation au Maire,

DECIDE

Article 1 : de signer avec la société Elévation un contrat de maintenance.

Fait à Valmont, le 3 avril 2023
Le Maire, Paul ARDENT`),
  ).toMatchObject({
    reference: '2023-045',
    title: 'Contrat de maintenance des ascenseurs',
    date: '2023-04-03',
    issuer: 'VILLE DE VALMONT',
  });
});

it('an order has its number on a line of its own', () => {
  expect(
    heading(`COMMUNE DE VALMONT

ARRÊTÉ MUNICIPAL
N° 2022/31

Objet : Circulation rue du Moulin

Le Maire de VALMONT,
Vu l'arrêté interministériel du 6 novembre 1992,
ARRÊTE
ARTICLE 1 : la circulation est interdite du 13 juin 2022 au 24 juin 2022.

Fait à VALMONT, le 7 juin 2022`),
  ).toMatchObject({ reference: '2022/31', title: 'Circulation rue du Moulin', date: '2022-06-07' });
});

it('a report to an assembly is no convention, whatever its object announces', () => {
  const source = `RAPPORT À LA COMMISSION PERMANENTE DU CONSEIL DÉPARTEMENTAL
Réunion du 7 novembre 2019

OBJET : SUBVENTIONS AU COMITÉ DE NATATION ET AU CLUB DE VALMONT –
CONVENTION ET AVENANT.

Je vous propose d'attribuer une subvention de 30 000 euros.`;
  expect(segment([typed(1, source)])[0]!.kind).toBe('other');
  expect(heading(source)).toMatchObject({
    title: 'SUBVENTIONS AU COMITÉ DE NATATION ET AU CLUB DE VALMONT – CONVENTION ET AVENANT',
  });
});

it('a note has the day at its head', () => {
  expect(heading('Note de présentation du budget\nValmont, le 3 mars 2024\n\nLes travaux.')).toMatchObject({
    date: '2024-03-03',
  });
});

it('a note has not the day of the law that its first lines cite', () => {
  expect(
    heading(
      'Note de présentation du compte administratif 2019\n\nLa loi n° 2015-991 du 7 août 2015 prévoit cette note.',
    ),
  ).not.toHaveProperty('date');
});
