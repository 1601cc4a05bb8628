import robots from 'robots-parser';
import { FetchFailure } from './request.js';
import type { FetchSettings } from './settings.js';

interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** The package's types describe a module that it is not. */
const parseRobots = robots as unknown as (url: string, text: string) => Robots;

/** The clock and the waiting, so that tests need neither. */
export interface Time {
  /** Milliseconds. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** How a guest behaves: one request at a time to a host, with a pause, where robots.txt allows it. */
export class Manners {
  readonly #turns = new Map<string, Promise<void>>();
  readonly #lastAsked = new Map<string, number>();
  readonly #robots = new Map<string, Promise<Robots | 'unreachable'>>();

  constructor(
    readonly settings: FetchSettings,
    readonly agent: string,
    readonly time: Time,
    /** The text of a robots.txt; nothing where there is none; throws where the server fails. */
    readonly readRobots: (url: URL) => Promise<string | undefined>,
  ) {}

  /** Runs `task` when it is this request's turn at the host. */
  async inTurn<T>(url: URL, task: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(url.host) ?? Promise.resolve();
    let done!: () => void;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#turns.set(
      url.host,
      before.then(() => mine),
    );
    await before;
    try {
      return await task();
    } finally {
      done();
    }
  }

  /** Waits until the host may be asked again. */
  async pause(url: URL, signal?: AbortSignal): Promise<void> {
    const robots = this.settings.robots ? await this.#robotsOf(url) : undefined;
    const asked = robots && robots !== 'unreachable' ? (robots.getCrawlDelay(this.agent) ?? 0) * 1000 : 0;
    const delay = Math.min(
      Math.max(this.settings.hostDelay, asked),
      Math.max(this.settings.maxWait, this.settings.hostDelay),
    );
    const last = this.#lastAsked.get(url.host);
    const rest = last === undefined ? 0 : last + delay - this.time.now();
    if (rest > 0) await this.time.sleep(rest, signal);
    this.#lastAsked.set(url.host, this.time.now());
  }

  /** @throws FetchFailure where robots.txt keeps us out, or cannot be asked for (RFC 9309: then all is closed). */
  async mayAsk(url: URL): Promise<void> {
    if (!this.settings.robots) return;
    const robots = await this.#robotsOf(url);
    if (robots === 'unreachable') {
      throw new FetchFailure('robots-unreachable', `${url.origin}/robots.txt cannot be read: try again later.`, true);
    }
    if (robots.isAllowed(url.href, this.agent) === false) {
      throw new FetchFailure(
        'robots',
        `The robots.txt of ${url.host} asks not to fetch ${url.pathname}: ask its owner.`,
      );
    }
  }

  #robotsOf(url: URL): Promise<Robots | 'unreachable'> {
    let robots = this.#robots.get(url.origin);
    if (!robots) {
      const place = new URL('/robots.txt', url);
      robots = this.readRobots(place).then(
        (text) => parseRobots(place.href, text ?? ''),
        (error: unknown) => {
          if (error instanceof FetchFailure && error.code === 'private-address') throw error;
          if (error instanceof FetchFailure && !error.again) return parseRobots(place.href, '');
          this.#robots.delete(url.origin);
          return 'unreachable' as const;
        },
      );
      this.#robots.set(url.origin, robots);
    }
    return robots;
  }
}
