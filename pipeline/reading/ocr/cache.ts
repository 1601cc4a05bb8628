import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { PageImage } from './page-image.js';
import type { Recognised } from './recognise.js';
import type { OcrSettings } from './settings.js';

/** To be raised when the same picture and settings would be read otherwise. */
const VERSION = 'fra-4.0.0_best_int/4';

const Place = z.tuple([z.number(), z.number()]).readonly();
const Stored = z.object({
  dpi: z.number(),
  level: z.number(),
  quarters: z.number(),
  skew: z.number(),
  scale: z.number(),
  width: z.number(),
  height: z.number(),
  rules: z.array(z.object({ from: Place, to: Place })),
  lines: z.array(
    z.object({
      baseline: z.number(),
      size: z.number(),
      words: z.array(
        z.object({
          text: z.string(),
          confidence: z.number(),
          bbox: z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }),
          mendedFrom: z.string().exactOptional(),
        }),
      ),
    }),
  ),
});

/** Results of recognition, kept by what the picture shows and how it was read. A cache that fails is no cache. */
export interface Cache {
  get(key: string): Recognised | undefined;
  put(key: string, recognised: Recognised): void;
}

/** Names a picture read with these settings. */
export function keyOf({ grey, dpi }: PageImage, settings: OcrSettings): string {
  const { dpi: wanted, lookDpi, lookDpiAcross, poorBelow, poorDpi, segmentation, secondLooks, languageData } = settings;
  const data = languageData.split(/[\\/]/).at(-1);
  const how = { wanted, lookDpi, lookDpiAcross, poorBelow, poorDpi, segmentation, secondLooks, data };
  return createHash('sha256')
    .update(JSON.stringify([VERSION, how, grey.width, grey.height, dpi]))
    .update(grey.data)
    .digest('hex');
}

/** A folder of results; without one, nothing is kept. */
export function cacheIn(folder: string | null): Cache {
  if (folder === null) return { get: () => undefined, put: () => {} };
  const pathOf = (key: string): string => join(folder, 'ocr', key.slice(0, 2), `${key}.json.gz`);
  let written = 0;
  return {
    get(key) {
      try {
        return Stored.parse(JSON.parse(gunzipSync(readFileSync(pathOf(key))).toString('utf8')));
      } catch {
        // Absent, cut short or of another version: it is read again and written anew.
        return undefined;
      }
    },
    put(key, recognised) {
      const path = pathOf(key);
      const draft = `${path}.${process.pid}-${threadId}-${written++}`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(draft, gzipSync(JSON.stringify(recognised)));
        renameSync(draft, path);
      } catch {
        rmSync(draft, { force: true });
      }
    },
  };
}
