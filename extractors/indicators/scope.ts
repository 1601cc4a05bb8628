/** "CHIFFRES CLÉS DES MATINALES 2021" → "matinales"; what a heading names, without the words that head every part. */
export function scopeOf(heading: string): string {
  if (/\?\s*$/.test(heading)) return '';
  return unnumbered(heading)
    .replace(/\s+/g, ' ')
    .replace(
      /\b(?:les |nos |quelques )?(?:rapport,? (?:annuel )?(?:d['’]activit[ée]s?|moral|annuel)|chiffres?[ -]cl[ée]s?|bilan (?:annuel )?(?:d['’]activit[ée]s?)?|bilan|chiffres|exercice|en bref|en chiffres|sur le prix et (?:de )?(?:sur )?la qualit[ée] .*)(?![\p{L}])/giu,
      '',
    )
    .replace(/(?:de l['’]|l['’])?(?<!\p{L})ann[ée]e\b/giu, '')
    .replace(/(?:\b(?:de|entre)\s)?\b(?:19|20)\d\d(?:\s?[-/]\s?(?:20)?\d\d|\s(?:à|et)\s20\d\d)?\b/gi, '')
    .replace(/^[\s:–-]*(?:(?:de la|des|du|de|en|au|aux|à|les|la|le|nos)\s+|(?:de l|d|l)['’]\s*)+/i, '')
    .replace(/[\s:–-]+$/, '')
    .replace(/^(?:[^\p{L}]*|.*\bsaisons?)$/iu, '')
    .trim();
}

/** "1.4. Nombre d'abonnés", "II - Les actions": a heading without its number. */
export const unnumbered = (heading: string): string =>
  heading.replace(
    /^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?\s+|(?:\d{1,2}|[IVX]{1,4}|[A-Z])(?:\s?[.)°/]+|\s[–-])\s+|\d{1,2}\s?-\s+)/u,
    '',
  );
