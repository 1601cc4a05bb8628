import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';

/** A small invented deliberation, set in a standard font; papers of different numbers differ in every fact. */
export async function writePaper(folder: string, number: number): Promise<string> {
  const path = join(folder, `deliberation-${String(number).padStart(3, '0')}.pdf`);
  const pdf = new PDFDocument({ size: 'A4', info: { CreationDate: new Date(0) } });
  const written = pdf.pipe(createWriteStream(path));
  pdf.fontSize(14).text('COMMUNE DE SAINT-AUBIN-DES-GRÈVES', { align: 'center' });
  pdf.fontSize(12).text(`Délibération n° 2023-${number}`, { align: 'center' }).moveDown();
  pdf.fontSize(11).text(`Le ${(number % 28) + 1} mars 2023, le conseil municipal décide d'attribuer une subvention de`);
  pdf.text(`${1000 + number} € à l'association Les Amis du Phare n° ${number}, soit ${500 + number} € puis 500 €.`);
  pdf.text('Adopté à l’unanimité.').moveDown();
  pdf.end();
  await finished(written);
  return path;
}

export async function writePapers(folder: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await writePaper(folder, number);
}
