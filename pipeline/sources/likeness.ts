/** What a fetched content is by its first bytes; names and content types lie. */
export type Likeness = 'pdf' | 'zip' | 'html' | 'xml' | 'json' | 'text' | 'empty' | 'other';

/** `head`: the first kilobyte, or all of a smaller content. */
export function likenessOf(head: Buffer): Likeness {
  if (head.length === 0) return 'empty';
  // Leading junk is common and harmless in a PDF: viewers look through the first kilobyte.
  if (head.includes('%PDF-')) return 'pdf';
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) || head.subarray(0, 4).equals(Buffer.from('PK\x05\x06')))
    return 'zip';
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  const start = text.slice(0, 200).toLowerCase();
  if (start.startsWith('<!doctype html') || /^<(html|head|body)[\s>]/.test(start)) return 'html';
  if (start.startsWith('<?xml') || /^<(feed|rss|rdf)[\s>:]/.test(start))
    return /<html[\s>]/i.test(text) ? 'html' : 'xml';
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  // Old encodings are text as well: only control characters are not.
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 27)) ? 'other' : 'text';
}

/** As a sentence says it. */
export const LIKENESSES: Readonly<Record<Likeness, string>> = {
  pdf: 'a PDF',
  zip: 'a ZIP archive or an office document',
  html: 'a web page (an error or a login page, perhaps)',
  xml: 'XML',
  json: 'JSON',
  text: 'plain text',
  empty: 'nothing',
  other: 'something else',
};
