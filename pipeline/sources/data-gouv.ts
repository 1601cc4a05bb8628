import { existsSync } from 'node:fs';
import { z } from 'zod';
import { fromScdl } from './scdl.js';
import type { Found } from './source.js';
import { contentOf, failed, isUrl, missing, type SourceTools, textOf } from './tools.js';
import { type Address, fromUrls } from './urls.js';

/** As much of the catalogue's answer as is used (api/1/datasets). */
const Dataset = z.object({
  title: z.string().default(''),
  resources: z.array(
    z.object({
      url: z.string(),
      title: z.string().nullish(),
      format: z.string().nullish(),
      mime: z.string().nullish(),
      schema: z.object({ name: z.string().nullish() }).nullish(),
    }),
  ),
});

/**
 * The documents of a data.gouv.fr dataset: its PDFs and archives, and the acts that its SCDL catalogues name.
 * `place`: the dataset's page, its id or slug, its address in the API, or a file with the API's answer.
 */
export async function* fromDataGouv(place: string, tools: SourceTools): AsyncGenerator<Found> {
  let dataset: z.infer<typeof Dataset>;
  try {
    dataset = Dataset.parse(JSON.parse(textOf(await contentOf(inApi(place), ['json'], tools))));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      yield missing(place, 'not-a-dataset', 'This is not what data.gouv.fr says of a dataset: check the address.');
    } else yield failed(place, error);
    return;
  }
  const documents: Address[] = [];
  const catalogues: string[] = [];
  for (const { url, title, format, mime, schema } of dataset.resources) {
    if (!isUrl(url)) continue;
    const kind = `${format ?? ''} ${mime ?? ''}`.toLowerCase();
    if (/\b(pdf|zip)\b/.test(kind) || /\.(pdf|zip)([?#]|$)/i.test(url))
      documents.push({ url, ...(title ? { hints: { title } } : {}) });
    else if (
      /\bcsv\b/.test(kind) &&
      /deliberation/i.test(
        `${schema?.name ?? ''} ${schema?.name ? '' : (title ?? '')}`.normalize('NFD').replace(/\p{M}/gu, ''),
      )
    )
      catalogues.push(url);
  }
  if (documents.length + catalogues.length === 0) {
    yield missing(
      place,
      'no-document',
      'The dataset holds no PDF, no archive and no SCDL catalogue: check the address.',
    );
  }
  yield* fromUrls(documents, tools);
  for (const catalogue of catalogues) yield* fromScdl(catalogue, tools);
}

const CATALOGUE = 'https://www.data.gouv.fr';

/** The API's address of a dataset whose page, id or slug is given; any other place as it is. */
export function inApi(place: string): string {
  const page = /^https:\/\/www\.data\.gouv\.fr\/(?:[a-z]{2}\/)?datasets\/([^/?#]+)/i.exec(place);
  const name = page?.[1] ?? (/^[\w-]+$/.test(place) && !existsSync(place) ? place : undefined);
  return name === undefined ? place : `${CATALOGUE}/api/1/datasets/${name}/`;
}
