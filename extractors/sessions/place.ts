/** What an assembly meets in. */
const SITE =
  '(?:mairie|salle|maison|hotel|siege|lieu|espace|centre|foyer|gymnase|complexe|auditorium|amphitheatre|hemicycle|theatre|ecole|college|lycee|chateau|palais|halle|cinema|mediatheque|pole|forum|domaine|musee|prefecture|communaute|sous-prefecture)';
/** What may stand between the verb and the place; a space may be the end of a line. */
const BETWEEN = [
  'en (?:seance|session|nombre|assemblee)[a-z\\s]{0,30}?',
  'legalement|publiquement|ordinaire|publique|,',
  'au nombre prescrit(?: par la loi)?',
  'sur (?:la )?convocation[^,\\n]{0,60}',
  'sous la presidence[^,]{0,80}',
  '(?:le|ce) (?:[a-z]{4,9} )?\\d{1,2}(?:er)? [a-z]{3,9} \\d{4}',
  'a (?:partir de )?(?:\\d{1,2} ?(?:h|heures?)(?: ?\\d\\d)?|(?:[a-z-]{2,9} ){1,3}heures?(?: (?:et )?(?:trente|quinze|quarante-cinq|demie|quart))?)',
]
  .join('|')
  .replaceAll(' ', '[ \\n]');
/** "s'est réuni en session ordinaire, à la salle des fêtes": behind the verb, what may stand between, then the place. */
const MET = new RegExp(
  `\\b(?:reunie?s?|assemblee?s?|se reunit)\\b(?:[ \\n,]+(?:${BETWEEN})){0,5}[ \\n,]*((?:a[ \\n]l'|a[ \\n]la[ \\n]|au[ \\n]|dans[ \\n](?:la |le |les |l')?|en[ \\n](?:la |l'|son |sa )?)?${SITE}\\b[^\\n.;]{0,90})`,
);

/** "Séance du 6 décembre 2018 à 20h00", and the place on the line below. */
const ANNOUNCED =
  /^[^\n]{0,40}\b(?:seance|reunion|conseil|comite|bureau)\b[^\n]{0,60}\d{4}\b[^\n]{0,30}\n+[ \t]*((?:salle|foyer|espace|maison|centre|gymnase|auditorium|amphitheatre|hemicycle)\b[^\n.;:]{0,60})$/m;

/** How long a place is that ends at `end`: it goes on below where a small word stands at the line's end or begins the next. */
function runsOn(text: string, head: string, end: number, said: string): number {
  const next = /^\n([^\n.;,]{1,60})/.exec(head.slice(end, end + 80));
  const unfinished = /(?:\b(?:des?|du|la|le|les|saint|sainte|en|a|au)|[ld]'|-)\s*$/.test(said);
  // "à l'espace" is no place yet
  const bare = /^(?:a l'|a la |au )?(?!mairie)[a-z]+$/.test(said);
  const small = next && /^(?:d[eu]s? |d'|la |ses |leurs |l')/.test(next[1]!);
  const goesOn = said.length < 25 && !said.includes(',') && /^\n\p{Ll}/u.test(text.slice(end, end + 2));
  return next && (unfinished || bare || goesOn || (small && said.length > 20))
    ? said.length + next[0].length
    : said.length;
}

/** "réuni en mairie, salle du conseil", "à la salle des fêtes", "Lieu : …". */
export function placeOf(text: string, head: string): string | undefined {
  const labelled = /^[ \t]*lieu(?: de (?:la )?(?:seance|reunion))?[ \t]*:[ \t]*([^\n]{3,80})/m.exec(head);
  const met = MET.exec(head) ?? ANNOUNCED.exec(head);
  const found = labelled
    ? { at: labelled.index + labelled[0].indexOf(labelled[1]!), length: labelled[1]!.length }
    : met
      ? {
          at: met.index + met[0].length - met[1]!.length,
          length: runsOn(text, head, met.index + met[0].length, met[1]!),
        }
      : undefined;
  if (!found) return undefined;
  const place = text
    .slice(found.at, found.at + found.length)
    .replace(
      /,?\s+(?:à [a-z-]+ heures|le (?=\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[a-z]+ (?:janvier|f|mars|avril|mai|jui|ao|sept|oct|nov|d)|[a-zé-]+$)|sous |apres |après |sur |conform|au nombre |dûment|légalement|régulièrement|convoqu|à la suite|suite|étaient|lors|en séance|en session).*$/su,
      '',
    )
    .replace(/,\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return place.length > 2 ? place : undefined;
}
