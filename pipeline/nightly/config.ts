import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { Settings } from '../config.js';
import { GreffeError } from '../errors.js';
import { FetchSettings } from '../sources/settings.js';

/** One place that papers come from: exactly one of these keys. */
export const SourceConfig = z.union([
  z.strictObject({ folder: z.string().describe('a folder, with all below it') }),
  z.strictObject({ zip: z.string().describe('a ZIP archive of PDFs, path or URL') }),
  z.strictObject({ list: z.string().describe('a text file with one path or URL a line, path or URL') }),
  z.strictObject({ url: z.url().describe('one PDF or ZIP archive') }),
  z.strictObject({ scdl: z.string().describe('a CSV in the SCDL schema of deliberations, path or URL') }),
  z.strictObject({ feed: z.url().describe('an Atom or RSS feed') }),
  z.strictObject({ dataset: z.string().describe('a dataset of data.gouv.fr, by its id, slug or URL') }),
]);
export type SourceConfig = z.infer<typeof SourceConfig>;

/** The configuration of an unattended pass; paths are relative to the file's own folder. */
export const NightlyConfig = z.strictObject({
  db: z.string().default('greffe.sqlite').describe('the database'),
  jobs: Settings.shape.jobs,
  ocr: Settings.shape.ocr,
  sources: z.array(SourceConfig).min(1).describe('where papers come from, in this order'),
  downloads: z.string().default('downloads').describe('folder that keeps what was fetched'),
  keepDownloads: z
    .int()
    .min(1)
    .optional()
    .describe(
      'days after which a download that no record of the database points to is deleted; the folder must then be of this database alone. Without it all are kept',
    ),
  reports: z.string().default('reports').describe('folder of summary.md, summary.json, findings.atom'),
  prometheus: z.string().optional().describe("a .prom file for node_exporter's textfile collector"),
  ping: z.url().optional().describe('URL that hears of the start (/start), the success and the failure (/fail)'),
  contact: z.string().optional().describe('address that servers see in the User-Agent, to reach you'),
  fetch: FetchSettings.omit({ spool: true, contact: true })
    .partial()
    .strict()
    .default({})
    .describe('how papers are fetched: the bounds listed below'),
});
export type NightlyConfig = z.infer<typeof NightlyConfig>;

/** Reads `greffe.yaml`. @throws GreffeError that names the key and what it takes. */
export function readNightlyConfig(path: string): NightlyConfig {
  let document: unknown;
  try {
    document = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why =
      error instanceof YAMLParseError ? `is not valid YAML (${error.message.split('\n')[0]})` : 'cannot be read';
    throw new GreffeError(`The configuration ${path} ${why}: mend it, or name another with --config.`, 1, {
      cause: error,
    });
  }
  const parsed = NightlyConfig.safeParse(document);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: key, message }) => `${key.join('.') || '(top)'}: ${message}`);
    throw new GreffeError(`The configuration ${path} is wrong — ${wrong.join('; ')}.`, 1);
  }
  return inFolderOf(path, parsed.data);
}

function inFolderOf(path: string, config: NightlyConfig): NightlyConfig {
  const at = (relative: string): string => resolve(dirname(path), relative);
  const local = (value: string): string => (/^https?:/i.test(value) ? value : at(value));
  return {
    ...config,
    db: at(config.db),
    downloads: at(config.downloads),
    reports: at(config.reports),
    ...(config.prometheus === undefined ? {} : { prometheus: at(config.prometheus) }),
    sources: config.sources.map((source) => {
      if ('folder' in source) return { folder: at(source.folder) };
      if ('zip' in source) return { zip: local(source.zip) };
      if ('list' in source) return { list: local(source.list) };
      if ('scdl' in source) return { scdl: local(source.scdl) };
      return source;
    }),
  };
}
