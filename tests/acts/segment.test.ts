import { expect, it } from 'vitest';
import { segment } from '../../extractors/acts/segment.js';
import { typed } from '../support/typed.js';

const outlines = (...sources: string[]) =>
  segment(sources.map((source, i) => typed(i + 1, source))).map(
    ({ kind, first, parent, parentRelation }) =>
      `${kind} from ${first.page}${parent ? ` ${parentRelation} ${parent}` : ''}`,
  );

const DELIBERATION = `EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS
DU CONSEIL MUNICIPAL DE VALMONT-SUR-ORNE
L'an deux mille vingt-trois, le douze avril, le conseil municipal s'est réuni.
Présents : M. Paul ARDENT, Mme Zoé BLIN, M. Luc CORME.

N° 2023-12 – SUBVENTION À L'ASSOCIATION LES AMIS DU LAVOIR

Vu le code général des collectivités territoriales,
Après en avoir délibéré, le conseil municipal décide d'attribuer une subvention.
ADOPTÉ À L'UNANIMITÉ.
Fait et délibéré à Valmont-sur-Orne, les jour, mois et an ci-dessus.
Pour extrait conforme, le Maire`;
const CONVENTION = `CONVENTION ANNUELLE 2023
entre la commune de Valmont-sur-Orne et l'association Les Amis du Lavoir
Entre les soussignés :
La commune de Valmont-sur-Orne, ci-après dénommée « la Commune », d'une part,
et l'association Les Amis du Lavoir, ci-après dénommée « l'Association », d'autre part,
il est convenu ce qui suit.
Article 1 : Objet
La présente convention a pour objet le soutien de la Commune.
Article 2 : Durée
Elle est conclue pour un an.
Annexe 1 : Répartition de la subvention par action
Annexe 2 : Programme des animations
Fait en deux exemplaires, à Valmont-sur-Orne, le
Le Maire
Le Président`;

it('a convention that begins below its deliberation, and the annexes that it announces', () => {
  expect(
    outlines(
      `${DELIBERATION}\n\n${CONVENTION}\n\nRépartition de la subvention 2023\nAnimations 1 200 €\nRestauration du lavoir 3 400 €\nDéplacements des bénévoles 300 €\nAssurance du local et du matériel prêté 200 €\nImpression des affiches et des programmes de la saison 450 €`,
      'Programme des animations 2023\nMars : nettoyage du lavoir par les bénévoles.\nJuin : fête de la rivière.',
    ),
  ).toEqual([
    'deliberation from 1',
    'convention from 1 annexed_to 1',
    'annex from 1 annexed_to 1',
    'annex from 2 annexed_to 1',
  ]);
});

it('acts without a container tile the file', () => {
  const pages = [typed(1, `${DELIBERATION}\n\n${CONVENTION}`)];
  const [first, second] = segment(pages);
  expect(first!.last).toEqual(second!.first);
  expect(second!.last).toEqual({ page: 1, offset: pages[0]!.text.length });
  expect(pages[0]!.text.slice(second!.first.offset)).toMatch(/^CONVENTION ANNUELLE/);
});

it('several extracts in one file are as many deliberations', () => {
  expect(outlines(DELIBERATION, DELIBERATION.replace('2023-12', '2023-13'))).toEqual([
    'deliberation from 1',
    'deliberation from 2',
  ]);
});

it('orders and decisions that were signed are followed by others', () => {
  const order = (number: string) => `^ VILLE DE VALMONT

ARRÊTÉ N° 2023-${number}
Circulation rue du Moulin

Le Maire de Valmont,
Vu le code général des collectivités territoriales, notamment ses articles L. 2213-1 et suivants,
ARRÊTE
Article 1 : la circulation est interdite le samedi 10 juin 2023 de 14 heures à 23 heures.

Fait à Valmont, le 15 mai 2023`;
  const outlines = segment([typed(1, order('112')), typed(2, order('113'))]);
  expect(outlines.map(({ kind, first }) => `${kind} ${first.page}`)).toEqual(['other 1', 'other 2']);
});

it('a running head opens the next extract of a register, where the last one has closed', () => {
  const extract = (n: number) => `^ COMMUNE DE VALMONT
EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
Séance du 8 juin 2021

L'an deux mille vingt et un, le huit juin, le conseil municipal s'est réuni à la salle polyvalente.
Présents : MM. ARDENT, BLIN, CORME, Mmes DORIN, EVRARD

Délibération n° 2021/${n}
Objet : Tarifs de la cantine

Le conseil, après en avoir délibéré, à l'unanimité, fixe le prix du repas.

Pour extrait conforme`;
  expect(segment([typed(1, extract(12)), typed(2, extract(13))]).map(({ kind }) => kind)).toEqual([
    'deliberation',
    'deliberation',
  ]);
});

it('a head that is repeated on the second page begins nothing', () => {
  const [head, body] = DELIBERATION.split('\nAprès en avoir');
  expect(outlines(head!, `EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nAprès en avoir${body}`)).toEqual([
    'deliberation from 1',
  ]);
});

it('a convention that is only spoken of stays in its deliberation', () => {
  expect(
    outlines(
      DELIBERATION.replace('ADOPTÉ', "\nConvention avec l'association\n\nLa convention jointe est approuvée.\nADOPTÉ"),
    ),
  ).toEqual(['deliberation from 1']);
});

it('says how sure it is, and why', () => {
  const [outline] = segment([typed(1, CONVENTION)]);
  expect(outline!.confidence).toBeGreaterThan(0.7);
  expect(outline!.reasons.join(' ')).toMatch(/convention/);
  const [scrap] = segment([typed(1, 'Liste des courses\nPain, beurre, œufs')]);
  expect(scrap!.kind).toBe('other');
  expect(scrap!.confidence).toBeLessThan(0.5);
});

it('two acts under one head, each with its number and its vote, are the parts of minutes', () => {
  const source = `SYNDICAT DES EAUX DU HAUT VALMONT
Comité syndical du 12 décembre 2022
Le comité syndical s'est réuni sous la présidence de M. Paul ARDENT.
Délégués présents : M. Paul ARDENT, Mme Zoé BLIN, M. Luc CORME

D2022-31 Tarifs 2023
Le comité décide, à l'unanimité, de fixer le prix du m3 à 1,85 € HT.

D2022-32 Renouvellement des canalisations
Le comité attribue le marché à la société Vidal. Pour : 2, contre : 0, abstention : 1.`;
  expect(outlines(source)).toEqual([
    'minutes from 1',
    'deliberation from 1 part_of 1',
    'deliberation from 1 part_of 1',
  ]);
});

it('a handbook is no act, though things are accepted, valid and set against each other in it', () => {
  const page = `Sommaire
1.1 Envoi d'un formulaire
Le formulaire est accepté.

1.2 Mots de passe
Il existe d'une part des mots de passe courts, d'autre part des phrases. Comptez 2 pour un seul compte.
Le mot de passe est refusé.

1.3 Chapitre des réglages
La section est valide.`;
  expect(segment([typed(1, page), typed(2, page)]).map(({ kind }) => kind)).toEqual(['other']);
});

it('an act of few words is one where it names its assembly', () => {
  const act = "Commune de Valmont\n\nLe conseil municipal accorde 500 € au club de judo, à l'unanimité.";
  expect(outlines(act)).toEqual(['deliberation from 1']);
  expect(outlines(act.replace('conseil municipal', 'jury'))).toEqual(['other from 1']);
});
