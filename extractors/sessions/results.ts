import { around } from './sentence.js';
import { ELSEWHERE, NOT_YET, type Sign } from './sign.js';

/** "Adopté", "Délibération approuvée", "Proposition non retenue": at the end of a short phrase. */
const RESULT =
  /\b(non )?(adopte|approuve|accepte|valide|rejete|refuse|repousse|retenu|ajourne|reporte|retire)(?:e?s?)\b(?=[ \t]*(?:$|[.!,;:)]|\n\n|\n?[ \t]*(?:a\s(?:l'|la)|par |avec |de l'ordre|au prochain|a une |et (?:reporte|ajourne))))/gm;

/** Votes told by a participle: "Budget : approuvé", "Retiré de l'ordre du jour". */
export function resultSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const match of text.matchAll(RESULT)) {
    const end = match.index + match[0].length;
    const { before } = around(text, match.index, end);
    if (before.length > 160 || NOT_YET.test(before)) continue;
    // "le budget approuvé" tells of a thing; "le budget est approuvé", "Budget : approuvé", "ADOPTÉ" of a vote
    const alone = before.trim() === '' || isLine(text, match.index, end);
    const told =
      /(?:[:→>=-]|\b(?:est|sont|a ete|ont ete|resultat|vote|est ainsi|proposition|deliberation|motion))\s*$/.test(
        before,
      );
    const putOff =
      /^(?:ajourne|reporte|retire)/.test(match[2]!) && /\b(?:point|question|sujet|dossier|affaire)\s*$/.test(before);
    const closes =
      /^[ \t]*(?:[.!)]|$|\n\n|\n?[ \t]*(?:a l|a la|par \d|avec ))/.test(text.slice(end, end + 20)) &&
      before.length < 110;
    if (!alone && !told && !closes && !putOff) continue;
    if (ELSEWHERE.test(before) && !/compte[- ]rendu|proces[- ]verbal/.test(before)) continue;
    const word = match[2]!;
    const outcome = /^(?:ajourne|reporte|retire)/.test(word)
      ? 'postponed'
      : match[1] || /^(?:rejete|refuse|repousse)/.test(word)
        ? 'rejected'
        : 'adopted';
    const result = /[:→>=]\s*$/.test(before);
    if (
      outcome === 'postponed' &&
      !/point|question|deliberation|dossier|projet|affaire|sujet|decision|demande|examen/.test(before) &&
      !alone &&
      !result
    )
      continue;
    if (word === 'retenu' && !/proposition/.test(before)) continue;
    signs.push({ kind: 'outcome', start: match.index, end, outcome });
  }
  return signs;
}

/** A result that is a whole line, below a line that was not full: "Retiré de l'ordre du jour". */
function isLine(text: string, start: number, end: number): boolean {
  const above = /(?:^|\n)([^\n]*)\n[ \t]*$/.exec(text.slice(Math.max(0, start - 300), start));
  return (
    above !== null &&
    above[1]!.length < 60 &&
    /^(?: de l'ordre du jour| a l'unanimite| au prochain conseil| a une (?:prochaine|seance)[^\n]{0,30})?[ \t]*[.!]?[ \t]*(?:\n|$)/.test(
      text.slice(end, end + 80),
    )
  );
}
