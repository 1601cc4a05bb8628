import { euros } from '../french.js';
import { footer, letterhead } from '../letterhead.js';
import { amount, party, sumOf, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import { MONTCLAIR as TOWN } from '../world.js';
import { type Made, Writer } from '../writer.js';

const ROWS: readonly [name: string, sector: string, granted: number][] = [
  ['Aéromodélisme des Étangs', 'Loisirs', 650],
  ['Amicale des donneurs de sang', 'Santé', 400],
  ['Amicale des sapeurs-pompiers', 'Solidarité', 1500],
  ['Anciens combattants – section locale', 'Mémoire', 450],
  ['Atelier Terre et Feu', 'Culture', 1250],
  ['Basket-club montclairois', 'Sport', 9800],
  ['Bibliothèque pour tous', 'Culture', 2750.5],
  ['Chorale À travers chants', 'Culture', 900],
  ['Ciné-Étangs', 'Culture', 18_500],
  ['Club de gymnastique volontaire', 'Sport', 1100],
  ['Club des aînés Les Tilleuls', 'Solidarité', 1350],
  ['Comité de jumelage', 'Loisirs', 2200],
  ['Compagnie du Moulin-Blanc', 'Culture', 6400],
  ['Croqueurs de pommes du Val', 'Environnement', 380],
  ['École de musique intercommunale', 'Culture', 22_000],
  ['Étangs propres', 'Environnement', 1750],
  ['Football-club Montclair-Dombelle', 'Sport', 14_600],
  ['Foyer socio-éducatif du collège', 'Jeunesse', 3200],
  ['Judo-club des Étangs', 'Sport', 4150],
  ['La Boule ferrée', 'Sport', 700],
  ['La Halte-garderie des Lutins', 'Jeunesse', 21_300],
  ['Les Amis des orgues', 'Culture', 1980.75],
  ['Ligue de pêche des quatre étangs', 'Loisirs', 820],
  ['Maison des jeunes', 'Jeunesse', 19_750],
  ['Photo-club Plein cadre', 'Culture', 560],
  ['Randonneurs de la Dombelle', 'Sport', 480],
  ['Solidarité alimentaire', 'Solidarité', 12_400],
  ['Tennis-club montclairois', 'Sport', 5250],
  ['Théâtre des Deux Rives', 'Culture', 7300],
  ['Union cycliste des Étangs', 'Sport', 2068.75],
];

/** The annex to the budget that lists grants: one row a beneficiary, over several pages, its total at the end. */
export function grantsTable(): Promise<Made> {
  const writer = new Writer({
    stem: 'tableau-subventions',
    title: 'Subventions versées aux associations en 2023',
    author: TOWN.body,
    made: '2024-03-04',
    face: 'narrow',
    size: 11,
  });
  const total = ROWS.reduce((sum, [, , granted]) => sum + granted, 0);
  writer.openAct({
    kind: 'budget',
    issuer: TOWN.body,
    subject: 'Subventions versées aux associations – exercice 2023',
  });
  letterhead(writer, TOWN);
  writer.paragraph(
    noted(
      bold('COMPTE ADMINISTRATIF – ANNEXE'),
      party({ name: TOWN.body, role: 'grantor', kind: 'municipality', aliases: [TOWN.name] }),
    ),
    { align: 'center', after: 2 },
  );
  writer.paragraph(fr`Subventions versées aux associations – exercice ${year(2023)}`, {
    align: 'center',
    size: 13,
    after: 10,
  });
  writer.table(
    [{ width: 34, align: 'center' }, { width: 240 }, { width: 90 }, { width: 106, align: 'right' }],
    [['N°', 'Bénéficiaire', 'Domaine', 'Montant versé']],
    [
      ...ROWS.map(([name, sector, granted], i): Text[] => [
        String(i + 1),
        noted(name, party({ name, role: 'beneficiary', kind: 'association' })),
        sector,
        amount(granted, {
          nature: 'grant',
          payer: TOWN.body,
          beneficiary: name,
          year: 2023,
          inTable: true,
          as: euros(granted, 2),
        }),
      ]),
      [
        '',
        'TOTAL',
        '',
        noted(
          amount(total, { nature: 'total', payer: TOWN.body, year: 2023, inTable: true, as: euros(total, 2) }),
          sumOf(
            ROWS.map(([, , granted]) => granted),
            total,
            'total du tableau',
          ),
        ),
      ],
    ],
    { headFill: '#2f5d50', headColour: '#ffffff', zebra: '#eef4f1', total: true, size: 11 },
  );
  writer.closeAct();
  return writer.finish(footer(writer, `${TOWN.body} – Compte administratif 2023 – Annexe`));
}
