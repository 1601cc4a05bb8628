import { describe, expect, it } from 'vitest';
import { factsOf } from '../../extractors/facts.js';
import { giveMeaning } from '../../extractors/meaning/index.js';
import { readRoster } from '../../extractors/parties/index.js';
import { act, page, paragraph, table } from '../indicators/written.js';
import { agreed, amounts } from './sums.js';

const TOWN = 'Ville de Valbrune';

describe('a table', () => {
  it('of spending beside funding names a payer for each share', () => {
    const found = amounts(
      "Dépenses\tMontant HT\tRecettes\tMontant\nTravaux\t120 000 €\tEtat - DSIL\t48 000 €\nMaîtrise d'œuvre\t12 000 €\tDépartement\t26 400 €\nSPS\t3 000 €\tAutofinancement\t60 600 €",
      { title: "Plan de financement de l'école" },
    );
    expect(
      found.map(({ nature, payer, beneficiary }) => [nature, payer, beneficiary]).filter((_, i) => i % 2 === 1),
    ).toEqual([
      ['grant', 'Etat - DSIL', TOWN],
      ['grant', 'Département', TOWN],
      ['expense', TOWN, undefined],
    ]);
  });

  it('of lots pays the companies, not the works', () => {
    const found = amounts(
      'Lot\tDésignation\tEntreprise\tMontant HT\n1\tGros œuvre\tSARL MORIN\t145 230,00 €\n2\tCharpente\tBOIS & TOITS\t56 890,50 €',
      { title: 'Attribution des marchés de travaux' },
    );
    expect(found.map(({ nature, payer, beneficiary, purpose }) => [nature, payer, beneficiary, purpose])).toEqual([
      ['price', TOWN, 'SARL MORIN', 'Gros œuvre'],
      ['price', TOWN, 'BOIS & TOITS', 'Charpente'],
    ]);
  });

  it('of grants books each on the account of its row, whose total is for its body', () => {
    const found = amounts(
      'Imputation\tBénéficiaire\tFonctionnement\tTotal\n65748\tLes Amis du Moulin\t1 200 €\t1 500 €\n657362\tCCAS\t15 000 €\t15 000 €',
      { title: 'Subventions 2022' },
    );
    expect(found.map(({ nature, beneficiary, account }) => [nature, beneficiary, account])).toEqual([
      ['grant', 'Les Amis du Moulin', '65748'],
      ['total', 'Les Amis du Moulin', undefined],
      ['grant', 'CCAS', '657362'],
      ['total', 'CCAS', undefined],
    ]);
  });

  it('has a year alone over the rows that are of it, the result among them', () => {
    const found = amounts(
      'Poste\tMontant\nRecettes :\t300 €\n2021\t\nRecettes :\t320 €\nDépenses :\t280 €\nRésultat :\t40 €\n2020\t\nRésultat :\t15 €',
      { title: 'Comptes de la fête', year: 2022 },
    );
    expect(found.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2021, 2021, 2021, 2020]);
  });

  it('does not take what was asked for as granted', () => {
    const found = amounts('Associations\tDemandé 2022\tProposé 2022\nJudo Club\t1 200 €\t900 €', {
      title: 'Subventions aux associations',
    });
    expect(found.map(({ nature }) => nature)).toEqual(['other', 'grant']);
  });

  it('of a decision that moves credits has accounts with the letter of their side', () => {
    const found = amounts(
      'Désignation\tDiminution de crédits\tAugmentation de crédits\nD 6068 : Autres fournitures\t2 500,00 €\t\nD 65748 : Subventions\t\t2 500,00 €',
      { title: 'Décision modificative n° 2' },
    );
    expect(found.map(({ nature, account }) => [nature, account])).toEqual([
      ['budget_line', '6068'],
      ['budget_line', '65748'],
    ]);
  });
});

describe('an account in two halves', () => {
  it('spends on one side and receives on the other', () => {
    const found = amounts(
      'Charges\t2023\tProduits\t2023\n60 – Achats\t9 105,00\t70 – Ventes\t25 310,00\n64 – Personnel\t51 220,00\t75 – Cotisations\t3 415,00',
      { title: 'Compte de résultat' },
    );
    expect(found.map(({ nature }) => nature)).toEqual(['expense', 'revenue', 'expense', 'revenue']);
  });
});

describe('the codes of a budget', () => {
  const lines = (text: string) =>
    amounts(text, { title: 'Budget primitif 2024' }).map(({ chapter, account }) => [chapter, account]);

  it('stand in a column of their own: a chapter, and its accounts below it', () => {
    expect(
      lines(
        'Chap/art\tLibellé\tVote\n011\tCharges à caractère général\t4 200,00\n60612\tÉnergie\t4 200,00\n627\tServices bancaires\t100,00\n65\tAutres charges\t680,00\n65748\tSubventions\t680,00\n002\tRésultat reporté\t310,00\n\tTOTAL\t4 880,00',
      ),
    ).toEqual([
      ['011', undefined],
      ['011', '60612'],
      ['011', '627'],
      ['65', undefined],
      ['65', '65748'],
      [undefined, '002'],
      [undefined, undefined],
    ]);
  });

  it('stand in one cell, also without a head', () => {
    expect(lines('Imputation\tObjet\tCrédits\n65/65748\tSubvention\t500,00\nD-6068\tFournitures\t250,00')).toEqual([
      ['65', '65748'],
      [undefined, '6068'],
    ]);
    expect(
      lines('\tLibellé\tCrédits votés\n011\tCharges générales\t4 200,00\n66\tCharges financières\t300,00'),
    ).toEqual([
      ['011', undefined],
      ['66', undefined],
    ]);
  });

  it('are not the numbers of those who receive, nor the accounts of an association', () => {
    expect(lines('Code\tAssociation\tSubvention\n4612\tLes Amis du Moulin\t500 €\n1261\tJudo Club\t300 €')).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(lines('Compte\tCharges\tMontant\n60\tAchats\t4 200,00\n61\tServices\t300,00')).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});

describe('the year of a column', () => {
  it('is the one before where its head recalls the last budget, whatever lines its heads have', () => {
    const budget = act(
      'other',
      page(
        paragraph('Budget primitif 2024'),
        table(1, ['Chap', 'Pour\nmémoire\nbudget précédent', 'Crédits votés'], ['011', '4 000,00', '4 200,00']),
      ),
    );
    const found = giveMeaning(budget, factsOf(budget).amounts, readRoster(budget));
    expect(found.map(({ fiscalYear }) => fiscalYear)).toEqual([2023, 2024]);
  });
});

describe('a budget line', () => {
  it('may stand below the one sum that is paid', () => {
    const [grant, part] = agreed(
      'Article 4\nLa Ville attribue à l’Association une subvention de 12 000 €. Elle sera versée à hauteur de 80 % à la signature, soit 9 600 €.\n\nLes dépenses seront imputées sur le chapitre 933, article 65748 du budget.',
    );
    expect(grant).toMatchObject({ nature: 'grant', chapter: '933', account: '65748' });
    expect(part).toMatchObject({ nature: 'instalment' });
  });
  it('books the grant, not the cost told in passing', () => {
    const [grant, cost] = amounts(
      "Il attribue à l'association Les Amis du Moulin une aide de 6 480 € d'un coût total de 35 000 €, imputée au chapitre 933, article 65748.",
    );
    expect(grant).toMatchObject({ chapter: '933', account: '65748' });
    expect(cost!.account).toBe(undefined);
  });
});
