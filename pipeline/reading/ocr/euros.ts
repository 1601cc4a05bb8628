import type { ReadWord } from './figures.js';

/** What a euro sign is taken for: where cents stand before it, and where only a sum may. */
const SLIPS = /[ÉÈÊEéèêe£¢C&]/u;
const SURE_SLIPS = /[ÉÈÊ£¢]/u;
const CLOSING = '(?<after>[).,;:]*)';

const WITH_CENTS = new RegExp(`^(?<sum>\\S*\\d,\\d{2})${SLIPS.source}${CLOSING}$`, 'u');
const ROUND = new RegExp(`^(?<sum>\\S*\\d)${SURE_SLIPS.source}${CLOSING}$`, 'u');
const AFTER_CENTS = new RegExp(`^(?<sum>)${SLIPS.source}${CLOSING}$`, 'u');
const AFTER_ROUND = new RegExp(`^(?<sum>)${SURE_SLIPS.source}${CLOSING}$`, 'u');

/** The words of a line with the euro signs that were taken for letters: "1 250,00 É", "318£". */
export function withEuros(line: readonly ReadWord[]): ReadWord[] {
  return line.map((word, index) => {
    const before = line[index - 1]?.text ?? '';
    const alone = /\d,\d{2}$/.test(before) ? AFTER_CENTS : /\d$/.test(before) ? AFTER_ROUND : null;
    const parts = (WITH_CENTS.exec(word.text) ?? ROUND.exec(word.text) ?? alone?.exec(word.text))?.groups;
    if (!parts) return word;
    return { ...word, text: `${parts.sum}€${parts.after}`, mendedFrom: word.mendedFrom ?? word.text };
  });
}
