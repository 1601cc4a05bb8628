import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Box } from '../models/geometry.js';
import type { Settings } from './config.js';
import { GreffeError } from './errors.js';
import { drawPage } from './reading/draw.js';
import { layout } from './reading/layout/index.js';
import { openPdf } from './reading/pdf.js';
import { createTools } from './runners/tools.js';
import { read } from './stages/read.js';
import { recognise } from './stages/recognise.js';
import type { Database } from './store/database.js';

/**
 * What was read on a page of a file that the database holds, drawn over the page, as a PNG.
 * @throws GreffeError when the PDF is no longer where it was, or has no such page.
 */
export async function drawStoredPage(
  db: Database,
  fileId: string,
  number: number,
  settings: Settings,
): Promise<Buffer> {
  const places = db.prepare('select uri from places where file_id = ? order by uri').all(fileId) as { uri: string }[];
  const path = places.map(({ uri }) => uri).find((uri) => existsSync(uri));
  if (path === undefined) {
    throw new GreffeError('The PDF is no longer where it was read: ingest it again from its new place.', 1);
  }
  const tools = createTools(settings);
  try {
    const { pages, sheets, doubtful } = await read.run({ path }, tools);
    if (number < 1 || number > pages)
      throw new GreffeError(`The file has ${pages} pages: there is no page ${number}.`, 1);
    const wanted = doubtful.find(({ page }) => page === number);
    const recognised = wanted ? (await recognise.run({ path, ...wanted }, tools)).sheet : null;
    const page = layout(sheets.map((sheet) => (recognised && sheet.number === number ? recognised : sheet)))[
      number - 1
    ]!;
    const pdf = await openPdf(new Uint8Array(await readFile(path)));
    try {
      return await drawPage(await pdf.getPage(number), page, recordBoxes(db, fileId, number));
    } finally {
      await pdf.loadingTask.destroy();
    }
  } finally {
    await tools.close();
  }
}

const recordBoxes = (db: Database, fileId: string, number: number): Box[] =>
  (
    db
      .prepare(
        'select boxes from evidence e join documents d on d.id = e.document_id where d.file_id = ? and e.page = ? and extractor <> ?',
      )
      .all(fileId, number, 'tables/cell') as { boxes: string }[]
  ).flatMap(({ boxes }) => JSON.parse(boxes) as Box[]);
