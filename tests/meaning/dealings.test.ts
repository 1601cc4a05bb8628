import { describe, expect, it } from 'vitest';
import { factsOf } from '../../extractors/facts.js';
import { giveMeaning } from '../../extractors/meaning/index.js';
import { readRoster } from '../../extractors/parties/index.js';
import { actOf } from '../parties/act.js';
import { agreed, amounts } from './sums.js';

const TOWN = 'Ville de Valbrune';

describe('a loan', () => {
  it('comes from the bank to the town', () => {
    expect(
      amounts('Le Conseil décide de contracter auprès du Crédit Mutuel du Clain un emprunt de 90 000 € sur 15 ans.')[0],
    ).toMatchObject({ nature: 'other', payer: 'Crédit Mutuel du Clain', beneficiary: TOWN });
  });
  it('comes from the bank with which it is signed', () => {
    expect(
      amounts("Il autorise le Maire à signer avec la Caisse d'Épargne du Clain un contrat de prêt de 120 000 €.")[0],
    ).toMatchObject({ nature: 'other', payer: "Caisse d'Épargne du Clain", beneficiary: TOWN });
  });
  it('is nobody’s money where no bank is named', () => {
    const [sum] = amounts('Le Maire propose de souscrire un emprunt de 90 000 €.');
    expect(sum).toMatchObject({ nature: 'other', beneficiary: TOWN });
    expect(sum!.payer).toBe(undefined);
  });
  it('that the town guarantees goes to whoever took it out', () => {
    expect(
      amounts(
        "La commune accorde sa garantie pour le remboursement d'un prêt d'un montant total de 450 000 € souscrit par la SA HLM Clainlogis auprès de la Caisse des dépôts et consignations.",
        { title: "Garantie d'emprunt – SA HLM Clainlogis" },
      )[0],
    ).toMatchObject({
      nature: 'other',
      payer: 'Caisse des dépôts et consignations',
      beneficiary: 'SA HLM Clainlogis',
    });
  });
  it('of a room is no loan of money', () => {
    expect(
      amounts("Il est favorable au prêt de la salle à l'association Les Amis du Moulin et à une aide de 50 €.")[0]!
        .nature,
    ).toBe('grant');
  });
});

describe('a sale', () => {
  it('is paid to the seller, whoever bears the fees', () => {
    expect(
      amounts(
        "Le Conseil décide d'acquérir la parcelle ZC 12 appartenant à Madame Jeanne Morel pour un montant de 3 500 €, frais d'acte en sus à la charge de la commune.",
        { title: 'Acquisition de la parcelle ZC 12' },
      )[0],
    ).toMatchObject({ nature: 'price', payer: TOWN, beneficiary: 'Jeanne Morel' });
  });
  it('may be estimated, which nobody pays', () => {
    const [sum] = amounts("Le service des domaines l'a estimée à 9 500 €.", { title: "Vente d'une parcelle" });
    expect([sum!.nature, sum!.payer, sum!.beneficiary]).toEqual(['price', undefined, undefined]);
  });
});

describe('money that comes to the town', () => {
  it.each([
    ['ENEDIS versera à la commune une indemnité de 150 €.', 'ENEDIS'],
    ['Le Conseil fixe la redevance due par Telvia pour 2021 à 845,32 €.', 'Telvia'],
    ["La société CLAIN PROMOTION s'engage à verser à la commune une participation de 85 000 €.", 'CLAIN PROMOTION'],
  ])('%s', (text, payer) => {
    expect(amounts(text)[0]).toMatchObject({ payer, beneficiary: TOWN });
  });
  it('by a fund of the State is the State’s', () => {
    const found = amounts(
      'Le plan de financement est le suivant :\n- DETR (40 %) : 19 200 €\n- Communauté de communes du Clain : 4 000 €\n- Commune : 14 400 €',
      { title: 'Demande de subvention' },
    );
    expect(found.map(({ payer, nature }) => [payer, nature])).toEqual([
      ['Etat (DETR)', 'grant'],
      ['Communauté de communes du Clain', 'grant'],
      [TOWN, 'expense'],
    ]);
  });
});

describe('what a title or a list names', () => {
  it('may be the giver', () => {
    expect(
      amounts('Le Maire informe que la Région Centre a accordé une subvention de 45 000 €.', {
        title: 'Subvention de la Région',
      })[0],
    ).toMatchObject({ payer: 'Région Centre', beneficiary: TOWN });
  });
  it('may be bidders', () => {
    const found = amounts(
      'Deux devis sont présentés : Garage Morin : 18 500 € TTC ; Autos du Clain : 17 990 € TTC. Le Conseil choisit le second.',
      { title: "Acquisition d'un véhicule" },
    );
    expect(found.map(({ nature, beneficiary }) => [nature, beneficiary])).toEqual([
      ['price', 'Garage Morin'],
      ['price', 'Autos du Clain'],
    ]);
  });
  it('may be a project, which costs and receives nothing', () => {
    const [cost] = amounts(
      "Le budget prévisionnel de la manifestation est de 8 500 €. L'association Les Amis du Moulin demande une aide.",
    );
    expect([cost!.nature, cost!.beneficiary]).toEqual(['total', undefined]);
  });
  it('is advanced as a part of a grant', () => {
    expect(
      amounts("Il est versé une avance de 30 % de la subvention, soit 27 000 € à l'association Les Amis du Moulin.")[0],
    ).toMatchObject({ nature: 'advance', beneficiary: 'Les Amis du Moulin' });
  });
});

describe('what others pay, ask or are paid', () => {
  it.each([
    ['Le Conseil fixe le loyer du logement loué à M. Paul Morin à 450 € par mois.', 'Paul Morin', TOWN],
    ['Le Conseil accepte le remboursement de 1 250 € de la SMACL.', 'SMACL', TOWN],
    [
      'La Ville de Bruneval demande une participation de 650 € par élève pour les frais de scolarité.',
      TOWN,
      'Ville de Bruneval',
    ],
    [
      "Par délibération du 5 mars, la Communauté d'agglomération du Clain a décidé d'attribuer à la commune un fonds de concours de 25 000 €.",
      "Communauté d'agglomération du Clain",
      TOWN,
    ],
    ['Le Maire informe que la Région Centre a attribué une subvention de 8 000 € à la commune.', 'Région Centre', TOWN],
    [
      "Le Syndicat Départemental d'Énergie du Clain participe à hauteur de 60 %, soit 12 000 €.",
      "Syndicat Départemental d'Énergie du Clain",
      TOWN,
    ],
  ])('%s', (text, payer, beneficiary) => {
    expect(amounts(text)[0]).toMatchObject({ payer, beneficiary });
  });
  it('is nobody in particular for families', () => {
    const [sum] = amounts('La participation des familles est fixée à 110 € par élève.');
    expect([sum!.nature, sum!.payer, sum!.beneficiary]).toEqual(['revenue', undefined, TOWN]);
  });
  it('is no grant where it has a tax', () => {
    expect(
      amounts('Il est proposé une demande de subvention pour un montant de 150 840 € HT.', { title: 'DETR 2024' })[0]!
        .nature,
    ).toBe('total');
  });
  it('takes no cost for a funder', () => {
    const found = amounts(
      'Coût des travaux : 85 000 €\nSubvention du Département (25 %) : 21 250 €\nFonds de concours CC du Clain : 10 000 €',
      { title: 'Mairie – plan de financement' },
    );
    expect(found.map(({ nature, payer }) => [nature, payer])).toEqual([
      ['total', TOWN],
      ['grant', 'Département'],
      ['grant', 'CC du Clain'],
    ]);
  });
});

describe('who receives, said otherwise', () => {
  it('is the body named last before "cette dernière", and the next one after it', () => {
    const found = amounts(
      "L'association Les Amis du Moulin tient l'accueil ; il est proposé d'allouer à cette dernière une somme de 3 200 €, et à l'association Sports du Clain une somme de 1 800 €.",
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Les Amis du Moulin', 'Sports du Clain']);
  });
  it('may be persons of a list', () => {
    const found = amounts(
      'Le Conseil accorde les aides suivantes : M. Jean Duval : 1 500 € ; Mme Anne Morel : 2 000 €.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Jean Duval', 'Anne Morel']);
  });
  it('is whom a convention in the title is made with, in as many payments as it says', () => {
    const found = amounts(
      "Le Conseil approuve la convention avec l'Office de Tourisme du Clain et fixe à 85 000 € la subvention, versée en deux fois : 50 000 € en février et 35 000 € en juillet.",
      { title: "Convention financière avec l'Office de Tourisme" },
    );
    expect(found.map(({ nature, beneficiary }) => [nature, beneficiary])).toEqual([
      ['grant', 'Office de Tourisme du Clain'],
      ['instalment', 'Office de Tourisme du Clain'],
      ['instalment', 'Office de Tourisme du Clain'],
    ]);
  });
});

describe('a list of grants', () => {
  it('may stand in one sentence', () => {
    const found = amounts(
      'Le conseil vote les subventions suivantes : ADMR : 200 €, Croix-Rouge : 50 €, Club des Aînés : 300 €.',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['ADMR', 'Croix-Rouge', 'Club des Aînés']);
  });
  it('takes names that begin with a common noun or hold commas', () => {
    const found = amounts(
      'Les subventions aux associations sont les suivantes :\n- club du Grand Chêne : 1 700 €\n- Doudous, perles et chansons : 175 €',
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['club du Grand Chêne', 'Doudous, perles et chansons']);
  });
  it('takes no clause for a name', () => {
    expect(
      agreed('Article 3 : Subvention\nElle sera versée en deux fois : un premier acompte de 30 000 € en mai.')[0],
    ).toMatchObject({ nature: 'instalment', beneficiary: 'Les Amis du Moulin' });
  });
  it('that parts one sum gives its parts to whom the whole is given', () => {
    const found = amounts(
      "La subvention de 9 000 € prévue pour 2013 pour l'association Don Vito se décompose en :\n- 2 000 € pour l'animation\n- 7 000 € pour le fonctionnement",
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Don Vito', 'Don Vito', 'Don Vito']);
  });
  it('names nobody where it speaks of bodies in general', () => {
    expect(
      amounts('SUBVENTIONS A DES STRUCTURES ARTISTIQUES POUR UN MONTANT GLOBAL DE 84 000 EUROS')[0]!.beneficiary,
    ).toBe(undefined);
  });
});

describe('who gives and who receives', () => {
  it.each([
    ['Le Conseil Général peut aider la commune à hauteur de 20 %, soit 62 400 €.', 'Conseil Général', TOWN],
    [
      'Il fixe à 350 € par an la redevance due par l’amicale des pompiers de Sourdun.',
      'amicale des pompiers de Sourdun',
      TOWN,
    ],
    ['Le syndicat prend en charge 50 % de la dépense, la commune paiera donc 1 155 €.', TOWN, undefined],
    [
      "Assainissement : la commune percevra une prime de 1 870 € de l'Agence de l'eau du Clain.",
      "Agence de l'eau du Clain",
      TOWN,
    ],
    ["Il accepte l'indemnité de sinistre de 3 207 € versée par Groupama.", 'Groupama', TOWN],
    ['Le Grand Casino du Lac met à la disposition de la Ville une somme de 200 000 €.', 'Grand Casino du Lac', TOWN],
    [
      'Le Conseil accepte la prise en charge d’un montant de 160 € pour un séjour, à verser au collège Jules Morin.',
      TOWN,
      'collège Jules Morin',
    ],
    [
      'L’association Les Tilleuls change de nom. Il est proposé de lui allouer une subvention de 20 000 €.',
      TOWN,
      'Les Tilleuls',
    ],
    [
      'Signature d’un contrat de cession avec la compagnie Les Pieds Bleus pour un spectacle, moyennant la somme de 2 450 €.',
      TOWN,
      'Les Pieds Bleus',
    ],
    ['Une convention d’honoraires est signée avec Me Lucie SERVAN ; son prix est de 1 800 € HT.', TOWN, 'Lucie SERVAN'],
    [
      'Le logement est mis à disposition de la famille et loué à M.\nPaul Morin moyennant un loyer de 420 €.',
      'Paul Morin',
      TOWN,
    ],
    ['L’indemnité mensuelle de chacun des trois adjoints est de 416,17 €.', TOWN, 'adjoints'],
  ])('%s', (text, payer, beneficiary) => {
    const [sum] = amounts(text);
    expect([sum!.payer, sum!.beneficiary]).toEqual([payer, beneficiary]);
  });
  it('where a second giver shares the verb of the first', () => {
    const found = amounts(
      "La Région Centre peut participer à hauteur de 20 %, soit 20 000 €, et l'Agence de l'eau du Clain à hauteur de 30 %, soit 30 000 €.",
    );
    expect(found.map(({ payer }) => payer)).toEqual(['Région Centre', "Agence de l'eau du Clain"]);
  });
  it('where the seller was named in the sentence before the price', () => {
    expect(
      amounts(
        'La commune souhaite acquérir la parcelle appartenant à M. Paul Morin.\n\nLe prix de vente est de 8 000 €.',
      )[0],
    ).toMatchObject({ nature: 'price', payer: TOWN, beneficiary: 'Paul Morin' });
  });
  it('is no subject under which a sentence tells of the sum', () => {
    const [sum] = amounts('Éclairage public : le remplacement de 6 lampes coûtera 2 310 €.', {
      title: 'Subventions et travaux',
    });
    expect([sum!.nature, sum!.beneficiary]).toEqual(['total', undefined]);
  });
  it('of a guarantee is nobody', () => {
    expect(
      amounts('La garantie de la collectivité est accordée à hauteur de la somme de 642 000 €.')[0],
    ).not.toHaveProperty('beneficiary');
  });
  it('of the parts of a grant are those of the grant', () => {
    const found = agreed(
      'La Ville accorde une subvention de 45 000 € en 2020.\n\nArticle 2 : Une avance de 30 % du montant de la subvention, soit 13 500 €, est versée à la signature.',
    );
    expect(found[1]).toMatchObject({ nature: 'advance', beneficiary: found[0]!.beneficiary });
  });
});

it('another body acts for the town that its title names', () => {
  const text = `COMMUNAUTÉ DE COMMUNES DU CLAIN
Conseil communautaire du 8 décembre 2022
Fonds de concours - commune de Sourdun

Le plan de financement est le suivant :
Dépense totale HT : 68 500 €
DETR : 20 550 €
Fonds de concours de la Communauté de communes du Clain : 15 000 €
Autofinancement communal : 19 250 €`;
  const act = actOf(text);
  const heading = { title: 'Fonds de concours - commune de Sourdun' };
  const found = giveMeaning(act, factsOf(act).amounts, readRoster(act, heading), heading);
  expect(found.map(({ payer, beneficiary }) => [payer, beneficiary])).toEqual([
    [undefined, undefined],
    ['Etat (DETR)', 'commune de Sourdun'],
    ['COMMUNAUTÉ DE COMMUNES DU CLAIN', 'commune de Sourdun'],
    ['commune de Sourdun', undefined],
  ]);
});

describe('what a sum is', () => {
  it.each([
    ['La société Granits est retenue pour 11 240 € HT contre 12 980 € pour Marbrerie Perret.', ['price', 'price']],
    ['Il confie l’étude au cabinet Urba & Co pour un montant de 27 300 € HT.', ['price']],
    ['La participation est de 512 € par élève de primaire et 1 105 € par élève de maternelle.', ['grant', 'grant']],
    [
      'La Ville verse 96 000 € à la notification, le solde, soit 24 000 €, sur présentation du bilan.',
      ['instalment', 'balance'],
    ],
    ['Le montant total de ces aides s’élève à 10 550 €.', ['total']],
    ['Le maire perçoit 51,6 % de l’indice brut terminal, soit 2 121,03 € par mois.', ['allowance']],
  ])('%s', (text, natures) => {
    expect(amounts(text).map(({ nature }) => nature)).toEqual(natures);
  });
});

describe('who is named', () => {
  it.each([
    [
      'La SCI Les Ajoncs accepte de céder son immeuble pour la somme de 180 000 €, prix de vente.',
      TOWN,
      'SCI Les Ajoncs',
    ],
    ['Le tarif fixé par le Centre de gestion du Clain est de 67 € par agent.', TOWN, 'Centre de gestion du Clain'],
    ['Mme Laure PITTEL percevra une indemnité de responsabilité de 110 €.', TOWN, 'Laure PITTEL'],
    [
      'Il ramène de 10 000 € à 6 000 € la subvention votée en mars en faveur du Comité des fêtes de Sourdun.',
      TOWN,
      'Comité des fêtes de Sourdun',
    ],
    [
      'Mme Lise BOBINE a avancé le prix des fleurs. Il convient de lui\nrembourser la somme de 54,90 €.',
      TOWN,
      'Lise BOBINE',
    ],
  ])('%s', (text, payer, beneficiary) => {
    const [sum] = amounts(text);
    expect([sum!.payer, sum!.beneficiary]).toEqual([payer, beneficiary]);
  });
  it('by an item that says for what before how much', () => {
    const found = amounts(
      "Il est proposé d'allouer les subventions suivantes :\n- Le Chœur des Dunes, pour ses dix ans, une subvention de 1 200 €\n- L'Atelier de gravure : 850 €",
    );
    expect(found.map(({ beneficiary }) => beneficiary)).toEqual(['Le Chœur des Dunes', "L'Atelier de gravure"]);
  });
  it('by a plan that says how a work is financed', () => {
    const found = amounts(
      'Les travaux sont financés comme suit :\n- Département du Clain : 24 000 €\n- Commune : 14 400 €',
    );
    expect(found.map(({ payer }) => payer)).toEqual(['Département du Clain', TOWN]);
  });
});

it('an association asks its dues, and receives what it is given', () => {
  const act = actOf(
    "ASSOCIATION LES SENTIERS DU CLAIN\nProcès-verbal de l'assemblée générale du 18 mars 2017\n\nElle a reçu 4 000 € de subvention de la commune de Sourdun. La cotisation est fixée à 22 €.",
    'minutes',
  );
  const roster = readRoster(act);
  const found = giveMeaning(act, factsOf(act).amounts, roster);
  const name = 'ASSOCIATION LES SENTIERS DU CLAIN';
  expect(found.map(({ nature, payer, beneficiary }) => [nature, payer, beneficiary])).toEqual([
    ['grant', 'commune de Sourdun', name],
    ['revenue', undefined, name],
  ]);
});

describe('what a council of several towns, a buyer or an agent is asked or given', () => {
  it('is the share of each member', () => {
    const act = actOf(
      'SYNDICAT INTERCOMMUNAL SCOLAIRE DU CLAIN\nComité syndical du 2 avril 2015\n\nLe comité fixe le montant global des participations à 59 040 €, réparti ainsi :\nCommune de Bray : 31 200 €\nCommune de Vergne : 27 840 €',
    );
    const found = giveMeaning(act, factsOf(act).amounts, readRoster(act));
    expect(found.slice(1).map(({ nature, payer, beneficiary }) => [nature, payer, beneficiary])).toEqual([
      ['revenue', 'Commune de Bray', 'SYNDICAT INTERCOMMUNAL SCOLAIRE DU CLAIN'],
      ['revenue', 'Commune de Vergne', 'SYNDICAT INTERCOMMUNAL SCOLAIRE DU CLAIN'],
    ]);
  });
  it('is for each name of a list, and from none of them', () => {
    const found = amounts(
      'Le conseil vote les subventions suivantes : ADMR 300 €, Amicale des pompiers 150 €, Judo Club 30 €.',
    );
    expect(found.map(({ payer, beneficiary }) => [payer, beneficiary])).toEqual([
      [TOWN, 'ADMR'],
      [TOWN, 'Amicale des pompiers'],
      [TOWN, 'Judo Club'],
    ]);
  });
  it('is a price where a market bears tax', () => {
    expect(amounts('Marché de photographie attribué à STUDIO PAT pour un montant de 1 196 € TTC.')[0]!.nature).toBe(
      'price',
    );
  });
  it('is paid by whom a later sentence calls the buyer', () => {
    expect(
      amounts(
        'Le montant de la vente du lot s’élève à 23 040 €.\n\nLe Conseil accepte de vendre le lot à Mme Lise TANGUY.',
      )[0],
    ).toMatchObject({ nature: 'price', payer: 'Lise TANGUY', beneficiary: TOWN });
  });
  it('is nobody’s where it only bounds', () => {
    const [sum] = amounts('Il signe les bons de commande d’un montant inférieur à 5 000 € HT.');
    expect([sum!.nature, sum!.payer]).toEqual(['other', undefined]);
  });
  it('is not for whoever asked in another sentence', () => {
    const found = amounts('Le Club de pétanque demande une aide : 150 € sont accordés. Les parents demandent 300 €.');
    expect(found[1]!.beneficiary).not.toBe('Club de pétanque');
  });
  it('is what agents are paid for each form', () => {
    expect(amounts('Les agents recenseurs sont rémunérés à raison de 1,30 € par bulletin.')[0]!.beneficiary).toBe(
      'agents recenseurs',
    );
  });
  it('is asked by whoever bills it', () => {
    expect(amounts('Le Conseil Général du Clain facture à la commune 105 € par élève.')[0]).toMatchObject({
      payer: TOWN,
      beneficiary: 'Conseil Général du Clain',
    });
  });
});
