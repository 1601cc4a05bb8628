import { type Flow, HEAD_LINES } from './flow.js';
import { isRange, referenceAt } from './reference.js';

/** The act's number where it stands alone, or behind "délibération n°" in a line of the head. */
export function numberOf({ lines }: Flow): string | undefined {
  const head = lines.slice(0, HEAD_LINES);
  const numbered = head.flatMap(({ text, plain: line }, i) => {
    // "… ont pris part à la" / "délibération : 16"
    const goesOn = /\b(?:a|la|aux?|de|du|des)[ \t]*$/.test(head[i - 1]?.plain ?? '');
    if (goesOn || /^[ \t]*(?:vu|loi|article|annexe)\b/.test(line)) return [];
    const found = referenceAt(text);
    return found && !isRange(text.slice(found.end)) ? [{ line, reference: found.reference }] : [];
  });
  // a report has its own number, and so has the act that follows it
  const own =
    numbered.find(({ line }) => !/^\W*(?:rapport|affaire|dossier|question|point)\b/.test(line)) ?? numbered[0];
  if (own) return own.reference;
  for (const { text, plain: line } of head) {
    const label =
      /\b(?:(?:deliberation|delib\.?|dcm|acte|n° d'ordre|numero)[ \t]*(?:n°|no|numero|:)|n°[ ](?:de[ ](?:la[ ])?)?deliberation)[ \t]*:?[ \t]*(?=\S*\d)/.exec(
        line,
      );
    if (!label || /\b(?:vu|annexe a|par|cf|part a la|part au)\b/.test(line.slice(0, label.index))) continue;
    const found = referenceAt(`N° ${text.slice(label.index + label[0].length)}`);
    if (found && !isRange(text.slice(label.index + label[0].length + found.end - 3))) return found.reference;
  }
  return undefined;
}
