import { defineExtractor } from '../extractor.js';
import { approximationOf } from '../french/approximation.js';
import { currencyCode, LEADING_CURRENCY } from '../french/currencies.js';
import { money, shift } from '../french/decimal.js';
import { withSign } from '../french/figures.js';
import { frenchText } from '../french/text.js';
import { moneyAt } from './money.js';

const LEAD = new RegExp(`(?:^|[^a-z\\d€$£])([+-][ ]?)?(?:(k|m|md) ?(?=€))?(${LEADING_CURRENCY})[ ]?$`);
const LED = new RegExp(`(?<=(?:${LEADING_CURRENCY})[ ]?)$`);
const POWERS: Record<string, number> = { k: 3, m: 6, md: 9 };

export default defineExtractor({
  id: 'amounts/currency-first',
  field: 'amount',
  title: 'Somme en chiffres, précédée de sa monnaie',
  reads: {
    'EUR 1000': { value: '1000.00', currency: 'EUR' },
    'Total : € 12 500,50': { value: '12500.50' },
    '$75 millions': { value: '75000000.00', currency: 'USD' },
  },
  ignores: ['1 500 € 2023', 'en € 12 500 €', 'le projet EUR 2020 €'],
  *extract(source) {
    const text = frenchText(source);
    const { figures, folded, raw } = text;
    for (let i = 0; i < figures.length; i += 1) {
      const figure = figures[i]!;
      if (figure.form !== 'digits') continue;
      const last = folded.charCodeAt(figure.start - 1);
      const near = last === 32 ? folded.charCodeAt(figure.start - 2) : last;
      if (near !== 0x20ac && near !== 36 && near !== 0xa3 && near !== 0xa5 && !(near >= 97 && near <= 122)) continue;
      const from = Math.max(0, figure.start - 9);
      const lead = folded.slice(from, figure.start);
      const match = LED.test(lead) ? LEAD.exec(lead) : null;
      if (!match) continue;
      const written = match[3]!;
      const at = folded.lastIndexOf(written, figure.start - 1);
      if (/^[a-z]+$/.test(written) && /[a-z]/.test(raw.slice(at, at + written.length))) continue;
      if (/\d[ \n]{0,2}(?:k|m|md)?$/.test(folded.slice(Math.max(0, at - 5), at)) || moneyAt(text, i)) continue;
      const start =
        from +
        match.index +
        (match[0].startsWith('+') || match[0].startsWith('-') || match.index + from === at
          ? 0
          : match[0].search(/[^\s([:]/) >= 0
            ? firstKept(match[0])
            : 0);
      const value = match[2] ? shift(figure.value, POWERS[match[2]]!) : figure.value;
      yield {
        start,
        end: figure.end,
        value: {
          value: money(withSign(value, match[1]?.startsWith('-') === true)),
          currency: currencyCode(written),
          approximation: approximationOf(folded, start, figure.end),
        },
      };
    }
  },
});

/** Where the sign, scale or currency begins: the character before it is none of them. */
const firstKept = (matched: string): number => (/^[+\-a-z€$£¥]/.test(matched) ? 0 : 1);
