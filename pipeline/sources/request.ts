import { lookup as resolveName } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './addresses.js';
import type { FetchSettings } from './settings.js';

/** What keeps a document from being fetched: a stable code, a sentence that says the next move. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';

  constructor(
    readonly code: string,
    message: string,
    /** Whether another try may succeed; after so many milliseconds where the server said so. */
    readonly again: boolean = false,
    readonly waitFor?: number,
  ) {
    super(message);
  }
}

export interface Answer {
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  readonly response: IncomingMessage;
  /** Ends the request and what is left of its answer. */
  end(): void;
}

/**
 * Asks for `url` and follows redirects. Every address is judged when it is connected to, so neither a name that resolves
 * to a private network nor a redirect there gets through. @throws FetchFailure
 */
export async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  settings: FetchSettings,
  signal?: AbortSignal,
  before: (url: URL) => Promise<void> = async () => {},
): Promise<Answer> {
  let at = url;
  for (let hops = 0; ; hops += 1) {
    await before(at);
    const answer = await askOnce(at, headers, settings, signal);
    const { statusCode = 0, headers: said } = answer.response;
    if (![301, 302, 303, 307, 308].includes(statusCode) || said.location === undefined) return answer;
    answer.end();
    if (hops >= settings.maxRedirects) {
      throw new FetchFailure(
        'too-many-redirects',
        `${url.href} redirects more than ${settings.maxRedirects} times: check the address.`,
      );
    }
    if (!URL.canParse(said.location, at.href)) {
      throw new FetchFailure(
        'bad-redirect',
        `${at.href} redirects to something that is no address: check the address.`,
      );
    }
    at = new URL(said.location, at);
  }
}

function askOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  settings: FetchSettings,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  refuseForeign(url, settings);
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      headers,
      agent: false,
      timeout: settings.idleTimeout,
      lookup: guarded(settings),
      ...(signal ? { signal } : {}),
    });
    const deadline = setTimeout(() => {
      request.destroy(
        new FetchFailure(
          'too-slow',
          `${url.href} takes longer than ${settings.totalTimeout / 1000} s: try again later.`,
          true,
        ),
      );
    }, settings.totalTimeout);
    request.on('timeout', () => {
      request.destroy(
        new FetchFailure(
          'timeout',
          `${url.host} sends nothing for ${settings.idleTimeout / 1000} s: try again later.`,
          true,
        ),
      );
    });
    request.on('close', () => clearTimeout(deadline));
    request.on('error', (error) => reject(asFailure(error, url)));
    request.on('response', (response) => {
      resolve({
        url,
        response,
        end: () => {
          response.on('error', () => {});
          request.destroy();
        },
      });
    });
    request.end();
  });
}

/** Network errors as failures; most pass by themselves. */
export function asFailure(error: unknown, url: URL): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (name === 'AbortError')
    return new FetchFailure('stopped', `${url.href} was left because the run is being stopped.`);
  if (code === 'ENOTFOUND')
    return new FetchFailure('unknown-host', `There is no host ${url.hostname}: check the address.`);
  if (code?.startsWith('ERR_TLS') || code?.startsWith('CERT_') || /certificate/i.test(message)) {
    return new FetchFailure(
      'bad-certificate',
      `The certificate of ${url.host} is not valid (${message}): check the address.`,
    );
  }
  return new FetchFailure('network', `${url.host} cannot be read (${code ?? message}): try again later.`, true);
}

function refuseForeign(url: URL, settings: FetchSettings): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchFailure('not-http', `${url.href} is neither http nor https: it is not fetched.`);
  }
  if (url.username || url.password) {
    throw new FetchFailure('credentials-in-url', `The address at ${url.host} carries a name or password: take it out.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isPrivateAddress(host) && !mayBePrivate(host, settings)) throw privateAddress(url.hostname);
}

const mayBePrivate = (host: string, { privateHosts }: FetchSettings): boolean =>
  privateHosts.includes(host) || privateHosts.includes('*');

const privateAddress = (host: string): FetchFailure =>
  new FetchFailure('private-address', `${host} is in a private network: allow it in the configuration if you mean it.`);

/** Resolves names, and refuses those with an address in a private network. */
function guarded(settings: FetchSettings): LookupFunction {
  return (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const open = mayBePrivate(host, settings)
        ? addresses
        : addresses.filter(({ address }) => !isPrivateAddress(address));
      if (open.length < addresses.length || open.length === 0) return done(privateAddress(host), '');
      if (options.all) return done(null, open);
      return done(null, open[0]!.address, open[0]!.family);
    });
  };
}
