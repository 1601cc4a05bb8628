import { constants, inflateSync } from 'node:zlib';

/** What a page asks of the machine goes past a limit of the settings. */
export class PastLimit extends Error {
  override readonly name = 'PastLimit';

  constructor(
    /** kebab-case, stable. */
    readonly code: 'decompression-bomb' | 'too-many-operators' | 'image-too-large',
    message: string,
  ) {
    super(message);
  }
}

/** Deflate packs at most so many bytes into one. */
const TIGHTEST = 1032;

/**
 * Throws `PastLimit` when one of the file's streams unpacks to more than `limit` bytes. pdf.js unpacks a stream whole,
 * outside the heap that a thread may be held to. Only streams that are large enough for it are tried, and no further
 * than the limit; a stream packed twice is unpacked twice.
 */
export function refuseBombs(bytes: Uint8Array, limit: number): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const smallest = limit / TIGHTEST;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue;
    let start = at + 6;
    if (file[start] === 0x0d) start += 1;
    if (file[start] === 0x0a) start += 1;
    const end = file.indexOf('endstream', start);
    const packed = file.subarray(start, end < 0 ? file.length : end);
    const dictionary = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const filters = dictionary.slice(dictionary.lastIndexOf('obj') + 1).match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters > 0 && packed.length * (filters > 1 ? TIGHTEST : 1) >= smallest) unpack(packed, filters, limit);
    if (end < 0) return;
    at = end + 3;
  }
}

/** A stream's dictionary is sought so far before it. */
const DICTIONARY = 2048;

function unpack(packed: Uint8Array, filters: number, limit: number): void {
  let data = packed;
  for (let round = 0; round < Math.min(filters, 4); round += 1) {
    try {
      data = inflateSync(data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE') return;
      throw new PastLimit(
        'decompression-bomb',
        `The file holds a stream that unpacks to more than ${limit} bytes, as no honest page does: ask for another copy, or raise maxStreamBytes.`,
      );
    }
  }
}

/** Runs `work` with what pdf.js has complained of since it began; it has no other way to say what it left out. */
export async function overheard<T>(work: (complaints: ReadonlySet<string>) => Promise<T>): Promise<T> {
  const complaints = new Set<string>();
  const { warn } = console;
  console.warn = (...parts: unknown[]) => {
    if (complaints.size < 100) complaints.add(parts.join(' ').slice(0, 300));
  };
  try {
    return await work(complaints);
  } finally {
    console.warn = warn;
  }
}

/** Whether pdf.js left out a picture because it has more pixels than allowed, or because it could not decode it. */
export function lostPicture(complaints: ReadonlySet<string>): 'too-large' | 'undecodable' | undefined {
  const said = [...complaints].join('\n');
  if (said.includes('exceeded maximum allowed size')) return 'too-large';
  if (said.includes('Unable to decode image')) return 'undecodable';
  return undefined;
}

/** Whether pdf.js met a page's content that is no PDF, and went on behind it: words may be missing there, or be wrong. */
export const skippedContent = (complaints: ReadonlySet<string>): boolean =>
  /ignoring errors during|Unknown command|Skipping (?:command|stream)|ignoring (?:additional )?invalid character|Unterminated (?:hex )?string/.test(
    [...complaints].join('\n'),
  );
