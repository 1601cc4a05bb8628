import { z } from 'zod';

/** How documents are fetched; every bound has a default that suits a nightly job. */
export const FetchSettings = z.object({
  spool: z.string().describe('folder that keeps what was fetched, so that it is asked for again only when it changed'),
  contact: z.string().optional().describe('address that goes into the User-Agent, for the people of the servers'),
  privateHosts: z
    .array(z.string())
    .default([])
    .describe('hosts of private networks, or of this machine, that may be asked all the same; "*" for every one'),
  maxBytes: z
    .int()
    .min(1)
    .default(2 ** 29)
    .describe('a larger document is not fetched'),
  idleTimeout: z.int().min(1).default(30_000).describe('milliseconds without a byte after which a request is given up'),
  totalTimeout: z.int().min(1).default(600_000).describe('milliseconds that one request may take in all'),
  attempts: z.int().min(1).max(20).default(4).describe('how often a request is tried before it is given up'),
  backoff: z.int().min(0).default(1000).describe('milliseconds before the second try; doubled for each next one'),
  maxWait: z
    .int()
    .min(0)
    .default(120_000)
    .describe('milliseconds that a server may ask to wait (Retry-After, Crawl-delay)'),
  hostDelay: z.int().min(0).default(1000).describe('milliseconds between two requests to one host'),
  maxRedirects: z.int().min(0).max(20).default(5).describe('how many redirects are followed'),
  robots: z.boolean().default(true).describe('whether robots.txt is asked for and kept to'),
});
export type FetchSettings = z.infer<typeof FetchSettings>;
