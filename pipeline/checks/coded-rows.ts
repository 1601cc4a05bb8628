import type { Look } from './look.js';

/** A row of a table whose first column is a code: who it stands for, and where. */
export interface CodedRow {
  /** Empty where the table says that there is none ("NA"). */
  readonly code: string;
  readonly name: string;
  readonly evidence_id: string;
  readonly page: number;
}

interface Cell {
  text: string;
  page: number;
  place: string;
  evidence_id: string | null;
}

/** The rows of a document's tables of beneficiaries by code, in order; none where no table's first column is headed so. */
export function codedRows(look: Look, document: string): CodedRow[] {
  const headed = look.one(
    `select 1 from table_cells where document_id = ? and row = 0 and col = 0 and text like 'code%' limit 1`,
    document,
  );
  if (!headed) return [];
  const cells = look.all<Cell>(
    `select text, page, page || ' ' || table_number || ' ' || row as place, evidence_id from table_cells
     where document_id = ? order by page, table_number, row, col`,
    document,
  );
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.place);
    if (row) row.push(cell);
    else rows.set(cell.place, [cell]);
  }
  return [...rows.values()].flatMap(([first, second, ...others]): CodedRow[] => {
    const evidence = [first, second, ...others].find((cell) => cell?.evidence_id)?.evidence_id;
    if (
      !first ||
      !second ||
      !evidence ||
      !/^(?:\d{1,7}|N\.?A\.?|-)$/i.test(first.text) ||
      !/\p{L}{2}/u.test(second.text)
    )
      return [];
    return [
      {
        code: first.text.replace(/\D/g, ''),
        name: second.text.replace(/\s+/g, ' ').trim(),
        evidence_id: evidence,
        page: first.page,
      },
    ];
  });
}
