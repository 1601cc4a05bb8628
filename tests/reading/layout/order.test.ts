import { describe, expect, it } from 'vitest';
import { drawn, lines } from './sheets.js';

const LEFT = [
  'La fête des moissons a réuni',
  'les familles du bourg autour',
  'du lavoir, sous un ciel clair,',
  'et le bal a duré tard.',
];
const RIGHT = [
  'Le marché du samedi change',
  'de place : il se tiendra dès',
  'avril sur le mail des Tilleuls,',
  'devant la halle.',
];

describe('reading order', () => {
  it('reads two columns one after the other', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, LEFT);
      lines(d, 310, 100, RIGHT);
    });
    expect(page!.text).toBe(`${LEFT.join('\n')}\n\n${RIGHT.join('\n')}`);
  });

  it('reads a title over two columns first, and the line under them last', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(11);
      lines(d, 50, 60, ['Les nouvelles du mois courent sur toute la largeur de cette page, sans aucun blanc']);
      lines(d, 50, 100, LEFT);
      lines(d, 310, 100, RIGHT);
      lines(d, 50, 190, ['Le bulletin est imprimé en mairie et distribué dans toutes les boîtes aux lettres']);
    });
    const order = ['Les nouvelles', 'La fête', 'tard.', 'Le marché', 'halle.', 'Le bulletin'].map((part) =>
      page!.text.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('ends columns at a rule that runs under both', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, LEFT);
      lines(d, 310, 100, RIGHT);
      d.moveTo(50, 160).lineTo(520, 160).stroke();
      lines(d, 50, 170, ['Carnet', ...LEFT]);
    });
    const order = ['La fête', 'Le marché', 'Carnet'].map((part) => page!.text.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('tells columns with a narrow gutter from loose lines', async () => {
    const words = (text: string, d: PDFKit.PDFDocument, x: number, y: number): void => {
      d.text(text, x, y, { width: 200, align: 'justify', lineGap: 1 });
    };
    const [page] = await drawn((d) => {
      words(`${LEFT.join(' ')} `.repeat(3), d, 50, 100);
      words(`${RIGHT.join(' ')} `.repeat(3), d, 259, 100);
    });
    expect(page!.text.replace(/\s+/g, ' ').indexOf('le bal a duré tard. La fête')).toBeGreaterThan(0);
    expect(page!.text.replace(/\s+/g, ' ').indexOf('devant la halle. Le marché')).toBeGreaterThan(0);
  });

  it('begins anew under a margin column that ended long before', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 60, ['En exercice : 19', 'Présents : 15']);
      lines(d, 200, 60, [
        'Le conseil municipal de la commune, légalement',
        'convoqué, s’est réuni en séance publique sous la',
        'présidence de Madame Odile Marchand, Maire,',
        'en présence de la secrétaire générale, qui tient',
        'le registre des délibérations.',
      ]);
      lines(d, 50, 160, ['Objet : tarifs du camping']);
    });
    expect(page!.text.endsWith('le registre des délibérations.\n\nObjet : tarifs du camping')).toBe(true);
  });

  it('reads a signature block on both sides apart, each side whole', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 60, ['Fait en deux exemplaires à Valmorin-sur-Orbe, le 12 avril 2023.']);
      lines(d, 60, 120, ['Pour la commune,', 'Le Maire,', 'Odile Marchand']);
      lines(d, 340, 120, ['Pour l’association,', 'La Présidente,', 'Inès Vauquelin']);
    });
    expect(page!.text).toMatch(/Pour la commune,\nLe Maire,\nOdile Marchand/);
    expect(page!.text).toMatch(/Pour l’association,\nLa Présidente,\nInès Vauquelin/);
    expect(page!.tables).toEqual([]);
  });

  it('reads each of three who sign with their name, far under their office', async () => {
    const [page] = await drawn((d) => {
      [50, 220, 400].forEach((x, at) => {
        lines(d, x, 500, [['Le maire,', 'Le secrétaire,', 'La 1re adjointe,'][at]!]);
        lines(d, x, 600, [['Inès Vauquelin', 'Paul Tessier', 'Jeanne Rousset'][at]!]);
      });
    });
    expect(page!.blocks.map(({ start, end }) => page!.text.slice(start, end))).toEqual([
      'Le maire,\nInès Vauquelin',
      'Le secrétaire,\nPaul Tessier',
      'La 1re adjointe,\nJeanne Rousset',
    ]);
  });

  it('does not take the loose lines of justified text for columns', async () => {
    const text =
      'Le conseil municipal, réuni sous la présidence de Madame le Maire, rappelle que la convention liant la commune à ' +
      'l’association arrive à son terme et qu’une nouvelle convention triennale doit être conclue afin de permettre la ' +
      'poursuite des actions engagées auprès des jeunes du quartier du Moulin depuis septembre 2019.';
    const [page] = await drawn((d) => d.text(text, 50, 100, { width: 260, align: 'justify' }));
    expect(page!.text.replace(/\s+/g, ' ')).toBe(text);
    expect(page!.blocks).toHaveLength(1);
  });
});

describe('cards in rows', () => {
  it('are read row by row', async () => {
    const [page] = await drawn((d) => {
      const text = [
        ['un', 'deux', 'trois'],
        ['quatre', 'cinq', 'six'],
      ];
      for (const [row, names] of text.entries()) {
        for (const [col, name] of names.entries())
          lines(d, 50 + col * 170, 100 + row * 70, [`carte ${name}`, 'et ce qu’elle dit']);
      }
    });
    expect(page!.text.match(/carte \p{L}+/gu)).toEqual(
      ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'].map((name) => `carte ${name}`),
    );
  });

  it('are parted by the bar that each begins with', async () => {
    const [page] = await drawn((d) => {
      for (const x of [50, 200, 350]) d.rect(x, 100, 2, 16).fill('#cc9900');
      d.fillColor('black');
      lines(d, 56, 102, ['Répartition par âge']);
      lines(d, 206, 102, ['68 permanents']);
      lines(d, 356, 102, ['23 saisonniers']);
    });
    expect(page!.text.split(/\s*[\n\t]\s*/)).toEqual(['Répartition par âge', '68 permanents', '23 saisonniers']);
  });
});

describe('a turned page', () => {
  it.each([90, 180, 270])('is read upright at /Rotate %i', async (turn) => {
    const [page] = await drawn((d) => {
      // Drawn so that it stands upright once the page is turned by `turn`.
      const { width, height } = d.page;
      Object.assign(d.page.dictionary.data, { Rotate: turn });
      if (turn === 90) d.rotate(-90).translate(-height, 0);
      else if (turn === 180) d.rotate(180).translate(-width, -height);
      else d.rotate(90).translate(0, -width);
      lines(d, 60, 80, ['Budget primitif de la commune', 'Total des dépenses : 12 450,00 €']);
    });
    expect(page!.text).toBe('Budget primitif de la commune\nTotal des dépenses : 12 450,00 €');
    expect(page!.rotation).toBe(turn);
    if (turn !== 180) expect(page!.width).toBeGreaterThan(page!.height);
    expect(page!.words[0]!.box[0]).toBeCloseTo(60, 0);
    expect(page!.words[0]!.box[1]).toBeGreaterThan(75);
    expect(page!.words[0]!.box[3]).toBeLessThan(100);
  });
});

describe('words', () => {
  it('keeps a raised ending on its figure', async () => {
    const [page] = await drawn((d) => {
      d.text('Le 1', 50, 100, { lineBreak: false });
      const x = 50 + d.widthOfString('Le 1');
      d.fontSize(6.5).text('er', x, 99, { lineBreak: false });
      const end = x + d.widthOfString('er');
      d.fontSize(11).text(' janvier 2023, le conseil', end, 100, { lineBreak: false });
    });
    expect(page!.text).toBe('Le 1er janvier 2023, le conseil');
  });

  it('joins the letters of a title that is spaced out', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(16).text('D É L I B É R A T I O N   D U   C O N S E I L', 100, 60, { lineBreak: false });
      d.fontSize(11).text('Le conseil, après en avoir délibéré, adopte à l’unanimité.', 50, 120, { lineBreak: false });
    });
    expect(page!.text.split('\n')[0]).toBe('DÉLIBÉRATION DU CONSEIL');
  });

  it('joins a title spaced out round its hyphen', async () => {
    const [page] = await drawn((d) => lines(d, 50, 100, ['P R O C È S - V E R B A L']));
    expect(page!.text).toBe('PROCÈS-VERBAL');
  });

  it('joins a title spaced by the font’s own spacing', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(16).text('CONVENTION ANNUELLE', 100, 60, { lineBreak: false, characterSpacing: 6 });
    });
    expect(page!.text).toBe('CONVENTION ANNUELLE');
  });

  it('leaves single letters that are words alone', async () => {
    const [page] = await drawn((d) => lines(d, 50, 100, ['Il y a un plan A et un plan B ; la zone U A est ouverte.']));
    expect(page!.text).toBe('Il y a un plan A et un plan B ; la zone U A est ouverte.');
  });
});
