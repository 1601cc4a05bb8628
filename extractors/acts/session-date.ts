import { type Act, readingsOf } from '../../models/act.js';
import { plain } from './plain.js';

/** "Séance du mardi", "s'est réunie le lundi" right before a day: whatever was said before, a convocation or a number. */
const saysItMet = (before: string): boolean => {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    /^[ \t]*(?:la )?(?:seance|reunion|session|conseil [a-z]+|bureau [a-z]+)(?: (?:publique|ordinaire|extraordinaire|pleniere))* du (?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$/.test(
      line,
    ) ||
    /\b(?:s'est|se sont|est|a ete) (?:valablement |legalement )?reunie?s?(?: en [a-z ]{3,30})?,? (?:le|ce) (?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$/.test(
      before.replaceAll('\n', ' '),
    )
  );
};

/** "Le huit décembre deux mille seize, à 20 heures, le conseil municipal s'est réuni": the day, then who met. */
const THEN_MET =
  /^,?(?: a [^,.;]{1,40},?)?,? (?:le |la |les )(?:membres du )?(?:conseil|comite|bureau|commission|assemblee)\b[^.;]{0,120}\b(?:s'est|se sont|etant) (?:reuni|assemble)/;
const EARLIER = /\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|vu|loi|decret)\b[^.]{0,60}$/;

/** The day on which the assembly met. */
export function sessionDate(act: Act): string | undefined {
  const text = plain(act.passage.text);
  const days = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day' && !value.endValue);
  const before = (start: number): string => text.slice(Math.max(0, start - 130), start);
  const behind = (end: number): string => text.slice(end, end + 200).replaceAll('\n', ' ');
  const met = days.find(({ start, end }) => start < 6000 && THEN_MET.test(behind(end)) && !EARLIER.test(before(start)));
  const told = days.find(
    ({ start }) =>
      start < 6000 &&
      /\b(?:seance|session|reunion|reuni[es]*|conseil|cm|comite|bureau|assemblee|l'an)\b[^.;]{0,110}$/.test(
        before(start),
      ) &&
      (saysItMet(before(start)) ||
        !/\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|approbation|adoption|vu (?:la|le|l')|deliberation)\b[^.]{0,60}$/.test(
          before(start),
        )),
  );
  const first = days.find(
    ({ start }) =>
      !/\b(?:convo[cq]\w*|affich\w*|publi(?!que)\w*|prefecture|recu|envoye|loi|decret|vu)\b[^.]{0,60}$/.test(
        before(start),
      ),
  );
  return (met ?? told ?? first)?.value.value;
}
