import type { Act } from '../../models/act.js';
import type { Clause, DateRecord } from '../../models/records.js';
import { plain, unbroken } from '../acts/plain.js';
import { sentenceAround } from '../meaning/units.js';
import { fold } from '../parties/name.js';
import { type Article, articlesOf } from './articles.js';

/** A contract laid open for those who read its clauses. Offsets are into `text`. */
export class Contract {
  readonly text: string;
  /** Plain, line by line. */
  readonly lines: string;
  /** Plain, on one line between empty lines. */
  readonly flat: string;
  readonly articles: readonly Article[];
  readonly dates: readonly (DateRecord & { readonly start: number; readonly end: number })[];

  constructor(
    readonly act: Act,
    dates: readonly DateRecord[],
  ) {
    this.text = act.passage.text.slice(0, act.passage.bodyEnd);
    this.lines = plain(this.text);
    this.flat = unbroken(this.lines);
    this.articles = articlesOf(act);
    this.dates = dates.flatMap((date) => {
      const start = act.passage.offsetOf(date.span.page, date.span.start);
      return start === undefined || start >= this.text.length
        ? []
        : [{ ...date, start, end: start + date.span.end - date.span.start }];
    });
  }

  /** The first article whose title (plain) says so. */
  titled(says: RegExp): Article | undefined {
    return this.articles.find(({ title }) => says.test(plain(title)));
  }

  articleAt(at: number): Article | undefined {
    return this.articles.find(({ start, end }) => start <= at && at < end);
  }

  /** The sentence that holds an offset: no further than its block. */
  sentence(at: number): { start: number; end: number } {
    const open = this.text.lastIndexOf('\n\n', at);
    const close = this.text.indexOf('\n\n', at);
    const from = Math.max(open < 0 ? 0 : open + 2, this.articleAt(at)?.headEnd ?? 0);
    const { start, end } = sentenceAround(this.text, Math.min(from, at), close < 0 ? this.text.length : close, at);
    const lead = /^\s*/.exec(this.text.slice(start, end))![0].length;
    return { start: start + lead, end };
  }

  clause(kind: Clause['kind'], start: number, end: number, value = this.written(start, end)): Clause {
    const article = this.articleAt(start);
    return {
      kind,
      value,
      ...(article && kind !== 'article' ? { article: article.number } : {}),
      span: this.act.passage.span(start, end),
      extractor: `clauses/${kind}`,
    };
  }

  /** A sentence as a value: folded, and no longer than a reader wants to see at once. */
  written(start: number, end: number): string {
    const words = fold(this.text.slice(start, end));
    return words.length <= MOST ? words : `${words.slice(0, words.lastIndexOf(' ', MOST))}…`;
  }
}

const MOST = 400;
