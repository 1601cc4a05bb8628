import { defineExtractor } from '../extractor.js';
import { frenchText } from '../french/text.js';
import { moneyAt, readMoney } from './money.js';

export default defineExtractor({
  id: 'amounts/in-words',
  field: 'amount',
  title: 'Somme en toutes lettres',
  reads: {
    'la somme de quarante mille euros': { value: '40000.00', currency: 'EUR' },
    'vingt-deux mille cinq cents euros et cinquante centimes': { value: '22500.50' },
    'vingt-deux mille\ncinq cents euros': { value: '22500.00' },
    'UN MILLION DEUX CENT MILLE EUROS': { value: '1200000.00' },
    'deux euros et cinq centimes': { value: '2.05' },
    'dix mille francs': { value: '10000.00', currency: 'FRF' },
  },
  ignores: ['quarante mille habitants', 'quarante douze euros', 'la zone euro'],
  *extract(source) {
    const text = frenchText(source);
    const { figures } = text;
    for (let i = 0; i < figures.length; i += 1) {
      if (figures[i]!.form !== 'words') continue;
      const money = moneyAt(text, i);
      if (!money) continue;
      yield* readMoney(text, i, money);
      i += money.figures - 1;
    }
  },
});
