import type { Span } from './evidence.js';
import { isFurniture, type Page, type Stretch } from './page.js';

/** A place between two characters of a file: a page's number and an offset into its text. */
export interface Position {
  readonly page: number;
  readonly offset: number;
}

/** A stretch of a file, from a place to another. */
export interface Extent {
  readonly first: Position;
  readonly last: Position;
}

interface PassageOptions {
  readonly without?: readonly Extent[];
  readonly furniture?: boolean;
}

interface Piece {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  /** Where the piece begins in the passage. */
  readonly at: number;
}

/**
 * A stretch of a file as one string that knows where each of its characters stands.
 *
 * Running headers and footers are taken out of the sentences that they interrupt: each distinct one is read once,
 * after the body. Offsets are UTF-16 code units into `text`.
 */
export class Passage {
  readonly text: string;
  /** Where the body ends and the furniture begins. */
  readonly bodyEnd: number;
  readonly #pieces: readonly Piece[];

  private constructor(text: string, bodyEnd: number, pieces: readonly Piece[]) {
    this.text = text;
    this.bodyEnd = bodyEnd;
    this.#pieces = pieces;
  }

  /**
   * The text of `pages` (in order) from `first` to `last`, both places between characters.
   * `without`: stretches left out, in order, because other acts read them; `furniture: false` leaves the furniture out.
   */
  static of(
    pages: readonly Page[],
    first: Position,
    last: Position,
    { without = [], furniture: withFurniture = true }: PassageOptions = {},
  ): Passage {
    const parts: string[] = [];
    const pieces: Piece[] = [];
    let length = 0;
    const add = (page: Page, start: number, end: number): void => {
      if (parts.length > 0) {
        parts.push('\n');
        length += 1;
      }
      pieces.push({ page: page.number, start, end, at: length });
      parts.push(page.text.slice(start, end));
      length += end - start;
    };

    const furniture: { page: Page; start: number; end: number }[] = [];
    const seen = new Set<string>();
    for (const page of pages) {
      if (page.number < first.page || page.number > last.page) continue;
      const from = page.number === first.page ? first.offset : 0;
      const to = page.number === last.page ? last.offset : page.text.length;
      const gaps: Stretch[] = without.flatMap((stretch) => onPage(page, stretch));
      for (const block of page.blocks) {
        if (!isFurniture(block) || block.start < from || block.end > to) continue;
        gaps.push(block);
        const words = page.text.slice(block.start, block.end);
        const pattern = words.replace(/\d+/g, '0');
        if (withFurniture && block.kind !== 'page-number' && !seen.has(pattern)) {
          seen.add(pattern);
          furniture.push({ page, start: block.start, end: block.end });
        }
      }
      gaps.sort((a, b) => a.start - b.start);
      let start = from;
      for (const gap of gaps) {
        if (gap.start > start) add(page, start, Math.min(gap.start, to));
        start = Math.max(start, gap.end);
      }
      if (start < to) add(page, start, to);
    }
    const bodyEnd = length;
    for (const { page, start, end } of furniture) add(page, start, end);
    return new Passage(parts.join(''), bodyEnd, pieces);
  }

  /** Where [start, end) of the passage stands; what runs over a page is cut at the page's end. */
  span(start: number, end: number): Span {
    const piece = this.#pieceAt(start);
    if (!piece) return { page: 1, start: 0, end: 0 };
    const offset = piece.start + (start - piece.at);
    return { page: piece.page, start: offset, end: Math.max(offset, Math.min(piece.end, offset + (end - start))) };
  }

  /** Where a page's offset stands in the passage; nothing when the passage does not hold it. */
  offsetOf(page: number, offset: number): number | undefined {
    for (const piece of this.#pieces) {
      if (piece.page === page && offset >= piece.start && offset <= piece.end) return piece.at + (offset - piece.start);
    }
    return undefined;
  }

  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low];
  }
}

/** The part of `extent` that stands on `page`. */
function onPage(page: Page, { first, last }: Extent): Stretch[] {
  if (page.number < first.page || page.number > last.page) return [];
  return [
    {
      start: page.number === first.page ? first.offset : 0,
      end: page.number === last.page ? last.offset : page.text.length,
    },
  ];
}
