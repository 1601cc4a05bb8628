import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { moneyAt, readMoney } from './money.js';

export default defineExtractor({
  id: 'amounts/in-figures',
  field: 'amount',
  title: 'Somme en chiffres, suivie de sa monnaie',
  reads: {
    'soit 61 225  €': { value: '61225.00', currency: 'EUR', approximation: 'exact' },
    '2.370.600 €': { value: '2370600.00' },
    "près de 6,4 millions d'Euros": { value: '6400000.00', approximation: 'about' },
    '3 806 041, 71€': { value: '3806041.71' },
    '2 375k€': { value: '2375000.00' },
    'un écart de -54 K€': { value: '-54000.00' },
    '10 000 F': { value: '10000.00', currency: 'FRF' },
    '100 KF': { value: '100000.00', currency: 'FRF' },
    '3,2 Md€': { value: '3200000000.00' },
    '61 225\n€': { value: '61225.00' },
    'un total de 1 263\n911.00 €': { value: '1263911.00' },
    'de 60 à 400 €': [
      { value: '60.00', maximum: '400.00', approximation: 'at_least' },
      { value: '400.00', approximation: 'at_most' },
    ],
    '12 500 € HT': { value: '12500.00', tax: 'HT' },
    "- 1 500 € pour l'association sportive": { value: '1500.00' },
    'l 500 €': { value: '1500.00' },
  },
  ignores: ['zone euro', '50990 BRÉCOURT', '12 F et 15 H', '10 eurodéputés', '40 000 habitants'],
  *extract(source) {
    const text = frenchText(source);
    const { figures } = text;
    for (let i = 0; i < figures.length; i += 1) {
      if (figures[i]!.form !== 'digits') continue;
      const money = moneyAt(text, i);
      if (!money) continue;
      yield* readMoney(text, i, money);
      i += money.figures - 1;
    }
  },
});
