/** A cell or a line that holds a figure and nothing else: sign, digits with their separators, a unit. */
const FIGURE =
  /^(?:[+\-−–±≈~<>≥≤]\s?|\(\s?)?\d[\d.,/\s\u00a0\u202f]*(?:\s?(?:€|[kKMm]\s?€|Md€|M€|%|‰|°|euros?|F|ETP|[hH]|K|M))?(?:\s?(?:HT|TTC))?\s?\)?\*?$/u;

/** Whether `text` is a figure alone: "61 225 €", "-54 K€", "12,5 %". */
export const isFigure = (text: string): boolean => text.length <= 32 && FIGURE.test(text);

/** What an accountant writes for nothing. */
export const isDash = (text: string): boolean => /^[-–—−]+(?:\s?(?:€|%))?$/.test(text);

/** "03/03/2024": read as a date, not as a figure. */
export const isDate = (text: string): boolean => /^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$/.test(text);
