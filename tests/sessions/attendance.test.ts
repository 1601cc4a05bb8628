import { expect, it } from 'vitest';
import { readAttendance } from '../../extractors/sessions/attendance.js';

const attendance = (text: string) =>
  readAttendance(text, text.length).map(
    ({ name, status, proxyTo }) => `${status} ${name}${proxyTo ? ` → ${proxyTo}` : ''}`,
  );

it.each<[string, string, string[]]>([
  [
    'capitals, dashes and offices; powers in sentences behind the lists',
    `PRESENTS :
M. Paul ARDENT, Maire.
Mme Zoé BLIN – M. Jean-Luc CORME – Mme Catherine de
DORIN, Adjoints au Maire.
EXCUSES :
Mme Ève FAURIEL, Adjoint au Maire
M. Guy GARDEL, Conseiller Communal.
ABSENT :
M. Hugo HAMEL, Conseiller Communal
Madame Ève FAURIEL a donné pouvoir à Madame Zoé BLIN.
Monsieur Guy GARDEL a donné pouvoir à Monsieur Jean-Luc CORME.

CONSEIL COMMUNAL DE VALMONT
SEANCE
Du 12 avril 2023`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Jean-Luc CORME',
      'present Catherine de DORIN',
      'proxy Ève FAURIEL → Zoé BLIN',
      'proxy Guy GARDEL → Jean-Luc CORME',
      'absent Hugo HAMEL',
    ],
  ],
  [
    'surnames alone, powers behind a comma',
    `Présents : Mmes et Mrs Ardent - Blin - Corme -Dorin formant la majorité des membres en exercice.
Absents excusés : M Fauriel, procuration à M Blin - M. Gardel, procuration à M Ardent - Mme
Hamel, procuration à Mme Corme.
Secrétaire de séance : Mr Dorin`,
    [
      'present Ardent',
      'present Blin',
      'present Corme',
      'present Dorin',
      'proxy Fauriel → Blin',
      'proxy Gardel → Ardent',
      'proxy Hamel → Corme',
    ],
  ],
  [
    'first names, a power in brackets, a label without a colon',
    `Conseil municipal du 4 juin 2021
Présents :
Jean-Pierre, Yves, Anne-Marie, David &
Adeline (procuration à Yves)

Absent
Hélène

Ordre du jour :
1. Subventions`,
    [
      'present Jean-Pierre',
      'present Yves',
      'present Anne-Marie',
      'present David',
      'proxy Adeline → Yves',
      'absent Hélène',
    ],
  ],
  [
    'bullets under a label of two lines; an office with its number; until when one stays',
    `Étaient présents les conseillers municipaux suivants, formant la majorité des
membres en exercice :
- ARDENT Paul, Maire
- BLIN Zoé, 1ère adjointe
- CORME Luc (jusqu'au point 3)
- DORIN Ève à partir du point 2
Étaient absents excusés :
- FAURIEL Ève (pouvoir à M. CORME Luc)`,
    [
      'present ARDENT Paul',
      'present BLIN Zoé',
      'present CORME Luc',
      'present DORIN Ève',
      'proxy FAURIEL Ève → CORME Luc',
    ],
  ],
  [
    'a cell for the surname, one for the first name, one for the office',
    `Conseillers présents :

Nom\tPrénom\tFonction
ARDENT\tPaul\tMaire
BLIN\tZoé\t1ère adjointe
CORME\tLuc\tConseiller municipal

Absents : M. Guy GARDEL`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'present CORME Luc', 'absent Guy GARDEL'],
  ],
  [
    'the count is the label of those who are named below it',
    `Nombre de délégués en exercice : 9
Nombre de présents : 4

CCHV : Paul ARDENT (Bessac), Zoé BLIN et Luc CORME (Valmont)
Groupe Avenir : Mme Ève DORIN

Nombre d'absents : 1
M. Guy GARDEL

Nombre de pouvoirs : 1
M. Hugo HAMEL à M. Paul ARDENT

Nombre de votants : 5`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'present Ève DORIN',
      'absent Guy GARDEL',
      'proxy Hugo HAMEL → Paul ARDENT',
    ],
  ],
  [
    'a count is no label where a heading follows',
    `Nombre de présents : 9

Vente à Mme Zoé BLIN d'un terrain de la commune

Nombre de pouvoirs : 0
M. Guy GARDEL à la parole.`,
    [],
  ],
  [
    'those present when they were called; a table that is presented',
    `Étaient présents au moment de l’appel nominatif : Paul ARDENT, Zoé BLIN

Les dépenses sont présentées dans le tableau ci-après :
CHAPITRE\tDépenses\tRecettes`,
    ['present Paul ARDENT', 'present Zoé BLIN'],
  ],
  [
    'a power given on leaving; members by group',
    `Présents :
Groupe « Avenir » : Paul ARDENT (départ à 21 h 30, pouvoir à Mme Zoé BLIN), Zoé BLIN
Groupe « Demain » : Luc CORME, Ève DORIN
Excusé : Guy GARDEL
Effectif légal : 7`,
    ['present Paul ARDENT', 'present Zoé BLIN', 'present Luc CORME', 'present Ève DORIN', 'excused Guy GARDEL'],
  ],
  [
    'powers without the name of who received them',
    `Présents :
Paul ARDENT, Zoé BLIN,Luc CORME Ana DE LA GRÈVE.
Absents ayant voté par procuration en application de l'article L 2121-20 du Code
Général des Collectivités Territoriales :
Ève FAURIEL, Guy GARDEL.
Absents :
Hugo HAMEL, Iris JULLIEN

Exercice 2013 - Budget Primitif de la Ville`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'present Ana DE LA GRÈVE',
      'proxy Ève FAURIEL',
      'proxy Guy GARDEL',
      'absent Hugo HAMEL',
      'absent Iris JULLIEN',
    ],
  ],
  [
    'powers in sentences under their label, a label by its count',
    `Nombre de conseillers présents : 2

Présents : MM Paul ARDENT et Zoé BLIN

Absents ayant donné procuration : Ève Fauriel donne pouvoir à madame Zoé Blin, madame
Iris Jullien donne pouvoir à monsieur Paul Ardent et monsieur Guy Gardel donne
pouvoir à monsieur Paul Ardent

Absents excusés : Madame Ana Grève

Absent: Monsieur Hugo Hamel, madame Léa Kerval

Désignation du secrétaire de séance`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'proxy Ève Fauriel → Zoé Blin',
      'proxy Iris Jullien → Paul Ardent',
      'proxy Guy Gardel → Paul Ardent',
      'excused Ana Grève',
      'absent Hugo Hamel',
      'absent Léa Kerval',
    ],
  ],
  [
    'inside one sentence, with counts',
    `24 Conseillers étaient Présents et Représentés (02 Procurations : Ève FAURIEL et Guy GARDEL et 03
conseillers étaient Absents : Hugo HAMEL, Iris JULLIEN, dont Ana Rose
GRÈVE, Absente excusée.

Le Maire, après avoir procédé à l’appel`,
    ['proxy Ève FAURIEL', 'proxy Guy GARDEL', 'absent Hugo HAMEL', 'absent Iris JULLIEN', 'excused Ana Rose GRÈVE'],
  ],
  [
    'one name a line, with offices; powers under their own label',
    `Étaient présents :
M. ARDENT Paul, Maire
Mme BLIN Zoé, 1ère adjointe
M. CORME Luc (arrivé à 19h15), conseiller municipal

Étaient excusés :
Mme FAURIEL Ève

Pouvoirs :
Mme FAURIEL Ève à Mme BLIN Zoé

Le quorum étant atteint, la séance est ouverte.`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'present CORME Luc', 'proxy FAURIEL Ève → BLIN Zoé'],
  ],
  [
    'the mayor receives a power by his office',
    `Présents : M. Paul ARDENT, Maire, Mmes et MM. Zoé BLIN, Luc CORME.
Pouvoirs : Mme Ève FAURIEL donne pouvoir à M. le Maire, Mme Iris JULLIEN donne pouvoir à Mme Zoé BLIN.
Secrétaire de séance : Luc CORME`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'proxy Ève FAURIEL → Paul ARDENT',
      'proxy Iris JULLIEN → Zoé BLIN',
    ],
  ],
  [
    'counts behind the labels, surnames first, offices in a row',
    `Présents (4) : ARDENT Paul, Maire, BLIN Zoé, CORME Luc, Adjoints, DORIN Ana
Absents excusés (1) : FAURIEL Ève
Ont donné pouvoir (2) : GARDEL Guy à BLIN Zoé, HAMEL Hugo à CORME Luc`,
    [
      'present ARDENT Paul',
      'present BLIN Zoé',
      'present CORME Luc',
      'present DORIN Ana',
      'excused FAURIEL Ève',
      'proxy GARDEL Guy → BLIN Zoé',
      'proxy HAMEL Hugo → CORME Luc',
    ],
  ],
  [
    'what is said in brackets behind a name',
    `Étaient présents : Mesdames Zoé BLIN, Ana DORIN, Messieurs Paul ARDENT, Luc CORME.
Absents : Mme Ève FAURIEL (pouvoir à Mme BLIN), M. Guy GARDEL (excusé), M. Hugo HAMEL.`,
    [
      'present Zoé BLIN',
      'present Ana DORIN',
      'present Paul ARDENT',
      'present Luc CORME',
      'proxy Ève FAURIEL → BLIN',
      'excused Guy GARDEL',
      'absent Hugo HAMEL',
    ],
  ],
  [
    'bullets, and a power told without a label',
    `PRÉSENTS
- M. Paul ARDENT
- Mme Zoé BLIN
- M. Luc CORME

ABSENTS EXCUSÉS
- Mme Ève FAURIEL, ayant donné procuration à M. Paul ARDENT
- M. Guy GARDEL

M. Luc CORME a été désigné secrétaire de séance.`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'proxy Ève FAURIEL → Paul ARDENT',
      'excused Guy GARDEL',
    ],
  ],
  [
    'represented by',
    `Présents : Mme Zoé BLIN, M. Luc CORME
Absents représentés : M. Guy GARDEL par Mme Zoé BLIN, Mme Iris JULLIEN par M. Luc CORME
Absents non excusés : M. Hugo HAMEL
Nombre de votants : 4`,
    [
      'present Zoé BLIN',
      'present Luc CORME',
      'proxy Guy GARDEL → Zoé BLIN',
      'proxy Iris JULLIEN → Luc CORME',
      'absent Hugo HAMEL',
    ],
  ],
  [
    'the first words of a sentence as a label',
    `L'an deux mille vingt-trois, le dix mars, le conseil municipal s'est réuni sous la présidence de Mme Zoé BLIN.
Étaient présents M. Paul ARDENT, Mme Zoé BLIN, M. Luc CORME
Étaient absents excusés M. Guy GARDEL, Mme Ève FAURIEL
Formant la majorité des membres en exercice.
Pouvoir de M. Guy GARDEL à M. Luc CORME`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'proxy Guy GARDEL → Luc CORME',
      'excused Ève FAURIEL',
    ],
  ],
  [
    'a table of names and marks of who gave a power to whom',
    `Présents :\tPaul ARDENT\tZoé BLIN
\tLuc CORME\tAna DORIN
Absents :\tGuy GARDEL
Pouvoirs :\tÈve FAURIEL\tà\tZoé BLIN`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'present Luc CORME',
      'present Ana DORIN',
      'absent Guy GARDEL',
      'proxy Ève FAURIEL → Zoé BLIN',
    ],
  ],
  [
    'initials before or behind the surname, marks of the feminine',
    `Présent(e)s : P. Ardent, Président, Z. Blin, L. Corme, Vice-Présidents ; A. Dorin
Absent(e)s non excusé(e)s : G. Gardel
Pouvoirs : È. Fauriel à Z. Blin`,
    [
      'present P. Ardent',
      'present Z. Blin',
      'present L. Corme',
      'present A. Dorin',
      'absent G. Gardel',
      'proxy È. Fauriel → Z. Blin',
    ],
  ],
  [
    'surnames before their initials, one of them M.',
    `Etaient présents : ARDENT P. – BLIN M. – CORME J.P. – DORIN A.
Etaient excusés : GARDEL G. - FAURIEL E. (pouvoir à BLIN M.)`,
    [
      'present ARDENT P',
      'present BLIN M',
      'present CORME J.P',
      'present DORIN A',
      'excused GARDEL G',
      'proxy FAURIEL E → BLIN M',
    ],
  ],
  [
    'a table with a column for each way of attending',
    `NOM Prénom\tPrésent\tAbsent\tExcusé\tPouvoir à
ARDENT Paul\tX
BLIN Zoé\tX
CORME Luc\t\t\tX\tBLIN Zoé
DORIN Ana\t\tX
Le quorum étant atteint, la séance est ouverte.`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'proxy CORME Luc → BLIN Zoé', 'absent DORIN Ana'],
  ],
  [
    'powers with their holder in brackets, voices on a board',
    `Étaient présents avec voix délibérative : Mme Zoé BLIN, M. Luc CORME
Absents ayant donné pouvoir : Mme Ève FAURIEL (à M. Luc CORME), M. Guy GARDEL (à Mme Zoé BLIN).`,
    ['present Zoé BLIN', 'present Luc CORME', 'proxy Ève FAURIEL → Luc CORME', 'proxy Guy GARDEL → Zoé BLIN'],
  ],
  [
    'absences told in sentences',
    `Tous les conseillers étaient présents, sauf Mme Ève FAURIEL, excusée, qui donne pouvoir à M. Paul ARDENT.
Monsieur Guy GARDEL est absent excusé.
M. Hugo HAMEL, absent.`,
    ['proxy Ève FAURIEL → Paul ARDENT', 'excused Guy GARDEL', 'absent Hugo HAMEL'],
  ],
  [
    'substitutes, late arrivals',
    `Titulaires présents : M. Paul ARDENT ; M. Luc CORME remplaçant M. Guy GARDEL
- Ana DORIN (Absente à l'ouverture de la séance, arrivée à 20 heures 50)
Absents : M. Hugo HAMEL`,
    ['present Paul ARDENT', 'present Luc CORME', 'present Ana DORIN', 'absent Hugo HAMEL'],
  ],
  [
    'delegates behind the name of their commune',
    `Étaient présents :
VALMONT : M. Paul ARDENT, Mme Zoé BLIN
BOURG-LE-HAUT : M. Luc CORME
SAINT-ALBAN : Mme Ana DORIN`,
    ['present Paul ARDENT', 'present Zoé BLIN', 'present Luc CORME', 'present Ana DORIN'],
  ],
  [
    'delegates under the names of their communes, on lines and in cells of their own',
    `Etaient présents :
VALMONT
M. ARDENT Paul
BOURG S/ ORNE
Mme BLIN Zoé (suppléante de M. TARTRE
Gérard)
M. CORME Luc
Délégués absents excusés :
M. DORIN Marc de BOURG`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'present CORME Luc', 'excused DORIN Marc'],
  ],
  [
    'cells; guests are no members',
    `Etaient présents :
VALMONT\tPaul ARDENT
\tZoé BLIN
LE BOURG\tLuc CORME
\tÈve DORIN
Etaient également présents :
- Ana GRÈVE, directrice générale des services`,
    ['present Paul ARDENT', 'present Zoé BLIN', 'present Luc CORME', 'present Ève DORIN'],
  ],
  [
    'groups of delegates in paragraphs',
    `Etaient présents(es) :

CDC DU HAUT VALMONT : ARDENT Paul (T), BLIN Zoé (T), CORME Luc (S).

Délégués de la Communauté du Bas Orne : Mmes DORIN, EVRARD et MM LE BRAN, FAURIEL.

Étaient excusés : GARDEL Guy, HAMEL Hugo.`,
    [
      'present ARDENT Paul',
      'present BLIN Zoé',
      'present CORME Luc',
      'present DORIN',
      'present EVRARD',
      'present LE BRAN',
      'present FAURIEL',
      'excused GARDEL Guy',
      'excused HAMEL Hugo',
    ],
  ],
  [
    'first names by their initials, "M." among them',
    `PRESENTS
P. ARDENT, M. BLIN, J-M. CORME, A. DORIN, R. LE
BRAN, M-C. EVRARD, M. LE DU-FAUR, S. GARDEL, A. HAMEL, A. ISARD, A. JULLIEN.
ABSENTS EXCUSES
C. KERVAL, M. LANNE, S. MOREL, A. NEVEU.`,
    [
      'present P. ARDENT',
      'present M. BLIN',
      'present J-M. CORME',
      'present A. DORIN',
      'present R. LE BRAN',
      'present M-C. EVRARD',
      'present M. LE DU-FAUR',
      'present S. GARDEL',
      'present A. HAMEL',
      'present A. ISARD',
      'present A. JULLIEN',
      'excused C. KERVAL',
      'excused M. LANNE',
      'excused S. MOREL',
      'excused A. NEVEU',
    ],
  ],
  [
    'offices behind each name, figures of another column before the list',
    `Présents : 3\ten session ordinaire,
Pouvoirs : 1\tsous la présidence de M. Paul ARDENT, Président,
Présents :
- M. Paul ARDENT, Président, 1er Vice-Président de la CC.VSA, Maire de Bourg
- Mme Zoé BLIN, Conseil. munic. ville Valmont, Vice-Prés. CC.PFV
- M. Luc CORME, membre du Bureau, délégué de la CC.VSA, Maire de Damville
Etaient absents excusés :
- M. Marc DORIN, délégué de la CC.PFV, Maire de Bourg`,
    ['present Paul ARDENT', 'present Zoé BLIN', 'present Luc CORME', 'excused Marc DORIN'],
  ],
  [
    'a delegate and who stands in for him; a surname that ends like a verb; votes delegated',
    `Présents : Mmes ARDENT Zoé remplacée par sa suppléante BLIN Ana, CORME Ève, M. DUPONT Guy.
Etaient représentés : M. Jean LAMONT donne pouvoir à M. Guy DUPONT
S'étaient fait excuser : Mme Iris GRÈVE (délégation de vote à M. Guy DUPONT)
Etait absente représentée : Mme Léa HAMEL mandataire Mme Ève CORME
Mme Ève CORME a le pouvoir de M. Hugo JUIN.`,
    [
      'excused ARDENT Zoé',
      'present BLIN Ana',
      'present CORME Ève',
      'present DUPONT Guy',
      'proxy Jean LAMONT → Guy DUPONT',
      'proxy Iris GRÈVE → Guy DUPONT',
      'proxy Léa HAMEL → Ève CORME',
      'proxy Hugo JUIN → Ève CORME',
    ],
  ],
  [
    'a numbered list; columns under a label without a colon',
    `Conseillers présents :
1. ARDENT Paul
2. BLIN Zoé

Conseillers Communautaires absents excusés
CORME Luc\tDORIN Ève`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'excused CORME Luc', 'excused DORIN Ève'],
  ],
  [
    'all but those who are named; the secretary in a sentence',
    `Présents : Tous les conseillers en exercice à l'exception de : M. ARDENT Paul et Mme BLIN Zoé (absents excusés), M. CORME Luc (procuration à Mme DORIN)

M. EVRARD Luc a été nommé secrétaire de séance.`,
    ['excused ARDENT Paul', 'excused BLIN Zoé', 'proxy CORME Luc → DORIN'],
  ],
  [
    'a table with a cell for each list, initials and small letters',
    `Excusé(e)s\tS. Ardent, L. Blin
Présent(e)s\tC. Corme, Président, E. Dorin, M. Evrard, M.-P. Faure, B. Gardel`,
    [
      'excused S. Ardent',
      'excused L. Blin',
      'present C. Corme',
      'present E. Dorin',
      'present M. Evrard',
      'present M.-P. Faure',
      'present B. Gardel',
    ],
  ],
  [
    'a table with columns for the place and for the power, names that their cells are too narrow for',
    `NOM\tCommune\tPrésent\tAbsent/Excusé\tPouvoir à
ARDENT
Paul\tSaint-Val\tX
BLIN Zoé\tLa Lande\tX
CORME Luc\tValmont\t\tX\tARDENT
Paul
DORIN Ève\tValmont\t\tX`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'proxy CORME Luc → ARDENT Paul', 'excused DORIN Ève'],
  ],
  [
    'members as of right and substitutes; a sentence right behind the last power',
    `Etaient présents en tant que titulaires :
ARDENT Paul, BLIN Zoé
Excusés : CORME Luc qui a donné pouvoir à BLIN Zoé
Les membres présents forment la majorité.
Etaient présents en tant que suppléants : DORIN Ève.`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'proxy CORME Luc → BLIN Zoé', 'present DORIN Ève'],
  ],
  [
    'a power without "à"; the powers of a mayor, which give none; one who is absent behind those represented',
    `Présents :
Paul ARDENT, Zoé BLIN
Excusés
Luc CORME, pouvoir P. ARDENT
Mme Ève DORIN représentée par Mme Zoé BLIN
Absent : M. Guy EVRARD -

Le maire lit la décision prise dans le cadre de sa délégation de pouvoirs :
Il est conclu avec Luc SAVON, Architecte`,
    [
      'present Paul ARDENT',
      'present Zoé BLIN',
      'proxy Luc CORME → P. ARDENT',

      'proxy Ève DORIN → Zoé BLIN',
      'absent Guy EVRARD',
    ],
  ],
  [
    'powers behind colons, over the end of a line',
    `Représentés :
M. ARDENT : pouvoir à Mme BLIN ; Mme CORME : pouvoir
à M. DORIN ; Melle EVRARD : pouvoir à M. FAURE`,
    ['proxy ARDENT → BLIN', 'proxy CORME → DORIN', 'proxy EVRARD → FAURE'],
  ],
  [
    'substitutes for members, votes held for others',
    `Présents titulaires : ARDENT Paul, BLIN Zoé
Absents et excusés : CORME Luc, DORIN Ève, EVRARD Guy
Suppléants remplaçant de droit titulaires absents : FAURE Ana (pour CORME Luc)
Pouvoirs : BLIN Zoé (pour DORIN Ève)`,
    [
      'present ARDENT Paul',
      'present BLIN Zoé',
      'excused CORME Luc',
      'proxy DORIN Ève → BLIN Zoé',
      'excused EVRARD Guy',
      'present FAURE Ana',
    ],
  ],
  [
    'councillors announced as such; one who "est absent"',
    `Étaient présents les conseillers municipaux suivants :
M. ARDENT Paul
Mme BLIN Zoé
Est absent non excusé : Monsieur CORME Luc.`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'absent CORME Luc'],
  ],
  [
    'delegates by commune, in cells; a label that says how it is ordered',
    `Présents (dans l’ordre alphabétique) :
SAINT-VAL\tM. ARDENT Paul
LA LANDE\tM. BLIN Luc (suppléant de M. ERMEL Jean)
VALMONT\tMme Zoé CORME
Absents excusés :
M. DORIN Guy de VALMONT
Mme EVRARD Ana de LA LANDE SOUS VALMONT`,
    ['present ARDENT Paul', 'present BLIN Luc', 'present Zoé CORME', 'excused DORIN Guy', 'excused EVRARD Ana'],
  ],
  [
    'delegates behind "pour la commune de"',
    `Étaient présents Mesdames et Messieurs les conseillers communautaires :
pour la commune de SAINT-VAL : monsieur ARDENT Paul
pour la commune de LA LANDE : madame BLIN Zoé
monsieur CORME Luc`,
    ['present ARDENT Paul', 'present BLIN Zoé', 'present CORME Luc'],
  ],
  [
    'a table whose columns hold the names, one of them broken into lines',
    `Présents\tAbsents/Excusés\tont donné procuration à\tVotants
M. Paul ARDENT\t\t\t1
Mme Marie-Zoé
BLIN\t\t\t1
\tMme Ana CORME\tM. Paul ARDENT\t1
\tM. Guy DORIN\t\t0`,
    ['present Paul ARDENT', 'present Marie-Zoé BLIN', 'proxy Ana CORME → Paul ARDENT', 'excused Guy DORIN'],
  ],
  [
    'a list, then a table of those who gave a power',
    `Etaient présents :
M. Paul ARDENT, Mme Zoé BLIN (visioconférence).

Absents/excusés\tPouvoir à
Luc CORME\tZoé BLIN
Ana DORIN\tPaul ARDENT`,
    ['proxy Luc CORME → Zoé BLIN', 'proxy Ana DORIN → Paul ARDENT', 'present Paul ARDENT', 'present Zoé BLIN'],
  ],
  [
    'powers received, told behind the lists; a last name on a line of its own',
    `Présents : Monsieur Paul ARDENT, Madame BLIN, Monsieur CORME, Messieurs DORIN et
EVRARD.
Excusés ou absents : Mme Ana FAURE
M. Guy GARDEL

Le maire donne lecture des procurations reçues :
Mme Ana FAURE à M. Paul ARDENT`,
    [
      'present Paul ARDENT',
      'present BLIN',
      'present CORME',
      'present DORIN',
      'present EVRARD',
      'proxy Ana FAURE → Paul ARDENT',
      'excused Guy GARDEL',
    ],
  ],
  [
    'a table whose head and names are broken into lines',
    `Commune\tDélégués
titulaires\tPrésent\tExcusé
Grésy\tARDENT
Paul\tX
Lavans\tBLIN Zoé\t\tX
Pouvoirs (1) : Mme BLIN à M. ARDENT`,
    ['present ARDENT Paul', 'proxy BLIN → ARDENT'],
  ],
])('reads who attended: %s', (_, text, expected) => {
  expect(attendance(text)).toEqual(expected);
});

it('two people with one surname are told apart by their initials', () => {
  expect(attendance('Présents : P. Ardent, Z. Ardent, L. Corme')).toEqual([
    'present P. Ardent',
    'present Z. Ardent',
    'present L. Corme',
  ]);
  expect(attendance('Présents : ARDENT M. – ARDENT G. – BLIN Z.')).toEqual([
    'present ARDENT M',
    'present ARDENT G',
    'present BLIN Z',
  ]);
});
