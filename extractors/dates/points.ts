import type { FrenchText } from '../french/text.js';
import type { Point } from './point.js';
import { pointsInFigures } from './points-in-figures.js';
import { pointsInWords } from './points-in-words.js';

/** Days and months of a text in order: those in words, those in figures. Years alone are not here. */
export const pointsIn = (text: FrenchText): Point[] =>
  [...pointsInWords(text), ...pointsInFigures(text)].sort((a, b) => a.start - b.start || b.end - a.end);
