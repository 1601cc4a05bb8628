import type { PDFPageProxy } from '../pdf.js';

/** The type that a character is set in. */
export interface Face {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Above and below the baseline, in parts of the size; descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  /** Glyph widths are thousandths of the size, but for Type 3 fonts. */
  readonly unit: number;
}

/** Where the font is not known. */
export const NO_FACE: Face = {
  name: '',
  bold: false,
  italic: false,
  ascent: 0.8,
  descent: -0.2,
  vertical: false,
  unit: 0.001,
};

interface PdfJsFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly ascent?: number;
  readonly descent?: number;
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly isType3Font?: boolean;
}

/** What pdf.js knows of the font that a page calls `name`. */
export function faceOf(page: PDFPageProxy, name: string): Face {
  let font: PdfJsFont | undefined;
  try {
    font = page.commonObjs.get(name) as PdfJsFont;
  } catch {
    // A font that failed to load: its text is there, only its looks are not known.
  }
  if (!font) return NO_FACE;
  const called = font.name ?? '';
  const within = (value: number | undefined, low: number, high: number, otherwise: number): number =>
    value !== undefined && value >= low && value <= high ? value : otherwise;
  return {
    name: called,
    bold: Boolean(font.bold || font.black) || /bold|black|heavy|semi-?b|demi/i.test(called),
    italic: Boolean(font.italic) || /ital|obliq/i.test(called),
    ascent: within(font.ascent, 0.5, 1.1, 0.8),
    descent: within(font.descent, -0.4, -0.1, -0.2),
    vertical: Boolean(font.vertical),
    unit: font.isType3Font ? (font.fontMatrix?.[0] ?? 0.001) : 0.001,
  };
}
