import { describe, expect, it } from 'vitest';
import { BOLD, REGULAR } from '../drawn.js';
import { drawn, kinds, lines, matrix } from './sheets.js';

const row = (d: PDFKit.PDFDocument, y: number, xs: readonly number[], texts: readonly string[]): void =>
  texts.forEach((text, at) => {
    if (text !== '') lines(d, xs[at]!, y, [text]);
  });
const centred = (d: PDFKit.PDFDocument, y: number, xs: readonly number[], texts: readonly string[]): void =>
  texts.forEach((text, at) => {
    lines(d, xs[at]! - d.widthOfString(text) / 2, y, [text]);
  });

describe('a table of words', () => {
  it('has heads centred over its columns, places left empty, and a title that is none of its rows', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(16);
      lines(d, 200, 60, ['Feuille de présence']);
      d.fontSize(11).font(BOLD);
      centred(d, 90, [95, 195, 295, 395, 495], ['NOM', 'Prénom', 'Qualité', 'Présence', 'Pouvoir à']);
      d.font(REGULAR);
      const xs = [50, 150, 250, 350, 450];
      row(d, 106, xs, ['VAUQUELIN', 'Inès', 'Maire', 'Présente']);
      row(d, 122, xs, ['TESSIER', 'Paul', 'Adjoint', 'Excusé', 'I. VAUQUELIN']);
      row(d, 138, xs, ['ROUSSET', 'Jeanne', 'Conseillère', 'Présente']);
      row(d, 154, xs, ['MOREL', 'Ahmed', 'Conseiller', 'Excusé', 'P. TESSIER']);
    });
    expect(kinds(page!)[0]).toEqual(['heading', 'Feuille de présence']);
    expect(matrix(page!)).toEqual([
      ['NOM', 'Prénom', 'Qualité', 'Présence', 'Pouvoir à'],
      ['VAUQUELIN', 'Inès', 'Maire', 'Présente', ''],
      ['TESSIER', 'Paul', 'Adjoint', 'Excusé', 'I. VAUQUELIN'],
      ['ROUSSET', 'Jeanne', 'Conseillère', 'Présente', ''],
      ['MOREL', 'Ahmed', 'Conseiller', 'Excusé', 'P. TESSIER'],
    ]);
  });

  it('ruled under its rows only has the head over its first rule, and ends before a title that is underlined', async () => {
    const [page] = await drawn((d) => {
      const xs = [55, 270, 450];
      row(d, 100, xs, ['Organisme', 'Titulaires', 'Suppléants']);
      row(d, 120, xs, ['Syndicat des eaux de l’Orbe', 'Inès Vauquelin, P. Tessier', 'Jeanne Rousset']);
      row(d, 140, xs, ['Syndicat du bassin', 'Ahmed Morel', 'Paul Tessier']);
      row(d, 160, xs, ['Centre communal d’action sociale', 'Jeanne Rousset', 'Inès Vauquelin']);
      for (const y of [115, 135, 155, 175, 215]) d.moveTo(50, y).lineTo(540, y).stroke();
      d.fontSize(15);
      lines(d, 50, 192, ['Questions diverses']);
    });
    expect(matrix(page!)).toEqual([
      ['Organisme', 'Titulaires', 'Suppléants'],
      ['Syndicat des eaux de l’Orbe', 'Inès Vauquelin, P. Tessier', 'Jeanne Rousset'],
      ['Syndicat du bassin', 'Ahmed Morel', 'Paul Tessier'],
      ['Centre communal d’action sociale', 'Jeanne Rousset', 'Inès Vauquelin'],
    ]);
    expect(kinds(page!).at(-1)).toEqual(['heading', 'Questions diverses']);
  });

  it('ruled under its rows only ends at a title, under which the next begins', async () => {
    const [page] = await drawn((d) => {
      for (const [y, cells] of [
        [100, ['Support', '2022', '2023']],
        [120, ['Livres', '21 430', '22 015']],
        [140, ['Disques', '412', '385']],
        [160, ['Films', '5 640', '5 102']],
        [220, ['Atelier', 'Séances', 'Participants']],
        [240, ['Heure du conte', '22', '341']],
        [260, ['Rencontres', '5', '178']],
        [280, ['Jeux', '9', '96']],
      ] as const)
        row(d, y, y < 200 ? [55, 300, 420] : [55, 330, 450], cells);
      for (const y of [115, 135, 155, 175, 235, 255, 275, 295]) d.moveTo(50, y).lineTo(540, y).stroke();
      d.fontSize(15);
      lines(d, 50, 190, ['Les animations']);
    });
    expect(page!.tables).toHaveLength(2);
    expect(matrix(page!, 1).map(([label]) => label)).toEqual(['Atelier', 'Heure du conte', 'Rencontres', 'Jeux']);
  });

  it('of bold labels and what is said of each has no head, and begins after the text before it', async () => {
    const [page] = await drawn((d) => {
      lines(d, 200, 84, ['Le marché suivant est attribué.']);
      ['Objet du marché', 'Titulaire', 'Montant HT', 'Durée'].forEach((label, at) => {
        d.font(BOLD);
        lines(d, 50, 100 + at * 14, [label]);
      });
      d.font(REGULAR);
      const said = ['Réfection du toit de la halle du marché', 'Toitures Morel', '84 320,00 €', '4 mois'];
      lines(d, 200, 100, said);
    });
    expect(matrix(page!)[0]).toEqual(['Objet du marché', 'Réfection du toit de la halle du marché']);
    expect(page!.tables[0]).toMatchObject({ rows: 4, cols: 2, headRows: 0, headCols: 1 });
  });

  it('without rules is known by its loose rows', async () => {
    const [page] = await drawn((d) => {
      const xs = [55, 190, 460];
      row(d, 100, xs, ['Partenaire', 'Action menée', 'Période']);
      row(d, 120, xs, ['Collège des Tilleuls', 'Prix des lecteurs', 'octobre à mai']);
      row(d, 140, xs, ['Centre social', 'Ateliers d’écriture et lectures à voix haute', 'toute l’année']);
      row(d, 160, xs, ['Foyer rural', 'Lectures aux tout-petits', 'le mercredi']);
    });
    expect(matrix(page!)[2]).toEqual([
      'Centre social',
      'Ateliers d’écriture et lectures à voix haute',
      'toute l’année',
    ]);
  });
});

describe('a table of figures', () => {
  it('has heads that stand close side by side each over its column', async () => {
    const [page] = await drawn((d) => {
      row(d, 100, [55, 200, 260, 297], ['Usage', '2022', '2023', 'Évolution']);
      row(d, 116, [55, 203, 263, 310], ['Domestique', '1,42', '1,48', '+4,2 %']);
      row(d, 132, [55, 203, 263, 310], ['Agricole', '0,80', '0,82', '+2,5 %']);
      row(d, 148, [55, 203, 263, 310], ['Industriel', '1,95', '2,05', '+5,1 %']);
    });
    expect(matrix(page!)[0]).toEqual(['Usage', '2022', '2023', 'Évolution']);
  });

  it('has heads set over the middle of wide columns, whose labels stand left and figures right', async () => {
    const [page] = await drawn((d) => {
      const put = (y: number, [label, ...figures]: readonly string[]): void => {
        row(d, y, [55], [label!]);
        for (const [index, figure] of figures.entries())
          row(d, y, [340 + index * 100 - d.widthOfString(figure)], [figure]);
      };
      row(d, 100, [125, 275, 375, 462], ['Indicateur', '2022', '2023', 'Variation']);
      put(116, ['Abonnés', '1 842', '1 871', '+ 1,6 %']);
      put(132, ['Fuites', '27', '19', '- 29,6 %']);
      put(148, ['Réseau', '96,4', '98,1', '+ 1,8 %']);
    });
    expect(matrix(page!).slice(0, 2)).toEqual([
      ['Indicateur', '2022', '2023', 'Variation'],
      ['Abonnés', '1 842', '1 871', '+ 1,6 %'],
    ]);
  });

  it('has years close behind the head of its labels, each over its column', async () => {
    const [page] = await drawn((d) => {
      lines(d, 55, 100, ['Nature de l’aide 2022 2023']);
      const over = (word: string): number => 55 + d.widthOfString(`Nature de l’aide ${word}`);
      for (const [index, [label, ...figures]] of [
        ['Énergie', '18', '22'],
        ['Logement', '9', '7'],
        ['Transport', '35', '41'],
      ].entries())
        row(d, 116 + index * 16, [55, over(''), over('2022 ')], [label!, ...figures]);
    });
    expect(matrix(page!).slice(0, 2)).toEqual([
      ['Nature de l’aide', '2022', '2023'],
      ['Énergie', '18', '22'],
    ]);
  });

  it('keeps the figure of a label that fills its column, and heads set close, each in its own', async () => {
    const [page] = await drawn((d) => {
      const label = 'Gymnastique volontaire';
      const x = 55 + d.widthOfString(`${label} `) + 2;
      const next = x + d.widthOfString('Voté 2022 (€)') + 6;
      row(d, 100, [55, x, next], ['Association', 'Voté 2022 (€)', 'Voté 2023 (€)']);
      row(d, 116, [55, x, next], ['Chorale', '900', '950']);
      row(d, 132, [55, x, next], [label, '450', '1 480']);
      row(d, 148, [55, x, next], ['Cercle', '1 200', '1 250']);
      row(d, 164, [55, x, next], ['Total', '2 550', '3 680']);
    });
    expect(matrix(page!)).toEqual([
      ['Association', 'Voté 2022 (€)', 'Voté 2023 (€)'],
      ['Chorale', '900', '950'],
      ['Gymnastique volontaire', '450', '1 480'],
      ['Cercle', '1 200', '1 250'],
      ['Total', '2 550', '3 680'],
    ]);
  });

  it('keeps figures in columns of their own that stand little further apart than words', async () => {
    const [page] = await drawn((d) => {
      const x = (text: string, from: number): number => from + d.widthOfString(text) + 6.5;
      const second = x('1 200', 170);
      const third = x('2 400', second);
      row(d, 100, [55, 170, second, third], ['Groupe scolaire', '1 200', '2 400', '3 600']);
      row(d, 114, [55, 170, second, third], ['Voirie et réseaux', '450', '1 950', '2 400']);
      row(d, 128, [55, 170, second, third], ['Éclairage public', '180', '1 180', '1 360']);
      row(d, 142, [55, 170, second, third], ['Total', '1 830', '5 530', '7 360']);
    });
    expect(matrix(page!)[3]).toEqual(['Total', '1 830', '5 530', '7 360']);
    expect(matrix(page!)[1]).toEqual(['Voirie et réseaux', '450', '1 950', '2 400']);
  });

  it('ends where a title and a head of years begin another', async () => {
    const [page] = await drawn((d) => {
      row(d, 100, [55, 200, 260, 320], ['Indicateur', '2021', '2022', '2023']);
      row(d, 114, [55, 200, 260, 320], ['Abonnés', '6 931', '7 020', '7 088']);
      row(d, 128, [55, 200, 260, 320], ['Fuites', '14', '11', '9']);
      row(d, 142, [55, 200, 260, 320], ['Visites', '125', '138', '141']);
      d.fontSize(14);
      lines(d, 55, 160, ['Compte de la régie']);
      d.fontSize(11);
      row(d, 182, [55, 200, 242], ['Recettes', '2022', '2023']);
      row(d, 196, [55, 200, 242], ['Redevances', '842', '905']);
      row(d, 210, [55, 200, 242], ['Primes', '96', '88']);
      row(d, 224, [55, 200, 242], ['Total', '938', '993']);
    });
    expect(page!.tables).toHaveLength(2);
    expect(matrix(page!, 1)).toEqual([
      ['Recettes', '2022', '2023'],
      ['Redevances', '842', '905'],
      ['Primes', '96', '88'],
      ['Total', '938', '993'],
    ]);
  });

  it('keeps figures set right apart from words set left close beside them', async () => {
    const [page] = await drawn((d) => {
      const put = (y: number, [label, figure, source, sum]: readonly string[]): void => {
        row(d, y, [55, 230 - d.widthOfString(figure!), 240], [label!, figure!, source!]);
        row(d, y, [430 - d.widthOfString(sum!)], [sum!]);
      };
      put(100, ['Dépenses', 'Montant HT', 'Recettes', 'Montant']);
      put(116, ['Études', '24 500,00 €', 'État (30 %)', '96 150,00 €']);
      put(132, ['Travaux', '296 000,00 €', 'Département', '64 100,00 €']);
      put(148, ['Total', '320 500,00 €', 'Total', '320 500,00 €']);
      lines(d, 55, 180, ['Le conseil, par 32 voix pour et 2 abstentions :']);
      lines(d, 55, 196, ['1.', '2.']);
      lines(d, 85, 196, ['approuve le plan de financement ;', 'attribue une aide de 50 000 €.']);
    });
    expect(matrix(page!)).toEqual([
      ['Dépenses', 'Montant HT', 'Recettes', 'Montant'],
      ['Études', '24 500,00 €', 'État (30 %)', '96 150,00 €'],
      ['Travaux', '296 000,00 €', 'Département', '64 100,00 €'],
      ['Total', '320 500,00 €', 'Total', '320 500,00 €'],
    ]);
    expect(kinds(page!).slice(1)).toEqual([
      ['paragraph', 'Le conseil, par 32 voix pour et 2 abstentions :'],
      ['list-item', '1. approuve le plan de financement ;'],
      ['list-item', '2. attribue une aide de 50 000 €.'],
    ]);
  });

  it('ends at a numbered title in bold', async () => {
    const [page] = await drawn((d) => {
      row(d, 100, [55, 300], ['Club de voile', '1 200 €']);
      row(d, 116, [55, 300], ['Foyer rural', '300 €']);
      row(d, 132, [55, 300], ['Chorale', '450 €']);
      d.font(BOLD);
      lines(d, 55, 156, ['2. Tarifs de la cantine']);
      d.font(REGULAR);
      row(d, 176, [55, 300], ['Repas enfant', '3,45 €']);
      row(d, 192, [55, 300], ['Repas invité', '4,60 €']);
      row(d, 208, [55, 300], ['Repas adulte', '6,20 €']);
    });
    expect(kinds(page!).map(([kind]) => kind)).toEqual(['table', 'heading', 'table']);
  });

  it('ends where a title in larger type begins something else', async () => {
    const [page] = await drawn((d) => {
      row(d, 100, [55, 300], ['Livres', '1 200']);
      row(d, 116, [55, 300], ['Disques', '300']);
      row(d, 132, [55, 300], ['Films', '450']);
      d.fontSize(15);
      lines(d, 55, 158, ['Partenaires']);
      d.fontSize(11);
      lines(d, 55, 184, ['La médiathèque travaille avec le collège et le centre social.']);
    });
    expect(page!.tables[0]!.rows).toBe(3);
    expect(kinds(page!)[1]).toEqual(['heading', 'Partenaires']);
  });
});
