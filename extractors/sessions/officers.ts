import { type Name, readNames } from './names.js';

/** Who presides. `text` as printed, `head` the same in plain text without line breaks. */
export const presidentIn = (text: string, head: string): Name | undefined =>
  nameBehind(
    text,
    head,
    /\bsous la (?:haute )?presidence de\s+|\bpresidee? par\s+|\bpresidence[ \t]*:[ \t]*|\bpresident(?:e)?(?: de (?:la )?seance)?[ \t]*:[ \t]*|\bl[ea] (?:maire|presidente?), (?=(?:m\.|mr\.?)?[^.,;]{3,50}, (?:ouvre|declare)\b)/,
  ) ??
  nameBefore(
    text,
    head,
    /(?<=[a-z]), (?:le |la )?(?:maire|presidente?),? (?:ouvre|declare ouverte|declare la seance)\b/,
    true,
  );

/** Who keeps the minutes. `text` as printed, `head` the same in plain text without line breaks. */
export const secretaryIn = (text: string, head: string): Name | undefined =>
  nameBehind(
    text,
    head,
    /\bsecreta(?:ires?|riat)(?: de (?:la )?seance)?(?: (?:elu|nomme|designe)(?:e|\(e\))?)?[ \t]*:[ \t]*\n?|\b(?:nomme|designe|elit|nomment|designent|choisi[te]?|ayant nomme|avoir designe|avoir nomme)\s+(?=(?:m[. m]|mme|mons|mad)[^.\n]{0,60}(?:\n[^.\n]{0,40})?\bsecretaire)/,
  ) ??
  nameBefore(
    text,
    head,
    /\b(?:a ete|est|ayant ete|sont|etant|,)\s*(?:elue?|nommee?|designee?|choisie?)[^.\n]{0,40}(?:\n[^.\n]{0,30})?\bsecretaire\b|\b(?:remplit|assure|remplissant|assurant) (?:les fonctions|le secretariat|la fonction)|\b(?:comme|en qualite de) secretaires? de (?:la )?seance\b/,
  );

function nameBehind(text: string, head: string, pattern: RegExp): Name | undefined {
  const match = pattern.exec(head);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  // behind a label the name ends with its line
  const lineEnd = text.indexOf('\n', start);
  const labelled = /:\s*$/.test(match[0]) && lineEnd > start;
  const onLine = labelled
    ? readNames(text, start, lineEnd, false).find(({ name }) => /\p{L}[.]? \p{L}/u.test(name))
    : undefined;
  if (onLine) return onLine;
  const stop = /\n\n|(?<!\b(?:m|mm|mme|dr|mr))[.](?=\s+[a-z]{3})|;/.exec(head.slice(start, start + 140));
  return readNames(text, start, start + (stop?.index ?? 140), false).find(({ name }) => name.length > 2);
}

/** `adjacent`: nothing stands between the name and what tells of it. */
function nameBefore(text: string, head: string, pattern: RegExp, adjacent = false): Name | undefined {
  const match = pattern.exec(head);
  if (!match) return undefined;
  const from = Math.max(0, match.index - 90);
  const before = head.slice(from, match.index);
  const cut = Math.max(before.lastIndexOf('\n\n') + 2, before.search(/\b(?:m\.|mme|monsieur|madame|mr)\b[^.]*$/), 1);
  const name = readNames(text, from + Math.max(0, cut), match.index, false).at(-1);
  return adjacent && name?.end !== match.index ? undefined : name;
}
