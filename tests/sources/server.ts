import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Time } from '../../pipeline/sources/manners.js';

interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface TestServer {
  readonly origin: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

type Answerer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A real server on loopback; `routes` by path; `nth` counts the requests to a path from 0. Without a route: 404. */
export async function serve(routes: Readonly<Record<string, Answerer>>): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const nth = asked.filter((one) => one.path === path).length;
    asked.push({ path, headers: request.headers });
    const route = routes[path];
    if (route) route(request, response, nth);
    else response.writeHead(404).end('absent');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Time that passes only when somebody sleeps. */
export function quickTime(): Time & { readonly slept: number[] } {
  let now = Date.parse('2024-01-01T00:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

export const PDF = Buffer.from(`%PDF-1.4\n${'x'.repeat(5000)}\n%%EOF\n`);
