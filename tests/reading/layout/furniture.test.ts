import { describe, expect, it } from 'vitest';
import { Passage } from '../../../models/passage.js';
import { drawn, kinds, lines, matrix } from './sheets.js';

const STAMP = [
  'Envoyé en préfecture le 31/03/2023',
  'Reçu en préfecture le 31/03/2023',
  'Affiché le 03/04/2023',
  'ID : 099-219900123-20230328-2023_04_07-DE',
];

describe('the stamp of a transmission', () => {
  it('stands in no sentence, even level with one, and is read after them', async () => {
    const pages = await drawn((d) => {
      lines(d, 50, 40, ['Le conseil municipal, après en', 'avoir délibéré, attribue une aide', 'de 12 500 € au club.']);
      d.fontSize(8);
      lines(d, 350, 40, STAMP, 11);
    });
    expect(kinds(pages[0]!)).toEqual([
      ['header', STAMP.join('\n')],
      ['paragraph', 'Le conseil municipal, après en\navoir délibéré, attribue une aide\nde 12 500 € au club.'],
    ]);
    const passage = Passage.of(pages, { page: 1, offset: 0 }, { page: 1, offset: pages[0]!.text.length });
    expect(passage.text.slice(0, passage.bodyEnd)).not.toContain('préfecture');
    expect(passage.text.slice(passage.bodyEnd)).toContain('Reçu en préfecture le 31/03/2023');
  });

  it('keeps the dates that are set apart from what they are the dates of', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 400, ['Le maire certifie le caractère exécutoire de la présente délibération.']);
      lines(d, 50, 700, [
        'Accusé de réception – Ministère de l’intérieur',
        'Envoi Préfecture :',
        'Réception Préfecture :',
      ]);
      lines(d, 250, 714, ['06/02/2023', '07/02/2023']);
    });
    expect(kinds(page!).at(-1)).toEqual([
      'footer',
      'Accusé de réception – Ministère de l’intérieur\nEnvoi Préfecture : 06/02/2023\nRéception Préfecture : 07/02/2023',
    ]);
  });

  it('is none where a sentence tells of one', async () => {
    const [page] = await drawn((d) =>
      lines(d, 50, 60, [
        'Transmis en préfecture le 31 mars 2023, l’acte est exécutoire,',
        'selon la loi du 2 mars 1982.',
      ]),
    );
    expect(kinds(page!).map(([kind]) => kind)).toEqual(['paragraph']);
  });
});

describe('a word set slantwise over the page', () => {
  it('stands in no sentence', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 60, ['La commune verse sa participation en deux fois.']);
      d.save()
        .rotate(-35, { origin: [250, 400] })
        .fontSize(60);
      lines(d, 150, 400, ['PROJET']);
      d.restore();
    });
    expect(kinds(page!).at(-1)).toEqual(['footer', 'PROJET']);
  });
});

describe('a number alone at the edge of the page', () => {
  const numbered = (numbers: readonly string[]) =>
    drawn(
      (d) =>
        numbers.forEach((number, index) => {
          if (index > 0) d.addPage();
          lines(d, 50, 300, [`La page parle de ${['sport', 'musique', 'lecture'][index]}.`]);
          lines(d, 290, 790, [number]);
        }),
      { margin: 0 },
    );

  it('is the page’s when it counts the pages', async () => {
    for (const page of await numbered(['7', '8', '9'])) expect(kinds(page).at(-1)![0]).toBe('page-number');
  });

  it('is the page’s when it is the only page, and the first', async () => {
    expect(kinds((await numbered(['1']))[0]!).at(-1)![0]).toBe('page-number');
  });

  it('is a figure when it does not', async () => {
    for (const page of await numbered(['7', '58', '12'])) expect(kinds(page).at(-1)![0]).toBe('paragraph');
  });
});

describe('a table that fills its pages', () => {
  it('keeps its heads, though they come again on each, and the numbers of its last row', async () => {
    const pages = await drawn(
      (d) => {
        for (let page = 0; page < 2; page += 1) {
          if (page > 0) d.addPage();
          for (let y = 60; y <= 800; y += 74) d.moveTo(50, y).lineTo(450, y).stroke();
          for (const x of [50, 150, 450]) d.moveTo(x, 60).lineTo(x, 800).stroke();
          lines(d, 60, 64, ['Numéro']);
          lines(d, 160, 64, ['Association']);
          for (let row = 1; row < 10; row += 1) {
            lines(d, 60, 74 * row + 64, [String(4000 + page * 9 + row)]);
            lines(d, 160, 74 * row + 64, [['Club de voile', 'Les Amis du lavoir'][row % 2]!]);
          }
        }
      },
      { margin: 0 },
    );
    for (const page of pages) {
      const rows = matrix(page);
      expect(rows[0]).toEqual(['Numéro', 'Association']);
      expect(rows.slice(1).every(([number]) => /^40\d\d$/.test(number!))).toBe(true);
    }
  });
});
