import { describe, expect, it } from 'vitest';
import { agreed, amounts } from './sums.js';

describe('who receives', () => {
  it.each([
    [
      "Le Conseil décide d'attribuer une subvention de 1 200 € à l'association Les Amis du Moulin.",
      'Les Amis du Moulin',
    ],
    ["Le Conseil décide de verser à l'association Les Amis du Moulin la somme de 1 200 €.", 'Les Amis du Moulin'],
    ['Une aide de 1 200 € est accordée à la Compagnie du Vent.', 'Compagnie du Vent'],
    ['- 1 200 € au profit du Comité des Fêtes de Valbrune ;', 'Comité des Fêtes de Valbrune'],
    ['Les subventions suivantes sont attribuées :\n- Amicale laïque : 1 200 €', 'Amicale laïque'],
  ])('%s', (text, beneficiary) => {
    expect(amounts(text)[0]).toMatchObject({ beneficiary, nature: 'grant', payer: 'Ville de Valbrune' });
  });

  it('gives each sum its own name', () => {
    const [first, second] = amounts(
      "Il est accordé 500 € à la Compagnie du Vent et 800 € à l'association Les Amis du Moulin.",
    );
    expect([first!.beneficiary, second!.beneficiary]).toEqual(['Compagnie du Vent', 'Les Amis du Moulin']);
  });

  it('lets a part inherit from its whole', () => {
    const [whole, part] = amounts(
      "Elle versera à l'association Les Amis du Moulin une subvention de 9 000 €, dont 2 000 € pour le poste d'animateur.",
    );
    expect(part).toMatchObject({ beneficiary: whole!.beneficiary, nature: 'grant' });
  });

  it("is named before each sum of a run, and the total is nobody's", () => {
    const found = amounts(
      'Le Conseil alloue les subventions suivantes : Amicale laïque 1 500 €, Judo valbrunois 800 €, soit un total de 2 300 €.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Amicale laïque', 'Judo valbrunois', undefined]);
  });

  it('leaves the total of several sums to nobody', () => {
    const found = amounts(
      'Je propose une subvention de 30 000 € au Comité des Fêtes et une subvention de 15 000 € à l’association Les Amis du Moulin, soit un total de 45 000 €.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Comité des Fêtes', 'Les Amis du Moulin', undefined]);
  });

  it('may be the one that a town has, which needs no other name', () => {
    const found = amounts(
      'Le conseil attribue une subvention de 12 500 € à l’Office de tourisme et de 3 200 € à la Compagnie du Vent.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Office de tourisme', 'Compagnie du Vent']);
  });

  it('was given what it received by whom stands right behind', () => {
    const found = amounts('La commune a reçu 80 000 € de l’État, 45 000 € de la Région et 3 000 € de dons.');
    expect(found.map(({ payer }) => payer)).toEqual(['État', 'Région', undefined]);
  });

  it('is no half of a budget', () => {
    const [sum] = amounts('Cet excédent couvre le besoin de financement de la section d’investissement, soit 9 000 €.');
    expect(sum).not.toHaveProperty('payer', expect.stringContaining('section'));
  });

  it('pairs each row of a table', () => {
    const found = amounts(
      'Il est proposé de soutenir les associations suivantes en leur accordant les subventions :\n\nCode\tAssociation\tMontant\n12\tLes Amis du Moulin\t1 200 €\n15\tJudo Valbrunois (JV)\t800 €\n\tTotal\t2 000 €\n',
    );
    expect(found.map(({ beneficiary, nature }) => [beneficiary, nature])).toEqual([
      ['Les Amis du Moulin', 'grant'],
      ['Judo Valbrunois (JV)', 'grant'],
      [undefined, 'total'],
    ]);
    expect(found[0]).toMatchObject({ payer: 'Ville de Valbrune' });
  });

  it('is the town for a grant that it asks for', () => {
    expect(
      amounts("Le Conseil sollicite auprès de la Région Centre une subvention de 20 000 € pour l'école.")[0],
    ).toMatchObject({
      payer: 'Région Centre',
      beneficiary: 'Ville de Valbrune',
      nature: 'grant',
    });
  });
});

describe('what a sum is', () => {
  it.each([
    ["une avance de 3 000 € est versée à l'association Les Amis du Moulin", 'advance'],
    ['le solde, soit 3 000 €, sera versé sur présentation du bilan', 'balance'],
    ["d'imputer la somme de 3 000 € au chapitre 65, article 65748", 'budget_line'],
    ['100,08 € provenant du Foyer Rural de Valbrune pour participation aux frais', 'revenue'],
    ['Le montant total est de 3 000 €', 'total'],
    ['le devis de la société MARTEL TP pour un montant de 3 000 € HT', 'price'],
  ])('%s', (text, nature) => {
    expect(amounts(text)[0]!.nature).toBe(nature);
  });
});

describe('budget lines', () => {
  it('belong to the sum that they follow', () => {
    const [first, second] = amounts(
      "D'imputer la somme de 300 € au chapitre 65, article 65748, fonction 61 - Opération n° 489 et la somme de 200 € au chapitre 65, article 6574, fonction 40",
    );
    expect(first).toMatchObject({ chapter: '65', account: '65748', function: '61', operation: '489' });
    expect(second).toMatchObject({ chapter: '65', account: '6574', function: '40' });
  });
  it('may stand before it', () => {
    expect(amounts('- Réserves (article 1068 de la section) : 37 063 €')[0]).toMatchObject({ account: '1068' });
  });
});

describe('the year', () => {
  it.each([
    ["une subvention de 300 € pour l'année 2021", {}, 2021],
    ['une subvention de 300 € au vu du rapport 2020', { date: '2022-03-04' }, 2022],
    ["une subvention de 300 € à réception du rapport d'activité 2020", { title: 'Subventions – Exercice 2021' }, 2021],
  ])('%s', (text, heading, year) => {
    expect(amounts(text, heading)[0]!.fiscalYear).toBe(year);
  });
});

describe('who pays', () => {
  it.each([
    [
      'DE SOLLICITER une subvention de 40 000 € auprès du Conseil Départemental de la Creuse',
      'Conseil Départemental de la Creuse',
      'Ville de Valbrune',
      'grant',
    ],
    ["sollicite l'Etat au titre de la DETR à hauteur de 30 000 €", 'Etat', 'Ville de Valbrune', 'grant'],
    [
      "FIXE la redevance d'occupation à 150 € par an, à la charge de la société Arcture.",
      'Arcture',
      'Ville de Valbrune',
      'revenue',
    ],
    [
      "contracter auprès de la Caisse d'Épargne un emprunt de 500 000 €",
      "Caisse d'Épargne",
      'Ville de Valbrune',
      'other',
    ],
    ['Lot n° 2 : SARL Dubois et Fils pour 45 200,00 € HT', 'Ville de Valbrune', 'SARL Dubois et Fils', 'price'],
    ['vendre la parcelle à M. Jean DUPONT au prix de 15 000 €', 'Jean DUPONT', 'Ville de Valbrune', 'price'],
    [
      'Le Département de la Creuse a accordé à la commune une aide de 8 000 €',
      'Département de la Creuse',
      'Ville de Valbrune',
      'grant',
    ],
  ])('%s', (text, payer, beneficiary, nature) => {
    expect(amounts(text)[0]).toMatchObject({ payer, beneficiary, nature });
  });

  it('is each funder of a financing plan for its share', () => {
    const found = amounts(
      'Le plan de financement est le suivant :\n- Etat (DETR) : 30 000 €\n- Région Centre : 20 000 €\n- Commune (autofinancement) : 50 000 €\nTOTAL : 100 000 €',
    );
    expect(found.map(({ payer, nature }) => [payer, nature])).toEqual([
      ['Etat', 'grant'],
      ['Région Centre', 'grant'],
      ['Ville de Valbrune', 'expense'],
      ['Ville de Valbrune', 'total'],
    ]);
  });
});

describe('a convention', () => {
  it('keeps the year of an aside for the sum in it', () => {
    const years = amounts(
      'L’exercice 2019\nLes dépenses s’élèvent à 540 042 € (571 976 € en 2018), les recettes à 648 560 € (691 796 € en 2018).',
      { year: 2019 },
      'budget',
    ).map(({ fiscalYear }) => fiscalYear);
    expect(years).toEqual([2019, 2018, 2019, 2018]);
  });

  it('pays in instalments of the year of the sum that they part', () => {
    const found = agreed(
      'ARTICLE 3 - CONCOURS\n\nPour l’année 2018, la subvention est fixée à 132 000 €.\n\n3.2 Elle sera versée selon l’échéancier suivant :\n- 60 % en janvier, soit 79 200 €\n- 40 % en mai, soit 52 800 €\n',
    );
    expect(found.map(({ nature, fiscalYear, purpose }) => [nature, fiscalYear, purpose])).toEqual([
      ['grant', 2018, undefined],
      ['instalment', 2018, undefined],
      ['instalment', 2018, undefined],
    ]);
  });

  it('values what it lends, which is no expense', () => {
    expect(
      agreed('La Ville prête des locaux dont la valeur locative annuelle est estimée à 54 000 €.')[0],
    ).toMatchObject({ nature: 'other', payer: 'Ville de Valbrune', beneficiary: 'Les Amis du Moulin' });
  });

  it('lets the one pay whom it calls by a name of its own', () => {
    expect(agreed("L'occupant s'acquittera des charges d'électricité, soit 600 € par an.")[0]).toMatchObject({
      nature: 'expense',
      payer: 'Les Amis du Moulin',
    });
  });

  it('takes no year for a name', () => {
    const found = agreed(
      'La Ville versera à l’occupant une subvention annuelle :\n- 2023 : 6 000 €\n- 2024 : 7 000 €\n',
    );
    expect(found.map(({ beneficiary, fiscalYear }) => [beneficiary, fiscalYear])).toEqual([
      ['Les Amis du Moulin', 2023],
      ['Les Amis du Moulin', 2024],
    ]);
  });
});

describe("sums of a convention that are nobody's grant of one year", () => {
  const under = (title: string, words: string) =>
    amounts(
      `${title}\n\nEntre\nLa Ville de Valbrune, représentée par M. Paul LANTIER, Maire,\nEt\nL'association Les Tilleuls, représentée par Mme Rose AUBIN, Présidente,\n\nPréambule\n${words}`,
      { title },
      'convention',
    );

  it('a threshold of the law has no receiver', () => {
    const found = under(
      'CONVENTION 2024',
      "Vu la loi du 12 avril 2000, lorsque la subvention dépasse un montant annuel de 23.000 €, une convention est due.\n\nArticle 1\nLa Ville verse à l'Association une subvention de 23 000 €.",
    );
    expect(found.map(({ nature, beneficiary }) => [nature, beneficiary])).toEqual([
      ['other', undefined],
      ['grant', 'Les Tilleuls'],
    ]);
  });

  it("a capital is nobody's", () => {
    const [capital] = under(
      'CONVENTION 2024',
      'Elle est conclue avec la SPL Valbrune, société au capital de 600 000 €.',
    );
    expect(capital).toMatchObject({ nature: 'other' });
    expect(capital!.payer ?? capital!.beneficiary).toBeUndefined();
  });

  it('what is given each year of several is of no single one', () => {
    const [yearly] = under(
      "Convention d'objectifs, années 2018 – 2019 - 2020",
      'La Ville verse 12 000 € chaque année.',
    );
    expect(yearly!.fiscalYear).toBeUndefined();
  });
});

describe('who pays whom besides grants', () => {
  it.each([
    [
      'Le Conseil fixe les tarifs de location de la salle :\n- habitants : 220 €',
      { nature: 'price', payer: undefined, beneficiary: 'Ville de Valbrune' },
    ],
    ['La caution est de 500 €.', { nature: 'price', payer: undefined, beneficiary: undefined }],
    [
      "Le Conseil accepte le don de 1 500 € de l'Amicale des Anciens Élèves.",
      { payer: 'Amicale des Anciens Élèves', beneficiary: 'Ville de Valbrune' },
    ],
    [
      'La Ville garantit un prêt de 1 240 000 € souscrit par la SA HLM Brenne Habitat auprès de la Caisse des Dépôts et Consignations.',
      { payer: 'Caisse des Dépôts et Consignations', beneficiary: 'SA HLM Brenne Habitat' },
    ],
    [
      "Le Conseil alloue au Centre Communal d'Action Sociale une subvention de 76 000 €.",
      { payer: 'Ville de Valbrune', beneficiary: "Centre Communal d'Action Sociale" },
    ],
    [
      'La Région Centre a notifié à la commune une subvention de 22 400 €.',
      { payer: 'Région Centre', beneficiary: 'Ville de Valbrune' },
    ],
  ])('%s', (text, expected) => {
    const { nature, payer, beneficiary } = amounts(text)[0]!;
    expect({ nature, payer, beneficiary }).toEqual({ nature, ...expected });
  });
});

describe('a purpose', () => {
  it.each([
    ['une subvention de 5 000 € pour l’année 2014, versée en deux fois', undefined],
    ["une subvention de 5 000 € au titre de l'exercice 2023, soit 35 % du coût", undefined],
    ["une subvention de 5 000 € pour l'achat de costumes", "l'achat de costumes"],
    [
      "Après en avoir délibéré, le Conseil Municipal décide :\n- d'attribuer 5 000 € à l'association Les Amis du Moulin",
      undefined,
    ],
  ])('%s', (text, purpose) => {
    expect(amounts(text)[0]?.purpose).toBe(purpose);
  });
});

describe('several sums of one sentence', () => {
  it('have each the year said behind them', () => {
    const found = amounts('Une aide de 27 000 € pour l’année 2024, 27 500 € pour 2025 et 28 000 € pour 2026.');
    expect(found.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2025, 2026]);
  });

  it('have each the company named before them', () => {
    const found = amounts(
      'Trois devis sont reçus : la SARL Morin pour 18 450 € TTC, la SARL Duval pour 19 999 € TTC et la SARL Petit pour 21 300 € TTC.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['SARL Morin', 'SARL Duval', 'SARL Petit']);
  });

  it('go to the body, not to the place where it lives', () => {
    expect(
      amounts(
        "Il attribue à l'association Les Voiles Rousses, domiciliée à Port-Levant, une subvention de 35 000 €.",
      )[0],
    ).toMatchObject({ beneficiary: 'Les Voiles Rousses' });
  });
});
