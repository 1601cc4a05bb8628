import { describe, expect, it } from 'vitest';
import { BOLD, REGULAR } from '../drawn.js';
import { drawn, lines, matrix } from './sheets.js';

const grid = (d: PDFKit.PDFDocument, xs: readonly number[], ys: readonly number[]): void => {
  for (const y of ys) d.moveTo(xs[0]!, y).lineTo(xs.at(-1)!, y).stroke();
  for (const x of xs) d.moveTo(x, ys[0]!).lineTo(x, ys.at(-1)!).stroke();
};
const put = (d: PDFKit.PDFDocument, x: number, y: number, text: string): void => {
  d.text(text, x, y, { lineBreak: false });
};
const rightOf = (d: PDFKit.PDFDocument, x: number, y: number, text: string): void => {
  d.text(text, x - d.widthOfString(text), y, { lineBreak: false });
};

describe('a ruled table', () => {
  it('keeps cells of several lines whole', async () => {
    const [page] = await drawn((d) => {
      put(d, 50, 60, 'Les subventions proposées sont les suivantes :');
      grid(d, [50, 200, 400, 520], [100, 120, 156, 192]);
      put(d, 55, 104, 'Association');
      put(d, 205, 104, 'Objet');
      put(d, 405, 104, 'Montant');
      lines(d, 55, 124, ['Les Amis du', 'Vieux Moulin']);
      lines(d, 205, 124, ['Restauration de la roue', 'et du bief']);
      put(d, 405, 130, '1 500,00 €');
      put(d, 55, 166, 'Cyclo-Orbe');
      put(d, 205, 166, 'Brevet des 200 km');
      put(d, 405, 166, '800,00 €');
    });
    expect(matrix(page!)).toEqual([
      ['Association', 'Objet', 'Montant'],
      ['Les Amis du\nVieux Moulin', 'Restauration de la roue\net du bief', '1 500,00 €'],
      ['Cyclo-Orbe', 'Brevet des 200 km', '800,00 €'],
    ]);
    expect(page!.tables[0]).toMatchObject({ rows: 3, cols: 3, headRows: 1, headCols: 2, continued: false });
    expect(page!.text).toContain('Cyclo-Orbe\tBrevet des 200 km\t800,00 €');
  });

  it('reads as one a figure that its cell is too narrow for, and as two those that had room', async () => {
    const [page] = await drawn((d) => {
      grid(d, [50, 200, 245, 400], [100, 120, 150]);
      put(d, 55, 104, 'Chapitre');
      put(d, 205, 104, 'Voté');
      put(d, 250, 104, 'Places');
      put(d, 55, 124, 'Charges');
      rightOf(d, 242, 122, '122');
      rightOf(d, 242, 134, '600,00');
      lines(d, 250, 122, ['12', '300'], 12);
    });
    expect(matrix(page!)[1]).toEqual(['Charges', '122 600,00', '12\n300']);
  });

  it('reads places that run over several rows or columns', async () => {
    const [page] = await drawn((d) => {
      // A head over two columns, beside one over two rows.
      for (const y of [100, 140, 160, 180]) d.moveTo(50, y).lineTo(500, y).stroke();
      d.moveTo(200, 120).lineTo(500, 120).stroke();
      for (const x of [50, 200, 500]) d.moveTo(x, 100).lineTo(x, 180).stroke();
      d.moveTo(350, 120).lineTo(350, 180).stroke();
      put(d, 55, 114, 'Chapitre');
      put(d, 300, 104, 'Exercice');
      put(d, 205, 124, 'Voté');
      put(d, 355, 124, 'Réalisé');
      put(d, 55, 144, 'Charges');
      rightOf(d, 340, 144, '12 000');
      rightOf(d, 490, 144, '11 450');
      put(d, 55, 164, 'Produits');
      rightOf(d, 340, 164, '12 500');
      rightOf(d, 490, 164, '12 380');
    });
    expect(matrix(page!)).toEqual([
      ['Chapitre', 'Exercice', ''],
      ['', 'Voté', 'Réalisé'],
      ['Charges', '12 000', '11 450'],
      ['Produits', '12 500', '12 380'],
    ]);
    const table = page!.tables[0]!;
    expect(table).toMatchObject({ headRows: 2, headCols: 1 });
    expect(table.cells[0]).toMatchObject({ rowSpan: 2, colSpan: 1 });
    expect(table.cells[1]).toMatchObject({ rowSpan: 1, colSpan: 2 });
  });

  it('has heads that are turned on their side', async () => {
    const [page] = await drawn((d) => {
      grid(d, [50, 200, 300, 400], [100, 180, 200, 220]);
      put(d, 55, 136, 'Action');
      for (const [index, year] of ['2021', '2022'].entries()) {
        d.save().rotate(-90, { origin: [250 + index * 100, 170] });
        put(d, 250 + index * 100, 164, `Année ${year}`);
        d.restore();
      }
      for (const [row, cells] of [
        ['Ateliers', '120', '150'],
        ['Entretiens', '800', '850'],
      ].entries()) {
        for (const [col, cell] of cells.entries()) put(d, 55 + col * 150 - (col > 1 ? 50 : 0), 184 + row * 20, cell);
      }
    });
    expect(matrix(page!)).toEqual([
      ['Action', 'Année 2021', 'Année 2022'],
      ['Ateliers', '120', '150'],
      ['Entretiens', '800', '850'],
    ]);
  });

  it('never joins figures on both sides of a rule', async () => {
    const [page] = await drawn((d) => {
      grid(d, [50, 150, 190, 230], [100, 120, 140]);
      put(d, 55, 104, 'Poste');
      put(d, 155, 104, '2022');
      put(d, 195, 104, '2023');
      put(d, 55, 124, 'Eau');
      rightOf(d, 189, 124, '256');
      put(d, 192, 124, '361');
    });
    expect(matrix(page!)[1]).toEqual(['Eau', '256', '361']);
  });

  it('with rules between its rows only is a table', async () => {
    const [page] = await drawn((d) => {
      for (const y of [100, 120, 140, 160, 180]) d.moveTo(50, y).lineTo(520, y).stroke();
      [
        ['Nature', '2022', '2023'],
        ['Achats', '4 200', '4 350'],
        ['Loyers', '1 100', '1 120'],
        ['Total', '5 300', '5 470'],
      ].forEach(([label, a, b], row) => {
        put(d, 55, 104 + row * 20, label!);
        rightOf(d, 350, 104 + row * 20, a!);
        rightOf(d, 500, 104 + row * 20, b!);
      });
    });
    expect(matrix(page!)).toEqual([
      ['Nature', '2022', '2023'],
      ['Achats', '4 200', '4 350'],
      ['Loyers', '1 100', '1 120'],
      ['Total', '5 300', '5 470'],
    ]);
  });

  it('of words with rules between its rows only is a table', async () => {
    const [page] = await drawn((d) => {
      put(d, 50, 60, 'Les bénéficiaires et l’objet de leur aide sont ceux-ci :');
      for (const y of [100, 120, 140, 160]) d.moveTo(50, y).lineTo(520, y).stroke();
      [
        ['Bénéficiaire', 'Objet'],
        ['Harmonie de Valmorin', 'Achat de pupitres'],
        ['Ludothèque La Toupie', 'Jeux adaptés pour tous'],
      ].forEach(([name, object], row) => {
        put(d, 55, 104 + row * 20, name!);
        put(d, 300, 104 + row * 20, object!);
      });
    });
    expect(matrix(page!)).toEqual([
      ['Bénéficiaire', 'Objet'],
      ['Harmonie de Valmorin', 'Achat de pupitres'],
      ['Ludothèque La Toupie', 'Jeux adaptés pour tous'],
    ]);
  });

  it('with rules between its rows only keeps cells of several lines whole', async () => {
    const [page] = await drawn((d) => {
      for (const y of [100, 118, 148, 190, 208]) d.moveTo(40, y).lineTo(540, y).stroke();
      put(d, 44, 102, 'Bénéficiaire');
      put(d, 260, 102, 'Objet');
      rightOf(d, 536, 102, 'Montant');
      put(d, 44, 120, 'Harmonie de Valmorin');
      lines(d, 260, 120, ['Achat de pupitres et', 'entretien des instruments'], 13);
      rightOf(d, 536, 126, '1 200 €');
      put(d, 44, 150, 'Ludothèque La Toupie');
      lines(d, 260, 150, ['Jeux adaptés pour tous', 'et malles à prêter aux', 'écoles du bourg'], 13);
      rightOf(d, 536, 163, '2 000 €');
      put(d, 44, 192, 'Total');
      rightOf(d, 536, 192, '3 200 €');
    });
    expect(matrix(page!)).toEqual([
      ['Bénéficiaire', 'Objet', 'Montant'],
      ['Harmonie de Valmorin', 'Achat de pupitres et\nentretien des instruments', '1 200 €'],
      ['Ludothèque La Toupie', 'Jeux adaptés pour tous\net malles à prêter aux\nécoles du bourg', '2 000 €'],
      ['Total', '', '3 200 €'],
    ]);
  });

  it('with rules under its rows only has heads of two lines, set left over figures set right', async () => {
    const [page] = await drawn((d) => {
      for (const y of [130, 160, 190, 208]) d.moveTo(40, y).lineTo(540, y).stroke();
      for (const [x, head] of [
        [44, 'Chapitre'],
        [110, 'Crédits'],
        [250, 'Taux de'],
      ] as const)
        put(d, x, 102, head);
      put(d, 110, 114, 'ouverts');
      put(d, 250, 114, 'réalisation');
      for (const [row, [label, sum, rate]] of [
        ['20', '42 500,00', '44,1 %'],
        ['21', '385 200,00', '77,6 %'],
        ['23', '940 000,00', '75,8 %'],
      ].entries()) {
        put(d, 44, 133 + row * 30, label!);
        rightOf(d, 240, 133 + row * 30, sum!);
        rightOf(d, 536, 133 + row * 30, rate!);
      }
      put(d, 44, 146, '(études)');
    });
    expect(matrix(page!).slice(0, 2)).toEqual([
      ['Chapitre', 'Crédits\nouverts', 'Taux de\nréalisation'],
      ['20\n(études)', '42 500,00', '44,1 %'],
    ]);
  });

  it('with rules over and under its head and at its foot only has a row a line', async () => {
    const [page] = await drawn((d) => {
      for (const y of [100, 118, 172]) d.moveTo(40, y).lineTo(540, y).stroke();
      for (const [row, [label, a, b]] of [
        ['Nature', '2022', '2023'],
        ['Achats', '4 200', '4 350'],
        ['Loyers', '1 100', '1 120'],
        ['Total', '5 300', '5 470'],
      ].entries()) {
        put(d, 44, 102 + row * 18, label!);
        rightOf(d, 380, 102 + row * 18, a!);
        rightOf(d, 536, 102 + row * 18, b!);
      }
    });
    expect(matrix(page!).map((row) => row.join(' | '))).toEqual([
      'Nature | 2022 | 2023',
      'Achats | 4 200 | 4 350',
      'Loyers | 1 100 | 1 120',
      'Total | 5 300 | 5 470',
    ]);
  });

  it('is not what stands under the lines of titles', async () => {
    const [page] = await drawn((d) => {
      for (const y of [100, 160, 220]) d.moveTo(40, y).lineTo(540, y).stroke();
      for (const [row, title] of ['La jeunesse', 'Les aînés', 'La voirie'].entries()) {
        put(d, 44, 84 + row * 60, title);
        lines(d, 44, 106 + row * 60, [
          'Le conseil a suivi de près, tout au long de cette année, les actions',
          'menées par le centre social et par ses nombreux bénévoles.',
        ]);
      }
    });
    expect(page!.tables).toEqual([]);
  });

  it('that goes on at the top of the next page says so', async () => {
    const rows = (d: PDFKit.PDFDocument, top: number, from: number): void => {
      grid(d, [50, 300, 520], [top, top + 20, top + 40, top + 60]);
      put(d, 55, top + 4, 'Bénéficiaire');
      put(d, 305, top + 4, 'Montant');
      for (let row = 1; row < 3; row += 1) {
        put(d, 55, top + 4 + row * 20, `Club numéro ${from + row}`);
        put(d, 305, top + 4 + row * 20, `${from + row}00,00 €`);
      }
    };
    const pages = await drawn((d) => {
      lines(d, 50, 60, ['Le tableau qui suit donne la liste des aides accordées cette année aux clubs.']);
      rows(d, 700, 0);
      d.addPage();
      rows(d, 60, 2);
      put(d, 50, 200, 'Le conseil adopte à l’unanimité les aides de ce tableau.');
      d.addPage();
      put(d, 50, 60, 'Une tout autre affaire est à l’ordre du jour.');
      rows(d, 200, 4);
    });
    expect(pages.map((page) => page.tables.map(({ continued }) => continued))).toEqual([[false], [true], [false]]);
  });
});

describe('a row alone', () => {
  it('is the rest of a table that the page’s end broke', async () => {
    const [page] = await drawn((d) => {
      grid(d, [50, 300, 520], [60, 80]);
      put(d, 55, 64, 'Logement des jeunes');
      put(d, 305, 64, '59 000,00 €');
      put(d, 50, 120, 'Le conseil adopte ce tableau à l’unanimité.');
    });
    expect(matrix(page!)).toEqual([['Logement des jeunes', '59 000,00 €']]);
  });

  it('of long texts is frames side by side', async () => {
    const [page] = await drawn((d) => {
      grid(d, [50, 285, 520], [60, 120]);
      lines(d, 55, 64, [
        'La commune s’engage à verser sa',
        'participation dans le mois qui suit',
        'la signature de la convention.',
      ]);
      lines(d, 290, 64, [
        'L’association s’engage à rendre',
        'compte de son emploi avant la fin',
        'du premier semestre.',
      ]);
    });
    expect(page!.tables).toEqual([]);
    expect(page!.text).toContain('participation dans le mois qui suit\nla signature de la convention.');
  });
});

describe('a frame', () => {
  it('round a title is no table, and its text stays together', async () => {
    const [page] = await drawn((d) => {
      d.rect(100, 60, 400, 60).stroke();
      lines(d, 120, 70, ['Convention de partenariat', 'entre la commune et l’association']);
      put(d, 50, 160, 'Entre les soussignés, il est convenu ce qui suit.');
    });
    expect(page!.tables).toEqual([]);
    expect(page!.text).toContain('Convention de partenariat\nentre la commune et l’association');
  });

  it('beside another is read as a region of its own', async () => {
    const [page] = await drawn((d) => {
      d.rect(50, 60, 230, 80).stroke();
      d.rect(286, 60, 230, 80).stroke();
      lines(d, 55, 70, ['Ouvert du lundi au vendredi', 'sauf le mercredi après-midi', 'et les jours de fête']);
      lines(d, 290, 70, ['Fermé tout le mois d’août', 'ainsi que la semaine qui suit', 'la fête de Noël']);
    });
    expect(page!.text.replace(/\n+/g, '\n')).toBe(
      'Ouvert du lundi au vendredi\nsauf le mercredi après-midi\net les jours de fête\n' +
        'Fermé tout le mois d’août\nainsi que la semaine qui suit\nla fête de Noël',
    );
    expect(page!.tables).toEqual([]);
  });
});

describe('a table without rules', () => {
  const body: readonly (readonly string[])[] = [
    ['Achats de fournitures', '4 200', '4 350'],
    ['Services extérieurs', '11 040', '12 000'],
    ['Charges de personnel', '45 700', '46 900'],
    ['Total', '60 940', '63 250'],
  ];

  it('of figures has its head, its labels and its total', async () => {
    const [page] = await drawn((d) => {
      put(d, 50, 60, 'Le compte de résultat de l’association s’établit ainsi :');
      d.font(BOLD);
      put(d, 60, 100, 'Charges');
      rightOf(d, 380, 100, '2022');
      rightOf(d, 500, 100, '2023');
      d.font(REGULAR);
      body.forEach(([label, a, b], row) => {
        put(d, 60, 118 + row * 16, label!);
        rightOf(d, 380, 118 + row * 16, a!);
        rightOf(d, 500, 118 + row * 16, b!);
      });
      put(d, 50, 220, 'Les comptes ont été approuvés par l’assemblée générale.');
    });
    expect(matrix(page!)).toEqual([['Charges', '2022', '2023'], ...body.map((row) => [...row])]);
    expect(page!.tables[0]).toMatchObject({ headRows: 1, headCols: 1 });
    expect(page!.text.startsWith('Le compte de résultat')).toBe(true);
    expect(page!.text.endsWith('l’assemblée générale.')).toBe(true);
  });

  it('sets a head on the left over figures on the right', async () => {
    const [page] = await drawn((d) => {
      for (const [x, head] of [
        [40, 'Bénéficiaire'],
        [240, 'Objet'],
        [390, 'Montant voté'],
      ] as const)
        put(d, x, 100, head);
      for (const [row, cells] of [
        ['Amicale laïque', 'Fonctionnement', '1 250 €'],
        ['Club de voile', 'Achat d’une coque', '4 800 €'],
        ['Total', '', '6 050 €'],
      ].entries()) {
        const y = 118 + row * 18;
        put(d, 40, y, cells[0]!);
        if (cells[1] !== '') put(d, 240, y, cells[1]!);
        rightOf(d, 545, y, cells[2]!);
      }
    });
    expect(matrix(page!)).toEqual([
      ['Bénéficiaire', 'Objet', 'Montant voté'],
      ['Amicale laïque', 'Fonctionnement', '1 250 €'],
      ['Club de voile', 'Achat d’une coque', '4 800 €'],
      ['Total', '', '6 050 €'],
    ]);
  });

  it('has years centred over its figures, under heads that reach over two of them', async () => {
    const [page] = await drawn((d) => {
      put(d, 215, 90, 'Adultes');
      put(d, 395, 90, 'Jeunesse');
      put(d, 55, 100, 'Support');
      for (const [index, year] of ['2022', '2023', '2022', '2023'].entries()) put(d, 170 + index * 90, 110, year);
      for (const [row, [label, ...counts]] of [
        ['Livres', '21 430', '22 015', '30 118', '31 407'],
        ['Disques', '2 310', '1 987', '412', '385'],
        ['Films', '5 640', '5 102', '3 205', '3 011'],
      ].entries()) {
        put(d, 50, 128 + row * 18, label!);
        for (const [index, count] of counts.entries()) rightOf(d, 225 + index * 90, 128 + row * 18, count);
      }
    });
    expect(matrix(page!).slice(-4)).toEqual([
      ['Support', '2022', '2023', '2022', '2023'],
      ['Livres', '21 430', '22 015', '30 118', '31 407'],
      ['Disques', '2 310', '1 987', '412', '385'],
      ['Films', '5 640', '5 102', '3 205', '3 011'],
    ]);
    expect(matrix(page!)[0]!.filter((cell) => cell !== '')).toEqual(['Adultes', 'Jeunesse']);
  });

  it('joins the lines of cells that run over several', async () => {
    const [page] = await drawn((d) => {
      const rows = [
        ['Amicale des anciens', 'Fonctionnement', '1 200', 100],
        ['Union sportive', 'Tournoi des écoles', '800', 116],
        ['Comité des fêtes', 'Organisation de la fête', '2 500', 132],
        ['Cercle des nageurs', 'Sauvetage', '900', 181],
      ] as const;
      for (const [name, object, figure, y] of rows) {
        put(d, 60, y, name);
        put(d, 260, y, object);
        rightOf(d, 520, y, figure);
      }
      put(d, 260, 143, 'patronale et du marché');
      put(d, 260, 154, 'de Noël des');
      put(d, 260, 165, 'producteurs locaux');
    });
    expect(matrix(page!)).toEqual([
      ['Amicale des anciens', 'Fonctionnement', '1 200'],
      ['Union sportive', 'Tournoi des écoles', '800'],
      ['Comité des fêtes', 'Organisation de la fête\npatronale et du marché\nde Noël des\nproducteurs locaux', '2 500'],
      ['Cercle des nageurs', 'Sauvetage', '900'],
    ]);
  });

  it('joins a label that runs over two lines', async () => {
    const [page] = await drawn((d) => {
      [
        ['Achats', '4 200'],
        ['Rémunération des intermédiaires', '11 040'],
        ['Impôts', '700'],
        ['Total', '15 940'],
      ].forEach(([label, figure], row) => {
        const y = 100 + row * 16 + (row > 1 ? 14 : 0);
        put(d, 60, y, label!);
        rightOf(d, 480, y, figure!);
      });
      put(d, 60, 130, 'et honoraires des experts');
    });
    expect(matrix(page!)[1]).toEqual(['Rémunération des intermédiaires\net honoraires des experts', '11 040']);
    expect(page!.tables[0]!.rows).toBe(4);
  });

  it('leads the eye with dots that end its labels', async () => {
    const [page] = await drawn((d) => {
      [
        ['Subvention de la Ville', '40 000 €'],
        ['Subvention du Département', '12 000 €'],
        ['Ressources propres', '8 500 €'],
      ].forEach(([label, figure], row) => {
        const y = 100 + row * 16;
        put(d, 60, y, label!);
        const from = 60 + d.widthOfString(`${label} `);
        const dots = '.'.repeat(Math.floor((400 - from) / d.widthOfString('.')));
        put(d, from, y, dots);
        rightOf(d, 480, y, figure!);
      });
    });
    expect(page!.tables).toHaveLength(1);
    expect(matrix(page!).map(([label, ...figures]) => [label!.replace(/ ?\.+$/, ''), ...figures])).toEqual([
      ['Subvention de la Ville', '40 000 €'],
      ['Subvention du Département', '12 000 €'],
      ['Ressources propres', '8 500 €'],
    ]);
  });
});

describe('what only looks like a table', () => {
  it('a list of those present stays a list of names', async () => {
    const [page] = await drawn((d) => {
      put(d, 50, 60, 'Étaient présents :');
      lines(d, 60, 90, ['Mme Odile Marchand', 'M. Rachid Belkacem', 'Mme Lucie Pons', 'M. Yann Le Goff']);
      lines(d, 310, 90, ['M. Bernard Astier', 'Mme Inès Vauquelin', 'M. Paul Tessier', 'Mme Awa Diop']);
    });
    // Read by columns or by rows, no name is cut and no two names run into one another.
    for (const name of ['Mme Odile Marchand', 'M. Bernard Astier', 'Mme Lucie Pons', 'M. Paul Tessier']) {
      expect(page!.text.split(/[\n\t]/)).toContain(name);
    }
  });

  it('a letterhead beside an address stays two blocks', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 40, ['Mairie de Valmorin-sur-Orbe', '4 place du Marché', '59999 Valmorin']);
      lines(d, 340, 60, ['Madame la Présidente', 'Comité des fêtes', '12 rue des Tanneurs']);
      put(d, 50, 160, 'Madame la Présidente, nous avons bien reçu votre demande du 4 mars.');
    });
    expect(page!.text).toContain('Mairie de Valmorin-sur-Orbe\n4 place du Marché\n59999 Valmorin');
    expect(page!.text).toContain('Madame la Présidente\nComité des fêtes\n12 rue des Tanneurs');
    expect(page!.tables).toEqual([]);
  });

  it('the lines of a vote stay text or become label and figure, never garbled', async () => {
    const [page] = await drawn((d) => {
      put(d, 50, 60, 'Nombre de conseillers en exercice : 29');
      put(d, 50, 74, 'Présents : 24');
      put(d, 50, 88, 'Votants : 27');
      put(d, 50, 116, 'Le conseil, par 25 voix pour et 2 abstentions, adopte.');
    });
    expect(page!.text.startsWith('Nombre de conseillers en exercice : 29\nPrésents : 24\nVotants : 27')).toBe(true);
  });
});
