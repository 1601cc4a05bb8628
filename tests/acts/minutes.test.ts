import { describe, expect, it } from 'vitest';
import { openAct } from '../../extractors/acts/open.js';
import { segment } from '../../extractors/acts/segment.js';
import { kindOf } from '../../extractors/kinds/index.js';
import { meetingOf } from '../../extractors/sessions/index.js';
import { typed } from '../support/typed.js';

/** Each decision as "reference | title | outcome, unanimity, counts". */
function decisions(...sources: string[]): string[] {
  const pages = sources.map((source, i) => typed(i + 1, source));
  const outlines = segment(pages);
  expect(outlines[0]!.kind).toBe('minutes');
  return outlines
    .filter(({ parentRelation }) => parentRelation === 'part_of')
    .map((outline) => {
      const act = openAct(pages, outline, outlines);
      const { title, reference } = kindOf(outline.kind).heading(act);
      const votes = meetingOf(act, undefined).votes.map(({ outcome, unanimous, votesFor, votesAgainst, abstentions }) =>
        [
          outcome,
          unanimous === undefined ? '' : unanimous ? 'unanimous' : 'divided',
          [votesFor, votesAgainst, abstentions].some((n) => n !== undefined)
            ? `${votesFor ?? '-'}/${votesAgainst ?? '-'}/${abstentions ?? '-'}`
            : '',
        ]
          .filter((word) => word !== '')
          .join(' '),
      );
      return `${reference ?? ''} | ${title} | ${votes.join(' + ')}`;
    });
}

describe('decisions in minutes', () => {
  it('numbered points with votes in figures; agenda first, questions diverses last', () => {
    expect(
      decisions(`COMMUNE DE VALMONT-SUR-ORNE
PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL
DU 14 MARS 2023

Présents : M. Paul ARDENT, Mme Zoé BLIN, M. Luc CORME.
Secrétaire de séance : Mme Zoé BLIN

Ordre du jour :
1 – Approbation du procès-verbal du 7 février 2023
2 – Vote des taux
3 – Subventions aux associations
4 – Rapport d'activité du syndicat des eaux
5 – Questions diverses

1 – APPROBATION DU PROCÈS-VERBAL DU 7 FÉVRIER 2023
Le procès-verbal est adopté à l'unanimité.

2 – VOTE DES TAUX
Monsieur le Maire propose de maintenir les taux :
1) taxe foncière bâtie : 30 %
2) taxe foncière non bâtie : 40 %
Après en avoir délibéré, le conseil municipal décide de maintenir les taux.
VOTE : Pour : 12 Contre : 2 Abstention : 1

3 – SUBVENTIONS AUX ASSOCIATIONS
Le conseil municipal, par douze voix pour et trois abstentions, accorde les subventions proposées.

4 – RAPPORT D'ACTIVITÉ DU SYNDICAT DES EAUX
Le conseil municipal prend acte du rapport.

5 – QUESTIONS DIVERSES
Mme BLIN signale un trou dans la rue du Puits.
La séance est levée à 22 h.`),
    ).toEqual([
      ' | APPROBATION DU PROCÈS-VERBAL DU 7 FÉVRIER 2023 | adopted unanimous',
      ' | VOTE DES TAUX | adopted divided 12/2/1',
      ' | SUBVENTIONS AUX ASSOCIATIONS | adopted divided 12/-/3',
      " | RAPPORT D'ACTIVITÉ DU SYNDICAT DES EAUX | noted",
    ]);
  });

  it('deliberations with a number and an object each', () => {
    expect(
      decisions(
        `COMPTE RENDU DU CONSEIL MUNICIPAL
Séance du 3 avril 2024

DELIBERATION N° 2024-03-01
Objet : Compte de gestion 2023
Vu le code général des collectivités territoriales,
Considérant les écritures,
Le Conseil Municipal, après en avoir délibéré,
DÉCIDE d'approuver le compte de gestion.
Votants : 15 – Pour : 15 – Contre : 0 – Abstention : 0

DELIBERATION N° 2024-03-02
Objet : Acquisition de la parcelle AB 12
Le Maire expose que la parcelle est à vendre.
Le Conseil Municipal, à la majorité (M. Luc CORME et Mme Ana DORIN votant contre),
- AUTORISE le Maire à signer l'acte,
- DIT que les crédits sont inscrits.`,
        `DELIBERATION N° 2024-03-03
Objet : Règlement du cimetière
Ce point est reporté à la prochaine séance.

DELIBERATION N° 2024-03-04
Objet : Vœu pour le maintien de la gare
La proposition est rejetée par 9 voix contre, 4 pour et 2 abstentions.

L'ordre du jour étant épuisé, la séance est levée.`,
      ),
    ).toEqual([
      '2024-03-01 | Compte de gestion 2023 | adopted unanimous 15/0/0',
      '2024-03-02 | Acquisition de la parcelle AB 12 | adopted divided -/2/-',
      '2024-03-03 | Règlement du cimetière | postponed',
      '2024-03-04 | Vœu pour le maintien de la gare | rejected divided 4/9/2',
    ]);
  });

  it('a list of deliberations, one a row', () => {
    expect(
      decisions(`LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL
Séance du 5 juin 2023

N°\tObjet\tDécision
2023-21\tTarifs de la cantine\tAdoptée à l'unanimité
2023-22\tConvention avec l'école de musique\tAdoptée à l'unanimité
2023-23\tCession d'un chemin rural\tRejetée`),
    ).toEqual([
      '2023-21 | Tarifs de la cantine | adopted unanimous',
      "2023-22 | Convention avec l'école de musique | adopted unanimous",
      "2023-23 | Cession d'un chemin rural | rejected",
    ]);
  });

  it('headings in bold without numbers, by a community of communes', () => {
    expect(
      decisions(`COMMUNAUTÉ DE COMMUNES DES TROIS VALLÉES
Procès-verbal du conseil communautaire du 21 septembre 2022

Étaient présents : MM. Paul ARDENT, Luc CORME, Mmes Zoé BLIN, Ana DORIN.

# Adhésion au syndicat mixte du numérique

Le Président rappelle les compétences du syndicat.
Le conseil communautaire, après en avoir délibéré et à l'unanimité, décide d'adhérer au syndicat.

# Création d'un poste de rédacteur

Il est proposé de créer un poste.
Adopté à la majorité, 2 abstentions (M. CORME, Mme DORIN).

# Informations diverses

Le prochain conseil aura lieu le 12 octobre.`),
    ).toEqual([
      ' | Adhésion au syndicat mixte du numérique | adopted unanimous',
      " | Création d'un poste de rédacteur | adopted divided -/-/2",
    ]);
  });

  it('points called by their name, tables of votes', () => {
    expect(
      decisions(`SIVOM DE LA PLAINE
COMPTE-RENDU DE LA RÉUNION DU COMITÉ SYNDICAL
du 12 décembre 2023

Point n° 1 : Budget supplémentaire
Le Comité Syndical, à l'unanimité des membres présents, adopte le budget supplémentaire.

Point n° 2 : Tarifs de l'eau 2024
Après en avoir délibéré, le Comité Syndical fixe le prix du mètre cube.
Pour\tContre\tAbstentions
18\t1\t2

Point n° 3 : Informations du Président
Les travaux de la station ont commencé.`),
    ).toEqual([' | Budget supplémentaire | adopted unanimous', " | Tarifs de l'eau 2024 | adopted divided 18/1/2"]);
  });

  it('questions with their title on the next line, a letterhead that is no point', () => {
    expect(
      decisions(`VILLE DE VALMONT-SUR-ORNE

Conseil Municipal du lundi 5 février 2018
Compte rendu analytique

Présents : Mme Zoé BLIN, M. Luc CORME

Question n° 1
Débat d’orientations budgétaires 2018
Rapporteur : M. Luc CORME
Le Conseil Municipal prend acte de la tenue du débat.

Question n° 2
Règlement de la médiathèque
VOTE : Adopté à l’unanimité`),
    ).toEqual([
      ' | Débat d’orientations budgétaires 2018 | noted',
      ' | Règlement de la médiathèque | adopted unanimous',
    ]);
  });

  it('a point’s number, then the act’s; votes of taxes are titles', () => {
    expect(
      decisions(`COMMUNE DE VALMONT
PROCÈS-VERBAL DU CONSEIL MUNICIPAL
du 26 juin 2023

II - FINANCES

1. Vote des taux
Pour : 7 – Contre : 0 – Abstention : 0

2. D2023-032 Attribution d’un fonds de concours
Pour : 5 – Contre : 1 – Abstention : 1

3. Informations diverses
La séance est close.`),
    ).toEqual([
      ' | Vote des taux | adopted unanimous 7/0/0',
      'D2023-032 | Attribution d’un fonds de concours | adopted divided 5/1/1',
    ]);
  });

  it('a list of deliberations, each with its result behind its object', () => {
    expect(
      decisions(`COMMUNE DE VALMONT
LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL
EN SÉANCE DU 21 SEPTEMBRE 2023

2023-46 – Décision modificative : approuvée à la majorité (15 pour, 4 abstentions)
2023-47 – Subvention au comité des fêtes : approuvée à l’unanimité
2023-48 – Mise à disposition d’un local : rejetée (5 pour, 12 contre, 2 abstentions)
2023-49 – Cession d’un terrain : ajournée`).map((line) => line.replace(/ \|.*\| /, ' | ')),
    ).toEqual([
      '2023-46 | adopted divided 15/-/4',
      '2023-47 | adopted unanimous',
      '2023-48 | rejected divided 5/12/2',
      '2023-49 | postponed',
    ]);
  });

  it('points numbered within lettered parts', () => {
    expect(
      decisions(`PROCES-VERBAL DE LA REUNION DU CONSEIL COMMUNAUTAIRE
DU 28 JUIN 2018

A – ADMINISTRATION GENERALE

A1 – Approbation du procès-verbal de la séance du 24 mai 2018
Approuvé à l’unanimité.

A2 – Projet éolien
Vote à bulletin secret : 4 pour, 4 contre. La proposition est rejetée.

B – FINANCES

B1 – Rapport d’activité 2017
Le Conseil communautaire PREND ACTE du rapport.

B2 – Lotissement
Point reporté à une prochaine séance.`),
    ).toEqual([
      ' | Approbation du procès-verbal de la séance du 24 mai 2018 | adopted unanimous',
      ' | Projet éolien | rejected divided 4/4/-',
      ' | Rapport d’activité 2017 | noted',
      ' | Lotissement | postponed',
    ]);
  });

  it('numbers with a small sign and a bracket', () => {
    expect(
      decisions(`PROCES VERBAL de la réunion du Conseil Municipal du 19 mai 2011

1°) Approbation du PV du 31 mars 2011
Le PV est adopté à l’unanimité

2°) Vente de bois
L’offre de la scierie est retenue (4 voix pour, 1 abstention).

3°) Divers
Fin de séance 22 h 45.`),
    ).toEqual([' | Approbation du PV du 31 mars 2011 | adopted unanimous', ' | Vente de bois | adopted divided 4/-/1']);
  });

  it('chapters whose points begin again at 1', () => {
    expect(
      decisions(`CONSEIL MUNICIPAL DU 26 MARS 2021
COMPTE RENDU SOMMAIRE

# I - ADMINISTRATION GENERALE

# 1 - Composition des commissions
Le Conseil Municipal, à l’unanimité, approuve la composition proposée.

# 2 - Désignation d’un représentant
Le Conseil Municipal, par 29 voix pour et 4 abstentions, désigne Mme BLIN.

# II - FINANCES

# 1 - Budget primitif
Le Conseil Municipal, par 27 voix pour, 4 voix contre et 2 abstentions, approuve le budget.

# 2 - Tarifs
Le Conseil Municipal adopte les tarifs à l’unanimité.`),
    ).toEqual([
      ' | Composition des commissions | adopted unanimous',
      ' | Désignation d’un représentant | adopted divided 29/-/4',
      ' | Budget primitif | adopted divided 27/4/2',
      ' | Tarifs | adopted unanimous',
    ]);
  });

  it('an extract over a whole session, points numbered 1-1, 1-2 below 1', () => {
    expect(
      decisions(`EXTRAIT DU REGISTRE DES DELIBERATIONS DU CONSEIL MUNICIPAL
L’an deux mille seize, le deux novembre, le Conseil Municipal de Valmont s’est réuni en session ordinaire.
Etaient présents : M. Paul ARDENT, Mme Zoé BLIN, M. Luc CORME.

# 1. Intercommunalité

# 1-1 Modification des statuts
Le conseil municipal, après en avoir délibéré, accepte à l’unanimité.

# 1-2 Rapport d’activité
Le conseil municipal prend acte du rapport.

# 2. Finances

# 2-1 Décision modificative
Vote : 11 pour, 1 abstention`),
    ).toEqual([
      ' | Modification des statuts | adopted unanimous',
      ' | Rapport d’activité | noted',
      ' | Décision modificative | adopted divided 11/-/1',
    ]);
  });

  it('the number under the title, its title over what was said; a number with underscores', () => {
    expect(
      decisions(`PROCÈS-VERBAL DU CONSEIL D’ADMINISTRATION DU CCAS DE VALMONT
SÉANCE DU 18 JANVIER 2021

2. Approbation du dernier procès-verbal
Le procès-verbal est adopté à l’unanimité.

3. Débat d’orientations budgétaires
Délibération n° 2021-01-001
Rapporteur : Mme Zoé BLIN
Le Conseil prend acte de la tenue du débat.

DE_18012021_02 SECOURS D’URGENCE
Mis aux voix, le rapport est adopté à l’unanimité.`),
    ).toEqual([
      ' | Approbation du dernier procès-verbal | adopted unanimous',
      '2021-01-001 | Débat d’orientations budgétaires | noted',
      'DE_18012021_02 | SECOURS D’URGENCE | adopted unanimous',
    ]);
  });

  it('decisions of a bureau; titles that are only short lines over what was said', () => {
    expect(
      decisions(`BUREAU COMMUNAUTAIRE
PROCES-VERBAL
Séance du 14 novembre 2022

Décision n° B2022-41 : Marché de bacs
Le Bureau, après en avoir délibéré, à l’unanimité, DECIDE d’attribuer le marché.

Décision n° B2022-42 : Demande de subvention
Le Bureau, à l’unanimité, DECIDE de solliciter la subvention.`),
    ).toEqual([
      'B2022-41 | Marché de bacs | adopted unanimous',
      'B2022-42 | Demande de subvention | adopted unanimous',
    ]);
    expect(
      decisions(`COMPTE RENDU DU CONSEIL DE COMMUNAUTE
du 18 juin 2015

ZI Basse Prairie – Appel d’offres
Monsieur le Président indique que la commission s’est réunie.
La présente délibération a été approuvée à l’unanimité.

Ecole de musique – Droits d’entrée
Les membres du Conseil, après en avoir délibéré, fixent les droits.
La présente délibération a été approuvée à l’unanimité.`),
    ).toEqual([
      ' | ZI Basse Prairie – Appel d’offres | adopted unanimous',
      ' | Ecole de musique – Droits d’entrée | adopted unanimous',
    ]);
  });

  it('an agenda in Roman figures, taken up in other words', () => {
    expect(
      decisions(`COMPTE RENDU DE LA REUNION DU COMITE SYNDICAL DU 10 DECEMBRE 2019
Ordre du jour
I Prix de l’eau, abonnements et autres tarifs du service
II DM n°3
III Divers

I Tarifs

Le Président propose d’augmenter le prix du mètre cube et le montant des abonnements au service.
Adopté à l’unanimité.

II DM n°3

Le comité vote la décision à l’unanimité.`),
    ).toEqual([' | Tarifs | adopted unanimous', ' | DM n°3 | adopted unanimous']);
  });

  it('titles below their numbers, a number over the whole, the choice of a secretary that has a number', () => {
    expect(
      decisions(`VALMONT
N° 15/02/PV
PROCES-VERBAL des DELIBERATIONS
du CONSEIL MUNICIPAL DU 5 FEVRIER 2015

APPROBATION DU DERNIER PROCES-VERBAL
Le procès-verbal est adopté à l’unanimité.

DELIBERATION N° 15/02/01
Locaux de la ferme – Bail commercial
Monsieur le Maire expose.
Le Conseil municipal, à l’unanimité, autorise le Maire à signer.

DELIBERATION N° 15/02/02 – Désignation du secrétaire de séance
Adopté à l’unanimité.`),
    ).toEqual([
      ' | APPROBATION DU DERNIER PROCES-VERBAL | adopted unanimous',
      '15/02/01 | Locaux de la ferme – Bail commercial | adopted unanimous',
      '15/02/02 | Désignation du secrétaire de séance | adopted unanimous',
    ]);
  });

  it('reports with numbers in parts, a vote by group, an election', () => {
    expect(
      decisions(`RELEVÉ DES DÉLIBÉRATIONS DE LA COMMISSION PERMANENTE
du 19 juin 2015

Rapport n° 15.05.01 – Aide aux entreprises
Le groupe Agir pour le Pays vote contre. Les conclusions du rapport sont adoptées à la majorité.

Rapport n° 15.05.02 – Election d’un vice-président
Mme Zoé BLIN, ayant obtenu la majorité absolue, est proclamée élue.`),
    ).toEqual([
      '15.05.01 | Aide aux entreprises | adopted divided',
      '15.05.02 | Election d’un vice-président | adopted',
    ]);
  });

  it('points that a sign opens and a colon closes; outcomes on lines of their own below numbers with a slash', () => {
    expect(
      decisions(`Compte rendu de la réunion du conseil municipal du 5 mars 2012

* Approbation du dernier compte rendu : approuvé à l’unanimité.

* Vote des taux :
Le conseil décide de ne pas augmenter les taux (unanimité).

* Toiture de l’église :
Le conseil retient le devis (5 voix pour, 1 abstention).

La séance est levée à 23 h.`),
    ).toEqual([
      ' | Approbation du dernier compte rendu | adopted unanimous',
      ' | Vote des taux | adopted unanimous',
      ' | Toiture de l’église | adopted divided 5/-/1',
    ]);
    expect(
      decisions(`CONSEIL MUNICIPAL
COMPTE-RENDU SOMMAIRE DU 27 JUIN 2019

1/ ADMINISTRATION GENERALE

1.1/ Approbation du procès-verbal de la séance du 11 avril 2019
UNANIMITE

1.2/ Décisions prises par le Maire
DONT ACTE

2/ FINANCES

2.1/ Attribution de subventions
MAJORITE
2 ABSTENTIONS : M. ARDENT, Mme BLIN

2.2/ Garantie d’emprunt
MAJORITE
1 CONTRE : M. ARDENT`),
    ).toEqual([
      ' | Approbation du procès-verbal de la séance du 11 avril 2019 | adopted unanimous',
      ' | Décisions prises par le Maire | noted',
      ' | Attribution de subventions | adopted divided -/-/2',
      ' | Garantie d’emprunt | adopted divided -/1/-',
    ]);
  });

  it('letters below chapters; the object behind its number', () => {
    expect(
      decisions(`CONSEIL MUNICIPAL DU 22 MAI 2013
PROCÈS-VERBAL

I. INTERCOMMUNALITE

A. Modification des statuts
Le conseil approuve à l’unanimité.

B. Fonds de concours
Le conseil approuve par 15 voix et 2 abstentions.

II. PERSONNEL

A. Tableau des effectifs
Le conseil approuve à l’unanimité.`),
    ).toEqual([
      ' | Modification des statuts | adopted unanimous',
      ' | Fonds de concours | adopted divided 15/-/2',
      ' | Tableau des effectifs | adopted unanimous',
    ]);
    expect(
      decisions(`Extrait du procès-verbal des délibérations du Conseil Municipal
Séance du vingt-six mars deux mille dix

26.03.2010-1 OBJET : COMPTE ADMINISTRATIF
Le compte administratif est approuvé à l’unanimité.

26.03.2010-2 OBJET : VOTE DES TAUX
Le Conseil Municipal, par 13 voix pour et 1 abstention, vote les taux.

26.03.2010-3 OBJET : TARIFS
Le Conseil Municipal approuve à l’unanimité.`),
    ).toEqual([
      '26.03.2010-1 | COMPTE ADMINISTRATIF | adopted unanimous',
      '26.03.2010-2 | VOTE DES TAUX | adopted divided 13/-/1',
      '26.03.2010-3 | TARIFS | adopted unanimous',
    ]);
  });

  it('a table whose cells are broken into lines; points that the agenda does not name all', () => {
    expect(
      decisions(`LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL
Séance du 12 octobre 2023

# Ordre du jour :
1. Décisions municipales
2. Tarifs de la cantine

# Question n° 1 : Décisions municipales
Le maire en donne lecture.

# Question n° 2 : Fouilles
Le Conseil émet un avis favorable à l'unanimité.

# III/ Dissolution de l'office
Adopté par 15 voix pour et 4 contre.

Représentés :
M. BLIN : pouvoir à M. ARDENT`),
    ).toEqual([' | Fouilles | adopted unanimous', " | III/ Dissolution de l'office | adopted divided 15/4/-"]);
  });

  it('the installation of a council; the name of a body as a title', () => {
    expect(
      decisions(`SEANCE DU 28 MARS 2014

L’an deux mille quatorze, le vingt-huit mars, s’est réuni le conseil municipal de Valmont.
M. Paul ARDENT a été désigné secrétaire.

# Élection du maire

Suffrages exprimés : 10
M. Luc CORME a été proclamé maire.

# Nombre des adjoints

Le conseil décide, à l'unanimité, de fixer à deux le nombre des adjoints.

SIEG

Le Maire expose le projet. Le conseil approuve le plan de financement. Unanimité.`),
    ).toEqual([
      ' | Élection du maire | adopted',
      ' | Nombre des adjoints | adopted unanimous',
      ' | SIEG | adopted unanimous',
    ]);
  });

  it('points that a dash opens one below the other; numbers with letters below a number', () => {
    expect(
      decisions(`Mairie de Valmont
Séance du 2 février 2010

Secrétaire : M. Ardent

- Photocopieur : M. le Maire présente deux devis. Le conseil retient le second à l'unanimité.
- Chemin du Moulin : après débat le conseil décide, par 6 voix contre 4, de le fermer.
- Logement de l'école : le bail de Mlle Blin est renouvelé pour trois ans. Accord unanime.
- Divers : le prochain conseil aura lieu le 9 mars.`),
    ).toEqual([
      ' | Photocopieur | adopted unanimous',
      ' | Chemin du Moulin | adopted divided 6/4/-',
      " | Logement de l'école | adopted unanimous",
    ]);
    expect(
      decisions(`COMPTE RENDU DE LA RÉUNION DU 20 DECEMBRE 2018

4. Déchets
Délibération n° 2018-142
Adopté à l'unanimité.

5. Culture
5-A : Projet des lavoirs
Délibération n° 2018-143
Adopté à l'unanimité.

5-B : Projet de la forge
Délibération n° 2018-144
Adopté à l'unanimité.`),
    ).toEqual([
      '2018-142 | Déchets | adopted unanimous',
      '2018-143 | Projet des lavoirs | adopted unanimous',
      '2018-144 | Projet de la forge | adopted unanimous',
    ]);
  });

  it('the last minutes behind the agenda or among the forms of the session; Roman numbers behind a month’s', () => {
    expect(
      decisions(`PROCES-VERBAL DU CONSEIL MUNICIPAL DU 5 DECEMBRE 2018
M. Luc CORME est élu secrétaire de l’assemblée.

ORDRE DU JOUR :
1) Budget : décisions modificatives
2) Tarifs

Zoé BLIN demande s'il y a des remarques. Le PV est adopté à l’unanimité.

1) Budget : décisions modificatives
Le conseil approuve à l'unanimité.

2) Tarifs
Vote : 18 pour, 3 abstentions.`),
    ).toEqual([
      " | Zoé BLIN demande s'il y a des remarques | adopted unanimous",
      ' | Budget : décisions modificatives | adopted unanimous',
      ' | Tarifs | adopted divided 18/-/3',
    ]);
    expect(
      decisions(`Conseil Municipal du 15 avril 2013

M. Luc CORME est élu secrétaire de l’assemblée.
Le procès verbal de la séance du 11 février 2013 est adopté à l’unanimité.
M. le Maire donne lecture de l’ordre du jour définitif.

04.13. I - Arrêt du plan
Adopté à l'unanimité.

04.13. II- Vente d'un terrain
Adopté à l'unanimité.

04.13. III Tarifs
Adopté à l'unanimité.`),
    ).toEqual([
      ' | Le procès verbal de la séance du 11 février 2013 est adopté à l’unanimité | adopted unanimous',
      ' | Arrêt du plan | adopted unanimous',
      " | Vente d'un terrain | adopted unanimous",
      ' | Tarifs | adopted unanimous',
    ]);
  });

  it('titles before a colon and what was said on them; the name of a point among the first lines', () => {
    expect(
      decisions(`COMPTE RENDU DU CONSEIL MUNICIPAL DU 24 JUILLET 2015
Présents : ARDENT Paul, BLIN Zoé
Secrétaire de séance : BLIN Zoé

Coupe de bois : Monsieur le Maire fait part au Conseil Municipal de la lettre de l'office.
Le Conseil Municipal, après en avoir délibéré par 8 voix POUR, décide la mise en vente.

École (fournitures) : Le Maire rappelle le montant. Le conseil, par 7 voix POUR et 1 ABSTENTION, le porte à 45 €.`),
    ).toEqual([' | Coupe de bois | adopted 8/-/-', ' | École (fournitures) | adopted divided 7/-/1']);
    expect(
      decisions(`Communauté de communes du Val
DEPARTEMENT DE L'ORNE

CONSEIL COMMUNAUTAIRE DU 11 DECEMBRE 2012

# Mission d’architecte-conseil

Le Conseil retient l'offre.

# Tarifs : 2012-94

Adopté à l'unanimité.

# Voyages : 2012-13

Le Conseil décide de maintenir l'aide.`),
    ).toEqual([
      ' | Mission d’architecte-conseil | adopted',
      '2012-94 | Tarifs | adopted unanimous',
      ' | Voyages : 2012-13 | adopted',
    ]);
  });

  it('a bracket and a dash behind the number; the last minutes in a sentence among those present', () => {
    expect(
      decisions(`Compte rendu du conseil municipal du 13 novembre 2017
Présents : MM. Paul ARDENT, Luc CORME, Mme Zoé BLIN.
M. Luc CORME est désigné secrétaire de séance.
Le procès-verbal de la séance du 7 septembre est approuvé à l’unanimité.

1) – Appel des membres

2)- Décisions municipales
Elles sont communiquées au conseil.

3) - Tarifs 2018
Adopté par 25 voix pour et 2 abstentions.`),
    ).toEqual([
      ' | Le procès-verbal de la séance du 7 septembre est approuvé à l’unanimité | adopted unanimous',
      ' | Tarifs 2018 | adopted divided 25/-/2',
    ]);
  });
});
