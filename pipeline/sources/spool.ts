import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../write-atomically.js';

/** What a server said of a content, to ask later whether it changed. */
const Validators = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});
export type Validators = z.infer<typeof Validators>;

/** What an address, or the name of an archive, is called in the spool. */
export const keyOf = (uri: string): string => createHash('sha256').update(uri).digest('hex').slice(0, 32);

/** A content's places in the spool: whole, in part, and what the server said of each. */
export class Slot {
  readonly whole: string;
  readonly part: string;

  constructor(
    readonly folder: string,
    readonly url: string,
    extension: string,
  ) {
    const key = keyOf(url);
    this.folder = join(folder, key.slice(0, 2));
    this.whole = join(this.folder, `${key}${extension}`);
    this.part = `${this.whole}.part`;
  }

  /** What is known of the whole content; nothing where it is not there. */
  known(): Validators | undefined {
    return existsSync(this.whole) ? read(`${this.whole}.json`) : undefined;
  }

  /** How much of it is there from an earlier try, and of which version; nothing where it cannot be gone on with. */
  partial(): { bytes: number; validator: string } | undefined {
    const said = existsSync(this.part) ? read(`${this.part}.json`) : undefined;
    // A weak ETag does not promise the same bytes.
    const validator = said?.etag && !said.etag.startsWith('W/') ? said.etag : said?.lastModified;
    const bytes = said ? statSync(this.part).size : 0;
    return validator && bytes > 0 ? { bytes, validator } : undefined;
  }

  note(which: 'whole' | 'part', validators: Validators): void {
    mkdirSync(this.folder, { recursive: true });
    writeAtomically(`${this[which]}.json`, JSON.stringify(validators));
  }

  dropPart(): void {
    rmSync(this.part, { force: true });
    rmSync(`${this.part}.json`, { force: true });
  }
}

function read(path: string): Validators | undefined {
  try {
    return Validators.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
