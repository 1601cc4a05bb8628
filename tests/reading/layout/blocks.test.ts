import { describe, expect, it } from 'vitest';
import { Passage } from '../../../models/passage.js';
import { BOLD, REGULAR } from '../drawn.js';
import { drawn, kinds, lines } from './sheets.js';

describe('what a page carries round its text', () => {
  const three = () =>
    drawn(
      (d) => {
        ['La commune soutient depuis', 'longtemps les associations qui', 'font vivre ses quartiers.'].forEach(
          (text, index) => {
            if (index > 0) d.addPage();
            d.fontSize(9);
            lines(d, 50, 30, ['Commune de Valmorin-sur-Orbe – Conseil du 12 avril 2023']);
            lines(d, 50, 775, ['Délibération n° 2023-04-07']);
            lines(d, 480, 775, [`Page ${index + 1}/3`]);
            d.fontSize(11);
            lines(d, 50, 100, [text]);
          },
        );
      },
      { margin: 0 },
    );

  it('is known by its coming again', async () => {
    for (const page of await three()) {
      const found = kinds(page);
      expect(found[0]).toEqual(['header', 'Commune de Valmorin-sur-Orbe – Conseil du 12 avril 2023']);
      expect(found.find(([kind]) => kind === 'footer')?.[1]).toBe('Délibération n° 2023-04-07');
      expect(found.find(([kind]) => kind === 'page-number')?.[1]).toMatch(/^Page \d\/3$/);
      expect(found.filter(([kind]) => kind === 'paragraph')).toHaveLength(1);
    }
  });

  it('stands in no sentence, and is read once', async () => {
    const pages = await three();
    const passage = Passage.of(pages, { page: 1, offset: 0 }, { page: 3, offset: pages[2]!.text.length });
    const body = passage.text.slice(0, passage.bodyEnd).replace(/\s+/g, ' ').trim();
    expect(body).toBe('La commune soutient depuis longtemps les associations qui font vivre ses quartiers.');
    expect(passage.text.slice(passage.bodyEnd).match(/Délibération n° 2023-04-07/g)).toHaveLength(1);
  });

  it('is nothing on a page alone', async () => {
    const [page] = await drawn((d) => lines(d, 50, 30, ['Commune de Valmorin-sur-Orbe', 'Séance du 12 avril 2023']), {
      margin: 0,
    });
    expect(kinds(page!).map(([kind]) => kind)).not.toContain('header');
  });
});

describe('headings', () => {
  it('are known by size, weight, numbers and capitals', async () => {
    const [page] = await drawn((d) => {
      d.fontSize(20);
      lines(d, 50, 50, ['Rapport annuel']);
      d.fontSize(14);
      lines(d, 50, 100, ['La vie des quartiers']);
      d.fontSize(11).font(BOLD);
      lines(d, 50, 140, ['Article 2 – Durée']);
      d.font(REGULAR);
      lines(d, 50, 170, [
        'La convention court sur une durée de trois ans à compter de sa signature,',
        'et ne peut être reconduite que par un avenant signé des deux parties.',
      ]);
      lines(d, 50, 230, ['DISPOSITIONS FINANCIÈRES']);
      lines(d, 50, 260, ['La commune verse sa participation en deux fois, au printemps et à l’automne.']);
    });
    expect(page!.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['heading', 2],
      ['heading', 3],
      ['paragraph', undefined],
      ['heading', 3],
      ['paragraph', undefined],
    ]);
  });
});

describe('what is bold and no heading', () => {
  it('states a figure', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['Le bilan de l’année est le suivant, tel que l’assemblée générale l’a approuvé.']);
      d.font(BOLD);
      lines(d, 50, 140, ['Résultat : + 32,26 €']);
      lines(d, 50, 180, ['68 salariés']);
    });
    expect(page!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });
});

describe('a title set close to its text', () => {
  it('is a heading when its type is larger', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 200, ['Le rapport moral a été lu par la présidente, puis adopté par toutes les voix.']);
      d.fontSize(14);
      lines(d, 50, 100, ['Projets']);
      d.fontSize(11);
      lines(d, 50, 118, ['Un livre et un disque ont paru cette année, grâce aux dons reçus.']);
    });
    expect(kinds(page!)[0]).toEqual(['heading', 'Projets']);
  });

  it('is a heading when it is bold and its text is not', async () => {
    const [page] = await drawn((d) => {
      d.font(BOLD);
      lines(d, 50, 100, ['2 - Vote des taux de fiscalité']);
      d.font(REGULAR);
      lines(d, 50, 114, [
        'Il est proposé de maintenir les taux de l’an passé, que le conseil avait votés',
        'en mars, et de n’en changer aucun.',
      ]);
      d.font(BOLD);
      lines(d, 50, 142, ['3 - Questions diverses']);
      d.font(REGULAR);
      lines(d, 50, 156, ['Monsieur le Maire rappelle la date de la fête du bourg.']);
    });
    expect(page!.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
    // What stands close is read close: no sentence is broken by it.
    expect(page!.text).not.toContain('\n\n');
  });

  it('is no title when it only stresses a line of the sentence', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['Après en avoir délibéré, le conseil municipal de la commune désigne, à l’unanimité,']);
      d.font(BOLD);
      lines(d, 50, 114, ['Madame Inès Vauquelin, deuxième adjointe, et Monsieur Paul Tessier, conseiller']);
      d.font(REGULAR);
      lines(d, 50, 128, ['comme représentants de la commune au sein du syndicat.']);
    });
    expect(page!.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });
});

describe('lists', () => {
  it('have bullets that are drawn, not printed', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['Le conseil décide, après en avoir délibéré :']);
      d.circle(60, 126, 2).fill();
      d.circle(60, 140, 2).stroke();
      d.fillColor('black');
      lines(d, 70, 120, ['d’attribuer 1 250 € au club de voile ;', 'de charger le maire de le lui dire.']);
    });
    expect(kinds(page!).slice(1)).toEqual([
      ['list-item', '• d’attribuer 1 250 € au club de voile ;'],
      ['list-item', '• de charger le maire de le lui dire.'],
    ]);
  });

  it('have no item where a sentence goes on with a number', async () => {
    const [page] = await drawn((d) =>
      lines(d, 50, 100, [
        'Le foyer accueille des jeunes filles, dont la plupart ont moins de seize ans et',
        '15. Elles sont toutes scolarisées dans les écoles du bourg ou de ses environs.',
      ]),
    );
    expect(kinds(page!).map(([kind]) => kind)).toEqual(['paragraph']);
  });

  it('are none where a point is drawn between two words', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['Mairie']);
      d.circle(95, 106, 2).fill();
      lines(d, 105, 100, ['Place du Lavoir']);
    });
    expect(page!.text).toBe('Mairie Place du Lavoir');
  });

  it('end where a line is set back and the item was not full', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, [
        'Les aides de l’année, que le conseil a votées en mars pour les clubs du bourg :',
        '- Amicale laïque : 1 250 €',
        '- Club de voile : 4 800 €',
        'Soit un total de 6 050 €.',
      ]);
    });
    expect(kinds(page!)).toEqual([
      ['paragraph', 'Les aides de l’année, que le conseil a votées en mars pour les clubs du bourg :'],
      ['list-item', '- Amicale laïque : 1 250 €'],
      ['list-item', '- Club de voile : 4 800 €'],
      ['paragraph', 'Soit un total de 6 050 €.'],
    ]);
  });

  it('keep a bullet that is set far from its item', async () => {
    const [page] = await drawn((d) => {
      for (const [row, item] of [
        'approuve la convention ;',
        'autorise sa signature ;',
        'charge le maire du reste.',
      ].entries()) {
        lines(d, 50, 100 + row * 14, ['•']);
        lines(d, 90, 100 + row * 14, [item]);
      }
    });
    expect(page!.blocks.map(({ kind }) => kind)).toEqual(['list-item', 'list-item', 'list-item']);
    expect(page!.text).toContain('• autorise sa signature ;');
  });

  it('come apart by item, each with its depth', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['La commune s’engage à :']);
      lines(d, 60, 114, ['- verser la subvention dans le mois qui suit la signature de la']);
      lines(d, 68, 128, ['présente convention ;']);
      lines(d, 60, 142, ['- prêter la salle :']);
      lines(d, 90, 156, ['• le lundi soir ;', '• le samedi.']);
    });
    const items = page!.blocks.filter(({ kind }) => kind === 'list-item');
    expect(items.map(({ start, end, level }) => [level, page!.text.slice(start, end)])).toEqual([
      [1, '- verser la subvention dans le mois qui suit la signature de la\nprésente convention ;'],
      [1, '- prêter la salle :'],
      [2, '• le lundi soir ;'],
      [2, '• le samedi.'],
    ]);
  });
});

describe('footnotes', () => {
  it('stand small at the foot of the page, behind their mark', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, [
        'Le taux de réussite reste stable, comme le montre l’enquête menée en juin,',
        'auprès des adhérents de plus de seize ans.',
      ]);
      d.fontSize(7);
      lines(d, 50, 740, ['1 Enquête menée par courrier auprès de 480 adhérents.']);
    });
    expect(kinds(page!).at(-1)).toEqual(['footnote', '1 Enquête menée par courrier auprès de 480 adhérents.']);
  });

  it('stand under a short rule, in whatever type, and in no sentence that runs over the page', async () => {
    const pages = await drawn((d) => {
      lines(d, 50, 640, ['Le conseil attribue une aide de 12 500 € au club¹, et charge']);
      d.moveTo(50, 700).lineTo(190, 700).stroke();
      d.fontSize(10);
      lines(
        d,
        50,
        710,
        ['1 Loi du 12 avril 2000, relative aux droits', 'des citoyens.', '2 Décret du 6 juin 2001.'],
        12,
      );
      d.addPage();
      d.fontSize(11);
      lines(d, 50, 60, ['le maire de le lui dire.']);
    });
    expect(kinds(pages[0]!).slice(1)).toEqual([
      ['footnote', '1 Loi du 12 avril 2000, relative aux droits\ndes citoyens.'],
      ['footnote', '2 Décret du 6 juin 2001.'],
    ]);
    const passage = Passage.of(pages, { page: 1, offset: 0 }, { page: 2, offset: pages[1]!.text.length });
    const body = passage.text.slice(0, passage.bodyEnd).replace(/\s+/g, ' ').trim();
    expect(body).toBe('Le conseil attribue une aide de 12 500 € au club¹, et charge le maire de le lui dire.');
    expect(passage.text).toContain('6 juin 2001');
  });

  it('keep their raised mark on their line', async () => {
    const [page] = await drawn((d) => {
      lines(d, 50, 100, ['Les montants sont donnés toutes taxes comprises, comme au budget voté.']);
      d.fontSize(8);
      lines(d, 50, 737, ['2']);
      d.fontSize(10);
      lines(d, 60, 740, ['Ne pas indiquer les centimes d’euros.']);
    });
    expect(page!.text).toContain('\n² Ne pas indiquer les centimes d’euros.');
  });
});
