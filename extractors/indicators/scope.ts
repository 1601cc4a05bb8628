/** "CHIFFRES CLÉS DES MATINALES 2021" → "matinales"; what a heading names, without the words that head every part. */
export function scopeOf(heading: string): string {
  if (/\?\s*$/.test(heading)) return '';
  return heading
    .replace(/\s+/g, ' ')
    .replace(
      /\b(?:les |nos |quelques )?(?:rapport,? (?:annuel )?(?:d['’]activit[ée]s?|moral|annuel)|chiffres?[ -]cl[ée]s?|bilan (?:annuel )?(?:d['’]activit[ée]s?)?|bilan|chiffres|en bref|en chiffres)(?![\p{L}])/giu,
      '',
    )
    .replace(/(?:de l['’]|l['’])?(?<!\p{L})ann[ée]e\b/giu, '')
    .replace(/(?:\b(?:de|entre)\s)?\b(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d|\s(?:à|et)\s20\d\d)?\b/gi, '')
    .replace(/^[\s:–-]*(?:(?:de la|des|du|de|en|au|aux|à|les|la|le|nos)\s+|(?:de l|d|l)['’]\s*)+/i, '')
    .replace(/[\s:–-]+$/, '')
    .replace(/^(?:[^\p{L}]*|.*\bsaisons?)$/iu, '')
    .trim();
}
