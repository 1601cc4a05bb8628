import { shortDate } from './french.js';
import { date, identifier } from './marks.js';
import { bold, fr } from './text.js';
import type { Commune } from './world.js';
import type { Writer } from './writer.js';

/** République française, department, commune: the head of an act of a council. */
export function letterhead(writer: Writer, commune: Commune): void {
  writer.need(120);
  const { left } = writer;
  let y = writer.at(left, writer.y, 230, bold('RÉPUBLIQUE FRANÇAISE'), { size: 9, face: 'sans' });
  y = writer.at(
    left,
    y,
    230,
    `Département ${commune.code === '01' ? "de l'" : commune.code === '45' ? 'du ' : 'de la '}${commune.department}`,
    { size: 9, face: 'sans' },
  );
  y = writer.at(left, y + 4, 230, bold(commune.body.toUpperCase()), { size: 11, face: 'sans', colour: '#1f3864' });
  y = writer.at(left, y, 230, fr`${commune.address} – ${identifier('postcode', commune.postcode)} ${commune.name}`, {
    size: 7.5,
    face: 'sans',
  });
  y = writer.at(
    left,
    y,
    260,
    fr`Tél. : ${identifier('phone', commune.phone)} – ${identifier('email', `mairie@${commune.domain}`)}`,
    { size: 7.5, face: 'sans' },
  );
  writer.line(left, y + 6, left + writer.measure, y + 6, '#1f3864', 1);
  writer.y = y + 18;
}

export interface Telling {
  sent: string;
  received: string;
  published: string;
  id: string;
  siren: string;
}

/** The mark that the transmission platform prints at the head of each page. */
export function transmissionStamp(writer: Writer, { sent, received, published, id, siren }: Telling): void {
  const width = 178;
  const x = writer.width - writer.margin - width + 34;
  const [before, after] = id.split(siren) as [string, string];
  writer.running(() => {
    writer.rect(x, 14, width, 43, undefined, '#3b5f9b');
    const style = { size: 6.8, face: 'sans', colour: '#3b5f9b' } as const;
    let y = writer.at(
      x + 5,
      17,
      width,
      fr`Envoyé en préfecture le ${date(sent, 'transmitted', shortDate(sent))}`,
      style,
    );
    y = writer.at(
      x + 5,
      y,
      width,
      fr`Reçu en préfecture le ${date(received, 'transmitted', shortDate(received))}`,
      style,
    );
    y = writer.at(x + 5, y, width, fr`Publié le ${date(published, 'published', shortDate(published))}`, style);
    writer.at(x + 5, y, width, fr`ID : ${before}${identifier('siren', siren)}${after}`, style);
  });
}

/** "Page 2 / 3" at the foot, with a running line at the left. */
export const footer = (writer: Writer, running: string) => (page: number, pages: number) => {
  const y = writer.height - 40;
  writer.running(() => {
    writer.line(writer.left, y - 5, writer.left + writer.measure, y - 5, '#888888', 0.4);
    writer.at(writer.left, y, writer.measure - 80, running, { size: 7, face: 'sans', colour: '#555555' });
    writer.at(writer.left, y, writer.measure, `Page ${page} / ${pages}`, {
      size: 7,
      face: 'sans',
      colour: '#555555',
      align: 'right',
    });
  });
};
