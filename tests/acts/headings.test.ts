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
