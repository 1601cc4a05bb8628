import { availableParallelism, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Every setting with its default and a sentence; read once at the door. */
export const Settings = z.object({
  db: z.string().default('greffe.sqlite').describe('the database'),
  jobs: z.int().min(1).max(256).default(availableParallelism()).describe('how many threads read side by side'),
  ocr: z
    .enum(['auto', 'never', 'always'])
    .default('auto')
    .describe('when a page is read as a picture: where its text is missing or lies, never, or always'),
  cache: z
    .string()
    .nullable()
    .default(join(process.env.XDG_CACHE_HOME ?? join(homedir() || tmpdir(), '.cache'), 'greffe'))
    .describe('folder that keeps what OCR read, so that no page is paid for twice; null for none'),
  maxBytes: z
    .int()
    .default(2 ** 30)
    .describe('a larger file is quarantined'),
  maxPages: z.int().default(5000).describe('a file with more pages is quarantined'),
  maxOperators: z.int().default(2_000_000).describe('a page with more drawing operators is given up'),
  maxImagePixels: z.int().default(80_000_000).describe('a picture with more pixels is not decoded'),
  maxStreamBytes: z
    .int()
    .default(2 ** 28)
    .describe('a file with a stream that unpacks to more is quarantined'),
  fileDeadline: z.int().default(15_000).describe('milliseconds for the text of a whole file, to begin with'),
  megabyteDeadline: z.int().default(10_000).describe('milliseconds more for each megabyte of the file'),
  understandDeadline: z.int().default(120_000).describe('milliseconds for what a whole file says'),
  pageDeadline: z.int().default(8_000).describe('milliseconds for the text of one page of a file that failed'),
  maxLostPages: z.int().default(20).describe('a file is given up once so many of its pages did not come back'),
  ocrDeadline: z.int().default(28_000).describe('milliseconds for the OCR of one page'),
  threadMemory: z.int().default(1024).describe('megabytes of heap that one reading thread may hold'),
});
export type Settings = z.infer<typeof Settings>;
