import { describe, expect, it } from 'vitest';
import { BOLD, REGULAR } from '../drawn.js';
import { drawn, figures, lines } from './sheets.js';

const big = (d: PDFKit.PDFDocument, x: number, y: number, text: string, size = 26): void => {
  d.font(BOLD).fontSize(size).text(text, x, y, { lineBreak: false });
  d.font(REGULAR).fontSize(10);
};
const text = (d: PDFKit.PDFDocument): void => {
  d.fontSize(10);
  lines(d, 50, 600, [
    'L’année a été marquée par l’ouverture de la maison des services et par le retour des',
    'ateliers du soir, que les habitants attendaient depuis la fermeture de la salle des fêtes.',
    'Le bilan qui suit reprend les actions menées dans chacun des quartiers de la commune.',
  ]);
};

describe('a big number and its caption', () => {
  it('below it', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 80, 100, '1 254');
      lines(d, 80, 132, ['jeunes accompagnés', 'dans l’année'], 12);
    });
    expect(figures(page!)).toEqual([['1 254', 'jeunes accompagnés dans l’année']]);
  });

  it('beside it', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 80, 100, '37');
      lines(d, 130, 104, ['ateliers organisés', 'avec les écoles'], 12);
    });
    expect(figures(page!)).toEqual([['37', 'ateliers organisés avec les écoles']]);
  });

  it('beside and below it, in a row of such', async () => {
    const [page] = await drawn((d) => {
      text(d);
      for (const [index, [figure, what]] of [
        ['312', 'inscriptions'],
        ['180', 'places ouvertes'],
      ].entries()) {
        const x = 60 + index * 240;
        big(d, x, 100, figure!);
        d.text(what!, x + 66, 104, { lineBreak: false });
        d.text('reçues en dix jours', x + 66, 116, { lineBreak: false });
        d.text('soit 30 de plus qu’en 2021', x, 134, { lineBreak: false });
      }
    });
    expect(figures(page!)).toEqual([
      ['312', 'inscriptions reçues en dix jours soit 30 de plus qu’en 2021'],
      ['180', 'places ouvertes reçues en dix jours soit 30 de plus qu’en 2021'],
    ]);
  });

  it('close beside the next, begins under its own', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 60, 100, '215 000');
      big(d, 60 + d.widthOfString('pages vues sur le site internet de l’office') + 8, 100, '96');
      d.text('pages vues sur le site internet de l’office', 60, 134, { lineBreak: false });
      d.text('pour cent de satisfaits', 60 + d.widthOfString('pages vues sur le site internet de l’office') + 8, 134, {
        lineBreak: false,
      });
    });
    expect(figures(page!)).toEqual([
      ['215 000', 'pages vues sur le site internet de l’office'],
      ['96', 'pour cent de satisfaits'],
    ]);
  });

  it('above it', async () => {
    const [page] = await drawn((d) => {
      text(d);
      lines(d, 80, 100, ['Personnes accueillies']);
      big(d, 80, 114, '8 412');
    });
    expect(figures(page!)).toEqual([['8 412', 'Personnes accueillies']]);
  });

  it('beside it with no space between, and without the title under both', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(24);
      lines(d, 50, 100, ['215']);
      const end = 50 + d.widthOfString('215');
      d.fontSize(11);
      lines(d, end, 110, ['classes accueillies']);
      d.fontSize(15);
      lines(d, 50, 140, ['Compte de résultat']);
      d.fontSize(11);
      lines(d, 50, 170, ['Les charges de l’année ont été couvertes par les cotisations et les dons reçus.']);
    });
    expect(figures(page!)).toEqual([['215', 'classes accueillies']]);
  });

  it('in a row with others, each under its own', async () => {
    const [page] = await drawn((d) => {
      text(d);
      for (const [index, figure] of ['92 %', '348', '1,2 M€'].entries()) big(d, 60 + index * 170, 100, figure);
      ['de satisfaction', 'adhérents', 'de budget'].forEach((caption, index) => {
        d.text(caption, 60 + index * 170, 132, { lineBreak: false });
      });
    });
    expect(figures(page!)).toEqual([
      ['92 %', 'de satisfaction'],
      ['348', 'adhérents'],
      ['1,2 M€', 'de budget'],
    ]);
  });
});

describe('cards', () => {
  const card = (d: PDFKit.PDFDocument, x: number, y: number): void => {
    d.rect(x, y, 150, 100).fill('#dde7f0');
    d.fillColor('black');
  };

  it('hold a figure and all that is said of it', async () => {
    const [page] = await drawn((d) => {
      text(d);
      for (const x of [60, 220, 380]) card(d, x, 100);
      ['214', '61 225 €', '15 %'].forEach((figure, index) => {
        const x = 70 + index * 160;
        big(d, x, 112, figure, 22);
        lines(d, x, 142, [['familles suivies', 'd’aides versées', 'de bénévoles'][index]!, '+ 4 % en un an'], 13);
      });
    });
    expect(figures(page!)).toEqual([
      ['214', 'familles suivies + 4 % en un an'],
      ['61 225 €', 'd’aides versées + 4 % en un an'],
      ['15 %', 'de bénévoles + 4 % en un an'],
    ]);
  });

  it('may carry their caption above and below the figure', async () => {
    const [page] = await drawn((d) => {
      text(d);
      card(d, 60, 100);
      lines(d, 70, 108, ['Insertion']);
      big(d, 70, 124, '62', 22);
      lines(d, 70, 154, ['contrats signés']);
    });
    expect(figures(page!)).toEqual([['62', 'Insertion contrats signés']]);
  });

  it('beside text are read apart from it', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(10);
      lines(d, 50, 100, [
        'Les ateliers ont repris au mois',
        'de mars, dans la salle qui jouxte',
        'la bibliothèque, et la demande',
        'reste forte dans tout le bourg.',
      ]);
      card(d, 330, 96);
      big(d, 340, 106, '480', 22);
      lines(d, 340, 138, ['heures d’atelier']);
    });
    expect(figures(page!)).toEqual([['480', 'heures d’atelier']]);
    expect(page!.text.replace(/\n/g, ' ')).toContain(
      'de mars, dans la salle qui jouxte la bibliothèque, et la demande',
    );
  });
});

describe('what is big and no key figure', () => {
  it('a year in a title', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 80, 100, 'Rapport d’activité 2023');
      big(d, 80, 140, '2023');
    });
    expect(figures(page!)).toEqual([]);
  });

  it('a date under a title', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 80, 100, 'Rapport financier');
      big(d, 80, 140, '03/03/2024', 18);
    });
    expect(figures(page!)).toEqual([]);
  });

  it('the number of a chapter before its title', async () => {
    const [page] = await drawn((d) => {
      text(d);
      big(d, 50, 100, '3. Les finances', 20);
      big(d, 50, 160, '4  Les travaux', 20);
    });
    expect(figures(page!)).toEqual([]);
  });
});
