import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { z } from 'zod';
import { VERSION } from '../version.js';
import { LIKENESSES, type Likeness, likenessOf } from './likeness.js';
import { Manners, type Time } from './manners.js';
import { asFailure, ask, FetchFailure } from './request.js';
import { FetchSettings } from './settings.js';
import { Slot } from './spool.js';

/** A content on this machine. */
export interface Fetched {
  readonly url: string;
  readonly path: string;
  readonly bytes: number;
  /** The server had nothing new: the content is the one of an earlier time. */
  readonly unchanged: boolean;
}

const ROBOTS_BYTES = 512 * 1024;

const REAL_TIME: Time = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal ? { signal } : {});
  },
};

/**
 * Fetches contents into the spool as a well-mannered guest: it asks only for what changed, goes on where a try was cut,
 * tries again with growing pauses, and keeps to sizes, times, robots.txt and public addresses.
 */
export class Fetcher {
  readonly settings: FetchSettings;
  readonly agent: string;
  readonly #manners: Manners;
  readonly #time: Time;

  constructor(settings: z.input<typeof FetchSettings>, time: Time = REAL_TIME) {
    this.settings = FetchSettings.parse(settings);
    this.agent = `greffe/${VERSION}${this.settings.contact ? ` (+${this.settings.contact})` : ''}`;
    this.#time = time;
    this.#manners = new Manners(this.settings, 'greffe', time, (url) => this.#readRobots(url));
  }

  /**
   * The content at `url`, which must look like one of `wanted` whatever its name and content type.
   * @throws FetchFailure
   */
  async fetch(url: string, wanted: readonly Likeness[] = ['pdf'], signal?: AbortSignal): Promise<Fetched> {
    if (!URL.canParse(url)) throw new FetchFailure('bad-url', `${url} is no address: check it.`);
    const target = new URL(url);
    target.hash = '';
    const slot = new Slot(this.settings.spool, target.href, extension(target, wanted));
    return this.#manners.inTurn(target, async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.#try(target, slot, wanted, signal);
        } catch (error) {
          if (isLocal(error)) throw error;
          const failure = asFailure(error, target);
          if (!failure.again || attempt >= this.settings.attempts) throw failure;
          const pause = Math.max(failure.waitFor ?? 0, this.settings.backoff * 2 ** (attempt - 1));
          if ((failure.waitFor ?? 0) > this.settings.maxWait) throw failure;
          await this.#time.sleep(Math.min(pause, this.settings.maxWait), signal).catch((reason: unknown) => {
            throw asFailure(reason, target);
          });
        }
      }
    });
  }

  async #try(target: URL, slot: Slot, wanted: readonly Likeness[], signal?: AbortSignal): Promise<Fetched> {
    const known = slot.known();
    const partial = slot.partial();
    const headers: Record<string, string> = {
      'user-agent': this.agent,
      accept: wanted.includes('pdf') ? 'application/pdf, */*;q=0.5' : '*/*',
      'accept-encoding': 'identity',
    };
    if (partial) {
      headers.range = `bytes=${partial.bytes}-`;
      headers['if-range'] = partial.validator;
    } else if (known) {
      if (known.etag) headers['if-none-match'] = known.etag;
      if (known.lastModified) headers['if-modified-since'] = known.lastModified;
    }
    const answer = await ask(target, headers, this.settings, signal, async (url) => {
      await this.#manners.mayAsk(url);
      await this.#manners.pause(url, signal);
    });
    const { response } = answer;
    try {
      const status = response.statusCode ?? 0;
      if (status === 304 && known) {
        return { url: target.href, path: slot.whole, bytes: statSync(slot.whole).size, unchanged: true };
      }
      if (status === 416 && partial) {
        slot.dropPart();
        throw new FetchFailure('changed', `${target.href} changed while it was fetched: try again.`, true, 0);
      }
      if (status !== 200 && status !== 206) throw this.#refused(status, response, target);
      await this.#receive(response, slot, partial?.bytes ?? 0, target);
    } finally {
      answer.end();
    }
    const likeness = likenessOf(headOf(slot.part));
    if (!wanted.includes(likeness)) {
      slot.dropPart();
      const code = likeness === 'empty' ? 'empty' : `not-a-${wanted[0]}`;
      throw new FetchFailure(
        code,
        `${target.href} gives ${LIKENESSES[likeness]}, not ${wanted.map((one) => LIKENESSES[one]).join(' or ')}: check the address.`,
      );
    }
    renameSync(slot.part, slot.whole);
    slot.note('whole', { url: target.href, ...validatorsOf(response) });
    rmSync(`${slot.part}.json`, { force: true });
    return { url: target.href, path: slot.whole, bytes: statSync(slot.whole).size, unchanged: false };
  }

  /** Writes the body behind what is there of it. What came before a cut stays for the next try. */
  async #receive(response: IncomingMessage, slot: Slot, have: number, target: URL): Promise<void> {
    const { maxBytes } = this.settings;
    const goesOn = response.statusCode === 206;
    if (goesOn && !new RegExp(`^bytes ${have}-`).test(response.headers['content-range'] ?? '')) {
      slot.dropPart();
      throw new FetchFailure(
        'bad-range',
        `${target.host} answers with another part than the one asked for: try again.`,
        true,
      );
    }
    const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    const declared =
      response.headers['content-length'] === undefined ? undefined : Number(response.headers['content-length']);
    const tooLarge = (): FetchFailure => {
      slot.dropPart();
      return new FetchFailure(
        'too-large',
        `${target.href} has more than ${maxBytes} bytes: raise maxBytes to fetch it.`,
      );
    };
    if (declared !== undefined && (goesOn ? have : 0) + declared > maxBytes) throw tooLarge();
    mkdirSync(slot.folder, { recursive: true });
    if (encoding === 'identity') slot.note('part', { url: target.href, ...validatorsOf(response) });
    else rmSync(`${slot.part}.json`, { force: true });
    const file = openSync(slot.part, goesOn ? 'a' : 'w');
    let total = goesOn ? have : 0;
    let received = 0;
    response.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    try {
      for await (const chunk of decoded(response, encoding, target) as AsyncIterable<Buffer>) {
        total += chunk.length;
        if (total > maxBytes) throw tooLarge();
        for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      }
    } catch (error) {
      if (error instanceof FetchFailure) throw error;
      if (isLocal(error)) throw error;
      throw new FetchFailure('cut', `The answer of ${target.host} was cut after ${total} bytes: try again.`, true);
    } finally {
      closeSync(file);
    }
    if (declared !== undefined && received !== declared) {
      throw new FetchFailure(
        'wrong-length',
        `${target.host} promised ${declared} bytes and sent ${received}: try again.`,
        true,
      );
    }
  }

  #refused(status: number, response: IncomingMessage, target: URL): FetchFailure {
    const after = response.headers['retry-after'];
    const seconds =
      after === undefined
        ? undefined
        : /^\d+$/.test(after)
          ? Number(after) * 1000
          : Date.parse(after) - this.#time.now();
    const waitFor = seconds !== undefined && Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
    const again = [408, 425, 429, 500, 502, 503, 504].includes(status);
    const advice = again ? 'try again later' : status === 401 || status === 403 ? 'ask its owner' : 'check the address';
    return new FetchFailure(`http-${status}`, `${target.href} answers ${status}: ${advice}.`, again, waitFor);
  }

  /** A robots.txt, with redirects and size bounded; a server without one allows all, one that fails allows nothing. */
  async #readRobots(url: URL): Promise<string | undefined> {
    const answer = await ask(url, { 'user-agent': this.agent, 'accept-encoding': 'identity' }, this.settings);
    try {
      const status = answer.response.statusCode ?? 0;
      if (status >= 500 || status === 429) throw new FetchFailure('robots', `${url.href} answers ${status}.`, true);
      if (status !== 200) return undefined;
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of answer.response as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > ROBOTS_BYTES) break;
      }
      return Buffer.concat(chunks).subarray(0, ROBOTS_BYTES).toString('utf8');
    } catch (error) {
      throw asFailure(error, url);
    } finally {
      answer.end();
    }
  }
}

const validatorsOf = ({ headers }: IncomingMessage): { etag?: string; lastModified?: string } => ({
  ...(headers.etag ? { etag: headers.etag } : {}),
  ...(headers['last-modified'] ? { lastModified: headers['last-modified'] } : {}),
});

function decoded(response: IncomingMessage, encoding: string, target: URL): Readable {
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (unpack) {
    response.on('error', (error) => unpack.destroy(error));
    return response.pipe(unpack);
  }
  if (encoding === 'identity') return response;
  throw new FetchFailure(
    'content-encoding',
    `${target.host} packs its answer as ${encoding}, which is not known: ask its owner.`,
  );
}

/** Disk errors are ours, not the server's. */
const isLocal = (error: unknown): boolean =>
  ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '');

function headOf(path: string): Buffer {
  const head = Buffer.alloc(1024);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

function extension(url: URL, wanted: readonly Likeness[]): string {
  const named = extname(url.pathname).toLowerCase();
  return /^\.[a-z0-9]{1,5}$/.test(named) ? named : wanted[0] === 'pdf' ? '.pdf' : '';
}
