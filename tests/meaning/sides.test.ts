import { describe, expect, it } from 'vitest';
import { readRoster } from '../../extractors/parties/index.js';
import { actOf } from '../parties/act.js';
import { agreed, amounts } from './sums.js';

const TOWN = 'Ville de Valbrune';
type Meant = [nature: string, payer: string | undefined, beneficiary: string | undefined];

/** What the last sum of a text is, who pays it and who receives it. */
const lastOf = (text: string): Meant => {
  const { nature, payer, beneficiary } = amounts(text).at(-1)!;
  return [nature, payer, beneficiary];
};

describe('the sides of a sum', () => {
  it.each<[string, Meant]>([
    [
      'La contribution 2020 s’élève à 12 450 €.\nLe conseil décide de verser cette somme au SDIS du Clain.',
      ['grant', TOWN, 'SDIS du Clain'],
    ],
    ['Il est proposé : 50 € à la chasse, 300 € aux cyclos, 600 € au judo.', ['grant', TOWN, 'judo']],
    ['Le conseil fixe l’indemnité du maire à 1 567 € et celle des adjoints à 416 €.', ['allowance', TOWN, 'adjoints']],
    [
      'Le conseil loue le logement du presbytère à Mme Sophie LENOIR moyennant un loyer mensuel de 420 €.',
      ['revenue', 'Sophie LENOIR', TOWN],
    ],
    ['Le conseil accepte le chèque de 1 845 € de Groupama.', ['revenue', 'Groupama', TOWN]],
    ['M. Alain PORTIER fait don à la commune de la somme de 500 €.', ['grant', 'Alain PORTIER', TOWN]],
    [
      'Le conseil acquiert la parcelle de M. Durand. Les frais d’acte, estimés à 600 €, sont à la charge de la commune.',
      ['expense', TOWN, undefined],
    ],
    ['Le montant total des marchés s’élève à 196 445 €.', ['total', TOWN, undefined]],
    ['Chapitre 022 - dépenses imprévues : 4 200 €', ['budget_line', TOWN, undefined]],
    [
      'La subvention de 9 000 € à la Compagnie du Vent est confirmée ; elle sera versée en deux fois : 4 500 € en mars.',
      ['instalment', TOWN, 'Compagnie du Vent'],
    ],
    [
      'Il décide d’attribuer à l’Union cycliste de Saint-Just une subvention de 4 000 €.',
      ['grant', TOWN, 'Union cycliste de Saint-Just'],
    ],
    ['Le forfait de rémunération est de 87 450 € HT.', ['price', TOWN, undefined]],
    [
      'Le marché est attribué à la société Bardet pour 8 450 € HT, soit 9 % du montant des travaux estimé à 94 000 € HT.',
      ['total', TOWN, undefined],
    ],
    [
      'La commune de Fleurey rembourse à la Ville le salaire de l’agent, soit 14 520 €.',
      ['revenue', 'commune de Fleurey', TOWN],
    ],
    [
      'Le Ski Club de Valmont sollicite une aide.\nLe conseil octroie 60 € par enfant.',
      ['grant', TOWN, 'Ski Club de Valmont'],
    ],
    ['Le conseil fixe la rémunération de l’agent recenseur à 1 100 €.', ['allowance', TOWN, 'agent recenseur']],
    ['Subventions :\nCLUB DU 3ÈME ÂGE ............\n250 €', ['grant', TOWN, 'CLUB DU 3ÈME ÂGE']],
    ['Indemnités de fonction : Maire : 991 € ; 1er adjoint : 385 €.', ['allowance', TOWN, '1er adjoint']],
    ['Le pré communal est loué à M. Jean AUBRY pour 85 € par an.', ['revenue', 'Jean AUBRY', TOWN]],
    [
      'Il attribue le marché à la société Apilou pour 2,64 € HT le repas, soit un montant annuel estimé de 158 400 € HT.',
      ['price', TOWN, 'Apilou'],
    ],
    ['Le Foyer rural sollicite une subvention de 1 500 € pour son festival.', ['grant', TOWN, 'Foyer rural']],
    [
      'Il renouvelle la convention de fourrière avec la SPA du Clain moyennant une participation de 612 €.',
      ['grant', TOWN, 'SPA du Clain'],
    ],
    [
      'Il décide d’acquérir auprès de la SCI Les Arcades le local au prix de 95 000 €.',
      ['price', TOWN, 'SCI Les Arcades'],
    ],
    ['Une facture de 456 € de l’entreprise Lambert a été réglée.', ['price', TOWN, 'Lambert']],
    [
      'La SARL Garage Petit souhaite acquérir le lot n° 4.\nLe prix est fixé à 37 500 € HT.',
      ['price', 'SARL Garage Petit', TOWN],
    ],
    ['Il fixe la redevance due par Telvia : 40,73 € par km de câble, soit 1 246,18 €.', ['revenue', 'Telvia', TOWN]],
    ['La dotation globale de fonctionnement s’élève à 84 512 €.', ['revenue', 'Etat', TOWN]],
    ['Bail de chasse : l’ACCA versera un loyer de 150 € par an à la commune.', ['revenue', 'ACCA', TOWN]],
    [
      'La participation de la commune d’Arc s’élève à 23 450 € et celle de la commune de Lers à 18 760 €.',
      ['grant', 'commune de Lers', TOWN],
    ],
    ['Il décide d’adhérer aux organismes suivants :\n- ATD 31 : 310 €', ['grant', TOWN, 'ATD 31']],
    ['La participation des communes membres est fixée ainsi : Arc 4 500 €, Bussy 3 200 €.', ['revenue', 'Bussy', TOWN]],
  ])('%s', (text, meant) => {
    expect(lastOf(text)).toEqual(meant);
  });

  it('of a rent under a contract are the other party and the town', () => {
    const [rent] = agreed('La mise à disposition est consentie moyennant une redevance annuelle de 240 €.');
    expect(rent).toMatchObject({ payer: 'Les Amis du Moulin', beneficiary: TOWN });
  });

  it('of a fee that a delegate owes, in an article of its own', () => {
    const [fee] = agreed("Article 12 : L'occupant verse une redevance fixe annuelle de 12 000 €.");
    expect(fee).toMatchObject({ nature: 'revenue', payer: 'Les Amis du Moulin', beneficiary: TOWN });
  });

  it('of what a delegate or a company repays are it and the town', () => {
    const [advance] = agreed("L'association Les Amis du Moulin remboursera l'avance en deux échéances de 200 €.");
    expect(advance).toMatchObject({ payer: 'Les Amis du Moulin', beneficiary: TOWN });
  });

  it('of what is asked of several are each its own giver', () => {
    const found = amounts(
      'Il sollicite auprès de l’État une subvention de 50 000 €, et auprès du Conseil départemental de la Brenne une aide de 25 000 €.',
    );
    expect(found.map(({ payer }) => payer)).toEqual(['État', 'Conseil départemental de la Brenne']);
  });

  it('are those of the whole that the next sum says', () => {
    const found = amounts(
      'Il accorde 50 € par élève, soit 1 350 € pour 27 élèves, versés à la coopérative scolaire du Parc.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(Array(2).fill('coopérative scolaire du Parc'));
  });

  it('of a contract are its holder’s, named in the title', () => {
    const title = 'Avenant n° 1 au marché de travaux - lot 3 - entreprise Menuiserie Bardet';
    const [before] = amounts(`Objet : ${title}\n\nLe montant initial du marché est de 62 300 € HT.`, { title });
    expect(before).toMatchObject({ nature: 'price', payer: TOWN, beneficiary: 'Menuiserie Bardet' });
  });

  it('are not those of a body that is named further on', () => {
    const found = amounts('Il accorde un secours de 150 € à une famille.\nIl verse 500 € au Secours catholique.');
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual([undefined, 'Secours catholique']);
  });

  it('are no clause that decides', () => {
    const names = amounts('Le comité fixe la contribution : 4 500 €').map(({ beneficiary }) => beneficiary);
    expect(names).toEqual([undefined]);
  });
});

describe('a public body in the title', () => {
  it('does not receive what another gives', () => {
    const [aid] = amounts('Le Département participe à hauteur de 2 940 €. Le SDIS du Clain est consulté.', {
      title: 'Convention avec le SDIS du Clain',
    });
    expect(aid).toMatchObject({ payer: 'Département', beneficiary: TOWN });
  });
});

describe('the year of a sum', () => {
  it.each([
    ['Le conseil retient la société ELEC 2000 pour 22 115 € HT.', 2019],
    ['Les tarifs suivants s’appliquent à compter du 1er janvier 2020 :\n- Cantine : 3,20 €', 2020],
  ])('%s', (text, year) => {
    expect(amounts(text, { date: '2019-11-15' })[0]!.fiscalYear).toBe(year);
  });
});

it('a part of a grant that names no year is of the year of that grant', () => {
  const found = amounts(
    "Pour l'année 2022, la Ville alloue une subvention de 85 000 €.\n\nArticle 5 - Versement\n\nUne avance de 42 500 € est versée.",
    { title: "Convention d'objectifs 2021-2023" },
  );
  expect(found.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2022]);
});

describe('as many sums as years', () => {
  it.each([
    ['Pour 2022 et 2023, la Ville verse au club 46 000 € et 47 000 €.', [2022, 2023]],
    ['La Ville verse au club 8 000 €, 9 000 € et 10 000 € en 2022, 2023 et 2024.', [2022, 2023, 2024]],
  ])('are of one year each: %s', (text, years) => {
    expect(amounts(text).map(({ fiscalYear }) => fiscalYear)).toEqual(years);
  });
  it('unless each sum has its own receiver', () => {
    const found = amounts('Pour 2022 et 2023, la Ville verse 5 000 € au club de rugby et 300 € au club de belote.');
    expect(new Set(found.map(({ fiscalYear }) => fiscalYear)).size).toBe(1);
  });
});

describe('the letterhead', () => {
  it('of a region names the issuer where its own assembly decides', () => {
    const act = actOf(
      'RÉGION DES DEUX-SOURCES\n\nCommission permanente du 8 juillet 2021\n\nCommune de Vals\nRestauration du lavoir',
    );
    expect(readRoster(act).bodies.find(({ roles }) => roles.has('issuer'))?.name).toBe('RÉGION DES DEUX-SOURCES');
  });
});
