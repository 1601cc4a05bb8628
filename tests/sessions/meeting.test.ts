import { expect, it } from 'vitest';
import { openAct } from '../../extractors/acts/open.js';
import { segment } from '../../extractors/acts/segment.js';
import { kindOf } from '../../extractors/kinds/index.js';
import { meetingOf } from '../../extractors/sessions/index.js';
import { typed } from '../support/typed.js';

const read = (source: string) => {
  const pages = [typed(1, source)];
  const outlines = segment(pages);
  const act = openAct(pages, outlines[0]!, outlines);
  const heading = kindOf(act.outline.kind).heading(act);
  const { sessions, attendances, votes } = meetingOf(act, heading.date);
  return { heading, session: sessions[0], attendances, votes };
};

it('a deliberation of a community of communes: figures in a small table, stamps before the date', () => {
  const { heading, session } = read(`COMMUNAUTE DE COMMUNES DU HAUT VALMONT
Envoyé en préfecture le 15/12/2022
Reçu en préfecture le 15/12/2022
EXTRAIT DU REGISTRE
DES DELIBERATIONS DU CONSEIL COMMUNAUTAIRE
SEANCE DU 12 DECEMBRE 2022
DELIBERATION N° 2022-145
En exercice\tPrésents\tVotants
32\t25\t29
Le conseil communautaire s'est réuni à la salle polyvalente de Bessac, sous la
présidence de Madame Jeanne ROUX, Présidente.
Date de convocation : 5 décembre 2022
Présents : Jeanne ROUX, Paul ARDENT, Zoé BLIN
Secrétaire de séance : Zoé BLIN
Objet : Fonds de concours à la commune de Bessac pour la
rénovation de la halle
Le Conseil Communautaire, après en avoir délibéré, à l'unanimité, ATTRIBUE un fonds de concours.
Pour extrait conforme`);
  expect(heading).toMatchObject({
    reference: '2022-145',
    date: '2022-12-12',
    title: 'Fonds de concours à la commune de Bessac pour la rénovation de la halle',
    matter: '7.8',
  });
  expect(session).toMatchObject({
    body: 'conseil communautaire',
    place: 'à la salle polyvalente de Bessac',
    president: 'Jeanne ROUX',
    secretary: 'Zoé BLIN',
    membersInOffice: 32,
    present: 25,
    voters: 29,
  });
});

it('counts who is present where no figure is printed', () => {
  const { session } = read(`PROCÈS-VERBAL DE LA RÉUNION DU CONSEIL MUNICIPAL
du 4 mai 2022
Présents : Paul ARDENT, Zoé BLIN, Luc CORME
Absente : Ève FAURIEL (pouvoir à Zoé BLIN)

1. Tarifs
Adopté à l'unanimité.`);
  expect(session).toMatchObject({ present: 3, represented: 1, voters: 4 });
});

it.each([
  ['Nombre de présents : 3', ['Jeanne ROUX', 'Paul ARDENT', 'Zoé BLIN']],
  ['Nombre de présents : 2', ['Paul ARDENT', 'Zoé BLIN']],
  ['', ['Paul ARDENT', 'Zoé BLIN']],
])('a president whom no list names is present where the count says one more: %j', (count, names) => {
  const { attendances } = read(`DÉLIBÉRATION DU CONSEIL MUNICIPAL
Séance du 4 mai 2022, sous la présidence de Mme Jeanne ROUX, maire
${count}
Présents : Paul ARDENT, Zoé BLIN`);
  expect(attendances.map(({ name }) => name)).toEqual(names);
});

it.each([
  ['Nombre de conseillers : En exercice 31 – Présents 6 – Votants 8', { membersInOffice: 31, present: 6, voters: 8 }],
  ['En exercice 11 Présents 8 Absents 3 Pouvoirs 2 Votants 10', { membersInOffice: 11, present: 8, represented: 2 }],
  [
    'Nombre de conseillers en exercice\t15\nPrésents\t12\nVotants\t14',
    { membersInOffice: 15, present: 12, voters: 14 },
  ],
  [
    'NOMBRE DE CONSEILLERS\nEN EXERCICE\n33\nPRESENTS\n26\nPROCURATION(S)\n6\nVOTANTS\n32',
    { membersInOffice: 33, present: 26, represented: 6, voters: 32 },
  ],
  ['Présents : Paul ARDENT, Zoé BLIN\nAuditeurs présents : 63', { present: 2 }],
  ['Douze conseillers sont présents et deux ont\ndonné pouvoir.', { present: 12, represented: 2, voters: 14 }],
  ['Présidence : Mme Jeanne ROUX\nPrésents : 12', { president: 'Jeanne ROUX', present: 12 }],
  ['Membres : 23 – Quorum : 12 – Présents : 18', { membersInOffice: 23, present: 18, voters: 18 }],
  [
    'Afférents au conseil\nmunicipal\tEn exercice\tAyant pris part à la\ndélibération\n15\t14\t12',
    { membersInOffice: 14, voters: 12 },
  ],
  [
    'Nombre de délégués en exercice : 110\nNombre de délégués qui assistent à la séance : 92',
    { membersInOffice: 110, present: 92 },
  ],
])('reads the figures of attendance in %j', (text, figures) => {
  expect(read(`DÉLIBÉRATION DU CONSEIL MUNICIPAL\nSéance du 4 mai 2022\n${text}`).session).toMatchObject(figures);
});

it.each([
  [
    'DÉLIBÉRATION DU CONSEIL D’ADMINISTRATION\nSéance du mardi 6 décembre 2022 à 17h30\nDélibération n° 4',
    '2022-12-06',
    '4',
  ],
  [
    'DÉLIBÉRATION N° 19_0204_07\nLa Commission permanente, convoquée le 15 mars 2019, s’est réunie le lundi 25 mars 2019',
    '2019-03-25',
    '19_0204_07',
  ],
  [
    'CONSEIL DÉPARTEMENTAL\nRéunion du 22 septembre 2020\nRapport n° 305\nDélibération n° CP-2020-8-3-5',
    '2020-09-22',
    'CP-2020-8-3-5',
  ],
  ['CONSEIL D’ADMINISTRATION DU 14 NOVEMBRE 2022\nDÉLIBÉRATION N°2022-CA4-07', '2022-11-14', '2022-CA4-07'],
  [
    'CONSEIL MUNICIPAL DU 27 MARS 2012\nOnt pris part à la délibération : 12\n\nSUBVENTION AUX JARDINS DU MOULIN - CM/12/034',
    '2012-03-27',
    'CM/12/034',
  ],
  [
    'CONSEIL MUNICIPAL\nSéance du 14 février 2024\nNombre de membres en exercice : 18 - qui ont pris part à la\ndélibération : 16\nN° 2024/02/03',
    '2024-02-14',
    '2024/02/03',
  ],
  [
    'DÉLIBÉRATION DE LA COMMISSION PERMANENTE\nRéunion du 24 juin 2022\nDélibération n° 22CP.512',
    '2022-06-24',
    '22CP.512',
  ],
  [
    'N° séance 11\nN° délibération 133\nConseil municipal réuni en session publique ordinaire le 23 mars 2017',
    '2017-03-23',
    '133',
  ],
  [
    '2016-12-09\nLe huit décembre deux mille seize, à 20 heures,\nle Conseil Municipal, légalement convoqué, s’est réuni',
    '2016-12-08',
    '2016-12-09',
  ],
])('reads day and number in %j', (head, date, reference) => {
  const { heading } = read(`${head}\n\nLe conseil, après en avoir délibéré, adopte.\nPour extrait conforme`);
  expect(heading).toMatchObject({ date, reference });
});

it.each([
  [
    's’est réuni en séance ordinaire AU\nGYMNASE DE VALMONT sous la présidence de M. Paul ARDENT.',
    'AU GYMNASE DE VALMONT',
  ],
  [
    's’est réuni en session ordinaire, à la salle des fêtes de la\nCommune de Bourg au Perche sous la présidence de M. Paul ARDENT.',
    'à la salle des fêtes de la Commune de Bourg au Perche',
  ],
  [
    's’est réuni en séance, dans le lieu habituel\nde ses séances, sous la présidence de M. Paul ARDENT.',
    'dans le lieu habituel de ses séances',
  ],
  ['s’est réuni à l’Espace Culturel du Val, en session ordinaire.', 'à l’Espace Culturel du Val'],
  [
    's’est réuni le 4 mai 2022, à partir de 10 h 30, à l’Hôtel du Département, sous la présidence de M. Paul ARDENT.',
    'à l’Hôtel du Département',
  ],
  ['s’est réuni le jeudi 6 décembre 2012, à vingt heures trente à la mairie de Valmont.', 'à la mairie de Valmont'],
  ['s’est réuni à l’espace\nCulturel du Val en séance publique', 'à l’espace Culturel du Val'],
])('reads the place in %j', (sentence, place) => {
  expect(
    read(`CONSEIL MUNICIPAL DE VALMONT\nSéance du 4 mai 2022\nLe conseil municipal ${sentence}\nPrésents : 12`).session,
  ).toMatchObject({ place });
});

it('who opens the session presides over it; the place stands below its day', () => {
  expect(
    read(`COMPTE RENDU
Comité Syndical du jeudi 6 décembre 2018 à 20h00
Salle des fêtes de Valmont

Présents : MM. ARDENT Paul, BLIN Luc, CORME Guy
Le Président, M. ARDENT Paul, ouvre la séance.

1. Compte administratif
Adopté à l’unanimité.`).session,
  ).toMatchObject({ president: 'ARDENT Paul', place: 'Salle des fêtes de Valmont' });
  expect(
    read(`PROCES-VERBAL DU COMITE SYNDICAL DU 10 MARS 2006
Présents : MM. ARDENT, BLIN, CORME
Participaient également : Mme DORIN, agent de développement
M. ARDENT, Président, ouvre la séance.

1. Compte administratif
Adopté à l’unanimité.`).session,
  ).toMatchObject({ president: 'ARDENT', present: 3 });
});

it('a secretary on a line of the list; the issuer over two lines', () => {
  const { heading, session } = read(`PROCES-VERBAL
Le Conseil Municipal de la Commune de SAINT LOUIS DE
VALMONT s’est réuni le 4 mai 2022.
Secrétaire de séance élue : Z. BLIN
ETAT DES PRESENCES

1. Tarifs
Vote : P:17 C:1 A:1`);
  expect(session).toMatchObject({ secretary: 'Z. BLIN' });
  expect(heading).toMatchObject({ issuer: 'Commune de SAINT LOUIS DE VALMONT' });
});

it('counts those who gave a power, not the power that each gave', () => {
  const { session } = read(`EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
DE VALMONT-SUR-ORNE
Séance du 12 avril 2023
Etaient présents : Paul ARDENT, Zoé BLIN, Luc CORME
Absents excusés ayant remis un pouvoir : Ana DORIN à Zoé BLIN, Jean ERMEL à Paul ARDENT
Objet : Subvention au comité des fêtes
Le Conseil, après en avoir délibéré, à l'unanimité, ATTRIBUE une subvention.
Pour extrait conforme`);
  expect(session).toMatchObject({ present: 3, represented: 2 });
});
