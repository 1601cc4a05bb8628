import { describe, expect, it } from 'vitest';
import { amountsInTables } from '../../extractors/amounts/in-tables.js';
import { yearlessDates } from '../../extractors/dates/yearless.js';
import { readFields } from '../../extractors/read.js';
import type { Cell, Page, Table } from '../../models/page.js';
import { Passage } from '../../models/passage.js';
import { barePage } from '../support/bare-page.js';

/** A page that is a caption and one table, the first row its heads. */
function pageOf(caption: string, rows: readonly (readonly string[])[]): Page {
  let text = caption === '' ? '' : `${caption}\n\n`;
  const start = text.length;
  const cells: Cell[] = [];
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== '') {
        cells.push({
          row: r,
          col: c,
          rowSpan: 1,
          colSpan: 1,
          box: [0, 0, 1, 1],
          start: text.length,
          end: text.length + cell.length,
        });
      }
      text += c < row.length - 1 ? `${cell}\t` : cell;
    });
    if (r < rows.length - 1) text += '\n';
  });
  const table: Table = {
    number: 1,
    box: [0, 0, 1, 1],
    rows: rows.length,
    cols: rows[0]!.length,
    headRows: 1,
    headCols: 1,
    cells,
    continued: false,
    start,
    end: text.length,
  };
  return barePage(text, { tables: [table] });
}

function amountsOf(caption: string, rows: readonly (readonly string[])[]): string[] {
  const page = pageOf(caption, rows);
  const passage = Passage.of([page], { page: 1, offset: 0 }, { page: 1, offset: page.text.length });
  const readings = readFields(passage.text);
  const found = amountsInTables({ pages: [page], passage, readings });
  return found.map(({ start, end, value }) => `${passage.text.slice(start, end)} = ${value.value}`);
}

describe('amounts under a currency stated once', () => {
  it('take the scale of their head', () => {
    expect(
      amountsOf('', [
        ['Financeur', 'Montant en k€', 'Part'],
        ['Région', '303', '12'],
        ['État', '1 875', '88'],
      ]),
    ).toEqual(['303 = 303000.00', '1 875 = 1875000.00']);
  });

  it('take the scale of the caption, signs and all', () => {
    expect(
      amountsOf("Compte de résultat (en milliers d'euros)", [
        ['Poste', '2021', '2020'],
        ['Salaires', '2 105', '1 998'],
        ['Résultat', '- 54', '38'],
      ]),
    ).toEqual(['2 105 = 2105000.00', '1 998 = 1998000.00', '- 54 = -54000.00', '38 = 38000.00']);
  });

  it('stand under heads of money, and not under codes, counts and years', () => {
    expect(
      amountsOf('', [
        ['Association', 'Code', 'Nombre d’adhérents', 'Année', 'Subvention'],
        ['Les Amis du Vallon', '4612', '1 250', '2023', '2500'],
        ['Club nautique', '1261', '300', '2023', '12 000,50'],
      ]),
    ).toEqual(['2500 = 2500.00', '12 000,50 = 12000.50']);
  });

  it('are seen by the way accounts are written, in a table or in plain lines', () => {
    expect(
      amountsOf('', [
        ['Chapitre', 'Dépenses'],
        ['920 - Services', '60 305 300,00'],
        ['921 - Sécurité', '10 098 869,00'],
      ]),
    ).toEqual(['60 305 300,00 = 60305300.00', '10 098 869,00 = 10098869.00']);
    expect(amountsOf('Budget : 71 000 €\n902 - ENSEIGNEMENT 18 255 000,00 229 894,00', [['x']])).toEqual([
      '18 255 000,00 = 18255000.00',
      '229 894,00 = 229894.00',
    ]);
  });

  it('do not make money of results and years of a table of counts', () => {
    expect(
      amountsOf('Fréquentation', [
        ['Équipement', 'Réalisé', '2021'],
        ['Piscine', '12 500', '11 800'],
        ['Médiathèque', '8 200', '7 950'],
      ]),
    ).toEqual([]);
    expect(
      amountsOf('Compte de résultat', [
        ['Poste', '2022', '2021'],
        ['Charges de personnel', '12 500', '11 800'],
        ['Achats', '8 200', '7 950'],
      ]),
    ).toHaveLength(4);
  });

  it('are not read twice where the sign stands in the cell', () => {
    expect(
      amountsOf('', [
        ['Projet', 'Montant'],
        ['Gymnase', '12 000 €'],
        ['École', '3 000'],
      ]),
    ).toEqual(['3 000 = 3000.00']);
  });
});

describe('dates without a year', () => {
  const dates = (text: string) =>
    yearlessDates(text).map(({ value }) => [value.value, value.endValue ?? '', value.certainty].join(' ').trim());

  it('take the year of the act, or the year that was just told', () => {
    expect(dates('Séance du 4 juin 2021. La fête aura lieu le 18 juin.')).toEqual(['2021-06-18  implied']);
    expect(dates("Séance du 23 septembre 2024. Pour l'année 2025 : les 27 avril et 25 mai.")).toEqual([
      '2025-04-27  implied',
      '2025-05-25  implied',
    ]);
  });

  it('go back with "dernier" and forward with "prochain"', () => {
    expect(dates('Le lundi 4 février 2013. La séance du 17 décembre dernier')).toEqual(['2012-12-17  implied']);
    expect(dates('Le 4 décembre 2013. La réunion du 17 janvier prochain')).toEqual(['2014-01-17  implied']);
  });

  it('turn the year in a range', () => {
    expect(dates('Le 3 mai 2022. Ouvert du 1er juillet au 31 août')).toEqual(['2022-07-01 2022-08-31 implied']);
    expect(dates('Le 3 mai 2022. Fermé du 20 décembre au 4 janvier')).toEqual(['2022-12-20 2023-01-04 implied']);
  });

  it('are left out where no year is near or every year is meant', () => {
    expect(dates('La fête aura lieu le 18 juin.')).toEqual([]);
    expect(dates('Le 3 mai 2022. Avant le 31 décembre de chaque année')).toEqual([]);
    expect(dates('Le 3 mai 2022. Au 12 rue du 8 mai')).toEqual([]);
  });
});

describe('sums said twice', () => {
  it('are one reading, with what the words say where it differs', () => {
    const amounts = (text: string) => readFields(text, ['amount']).map(({ value }) => value);
    expect(amounts('trente mille euros (30 000 €)')).toEqual([
      { value: '30000.00', currency: 'EUR', approximation: 'exact' },
    ]);
    expect(amounts('trente mille euros (35 000 €)')).toEqual([
      { value: '35000.00', currency: 'EUR', approximation: 'exact', inWords: '30000.00' },
    ]);
    expect(amounts('35 000 € et trente mille euros')).toHaveLength(2);
  });
});

describe('readings of one text', () => {
  it('keep the date inside a citation, and no year inside its number', () => {
    const fields = (text: string) => readFields(text).map(({ field }) => field);
    expect(fields('la délibération n° 21-C-0056 du 19 février 2021')).toEqual(['citation', 'date']);
    expect(fields('la délibération n° 2014/12')).toEqual(['citation']);
  });

  it('are not taken from phones, addresses, hours, references and ages', () => {
    const text =
      'Tél. 03 99 00 12 34, 12 rue des Lilas, BP 667, à 14h00, page 3/12, article 65748, jeunes de 16 à 25 ans';
    expect(readFields(text, ['number', 'amount', 'date', 'duration', 'percent'])).toEqual([]);
  });
});
