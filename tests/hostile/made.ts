import { deflateSync } from 'node:zlib';

/** PDFs that no honest tool writes, by hand. */

type Part = string | Buffer;

/** A file of these objects, numbered from 1; the first is the catalogue. */
function file(objects: readonly (readonly Part[])[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Part): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(`${index + 1} 0 obj\n`);
    for (const part of object) add(part);
    add('\nendobj\n');
  }
  const table = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

const stream = (dictionary: string, data: Buffer): Part[] => [
  `<< ${dictionary} /Length ${data.length} >>\nstream\n`,
  data,
  '\nendstream',
];

const CATALOGUE = ['<< /Type /Catalog /Pages 2 0 R >>'];
const ONE_PAGE = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];
const page = (resources: string): string[] => [
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
];

/** A page tree whose branch is its own child, and which promises a hundred pages. */
export const endlessPageTree = (): Uint8Array =>
  file([
    CATALOGUE,
    ['<< /Type /Pages /Kids [3 0 R] /Count 100 >>'],
    ['<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 100 >>'],
  ]);

/** One grey picture of `side` × `side` pixels, all black, packed to almost nothing. */
export function hugeImage(side: number): Uint8Array {
  const row = Buffer.alloc(Math.ceil(side / 8));
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 1 });
  const image = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode`;
  const content = Buffer.from('q 595 0 0 842 0 0 cm /Im Do Q');
  return file([CATALOGUE, ONE_PAGE, page('/XObject << /Im 5 0 R >>'), stream('', content), stream(image, pixels)]);
}

/** A page whose content is broken between its first words and its last. */
export const brokenContent = (): Uint8Array =>
  file([
    CATALOGUE,
    ONE_PAGE,
    page('/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'),
    stream(
      '',
      Buffer.from('BT /F 12 Tf 50 700 Td (Le maire) Tj ET BT 50 Td <4Z6> xj ET BT /F 12 Tf 50 600 Td (rend) Tj ET'),
    ),
  ]);

/** A page drawn with `count` operators. */
export function manyOperators(count: number): Uint8Array {
  const content = deflateSync(Buffer.from('0 0 m 9 9 l S\n'.repeat(Math.ceil(count / 3))));
  return file([CATALOGUE, ONE_PAGE, page(''), stream('/Filter /FlateDecode', content)]);
}

/** A page whose content unpacks to `bytes` bytes of white space. */
export function deflateBomb(bytes: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(bytes, 0x20));
  return file([CATALOGUE, ONE_PAGE, page(''), stream('/Filter /FlateDecode', content)]);
}

/** The same, packed twice: a few hundred bytes. */
export function nestedBomb(bytes: number): Uint8Array {
  const content = deflateSync(deflateSync(Buffer.alloc(bytes, 0x20)));
  return file([CATALOGUE, ONE_PAGE, page(''), stream('/Filter [/FlateDecode /FlateDecode]', content)]);
}
