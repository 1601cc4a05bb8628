import { describe, expect, it } from 'vitest';
import { misreadsOf } from '../../extractors/arithmetic/misread.js';
import { actOf } from './act.js';

const table = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');
const HEAD = ['Charges', 'Accueil', 'Atelier', 'Total'];
const SOUND = [
  HEAD,
  ['Achats', '131 420', '26 310', '157 730 €'],
  ['Services', '629 040', '158 130', '787 170 €'],
  ['Personnel', '545 700', '108 960', '654 660 €'],
  ['TOTAL', '1 306 160', '293 400', '1 599 560 €'],
];
const damaged = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), table(...SOUND));
const suggestions = (text: string): string[] =>
  misreadsOf(actOf(text)).map(({ cell, value }) => `${cell.value.toFixed()} → ${value.toFixed()}`);

describe('misread digits', () => {
  it('are none in a table that closes', () => expect(suggestions(table(...SOUND))).toEqual([]));

  it('are found where a row and a column fail together', () => {
    expect(suggestions(damaged(['26 310', '28 310']))).toEqual(['28310 → 26310']);
  });

  it('are found when several cells of one row are damaged', () => {
    const text = damaged(['629 040', '529 040'], ['158 130', '168 130'], ['787 170', '767 170']);
    expect(suggestions(text).toSorted()).toEqual(['168130 → 158130', '529040 → 629040', '767170 → 787170']);
  });

  it('come with a sentence that tells why', () => {
    const [misread] = misreadsOf(actOf(damaged(['26 310', '28 310'])));
    expect(misread?.reason.replaceAll('\u00a0', ' ')).toBe(
      'Lu 28 310 ; avec 26 310, la ligne « Achats » et la colonne « Atelier » tombent juste.',
    );
  });

  it('are not guessed where nothing but one sum fails', () => {
    expect(
      suggestions(table(['Poste', 'Montant'], ['Eau', '10 000 €'], ['Gaz', '20 000 €'], ['Total', '38 000 €'])),
    ).toEqual([]);
  });

  it('are told by a figure that the act prints elsewhere', () => {
    const text = `Le budget est de 130 000 €.\n\n${table(['Poste', 'Montant'], ['Eau', '90 000 €'], ['Gaz', '40 000 €'], ['Total', '13 000 €'])}`;
    expect(suggestions(text)).toEqual(['13000 → 130000']);
  });
});
