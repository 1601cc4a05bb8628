import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Faces by name: embedded DejaVu, or the fourteen fonts that every reader has (light, for archives). */
export const FACES = {
  embedded: {
    serif: ['DejaVuSerif', 'DejaVuSerif-Bold'],
    sans: ['DejaVuSans', 'DejaVuSans-Bold'],
    narrow: ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'],
  },
  standard: {
    serif: ['Times-Roman', 'Times-Bold'],
    sans: ['Helvetica', 'Helvetica-Bold'],
    narrow: ['Helvetica', 'Helvetica-Bold'],
  },
} as const;

const fontFiles = new Map<string, Buffer>();

/** The bytes of an embedded font, read once. */
export function fontFile(name: string): Buffer {
  let file = fontFiles.get(name);
  if (!file) {
    file = readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
    fontFiles.set(name, file);
  }
  return file;
}

export type Face = keyof (typeof FACES)['embedded'];
