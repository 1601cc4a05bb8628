/**
 * `text` in lower case, without accents, with straight apostrophes, plain hyphens and plain spaces. Every character
 * keeps its place: an offset into the answer is an offset into `text`.
 */
export function plain(text: string): string {
  if (text.length < LONG) return folded(text);
  const kept = recent.find((one) => one.text === text);
  if (kept) return kept.answer;
  const answer = folded(text);
  recent.unshift({ text, answer });
  recent.length = Math.min(recent.length, KEPT);
  return answer;
}

/** The text of an act is asked for by one rule after another: the last few long texts are kept. */
const LONG = 400;
const KEPT = 4;
const recent: { text: string; answer: string }[] = [];

function folded(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  let answer = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    answer += code < 0x80 ? ASCII[code] : other(text[i]!);
  }
  return answer;
}

const ASCII = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code).toLowerCase());

const SIGNS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  º: '°',
};

const known = new Map<string, string>(Object.entries(SIGNS));

function other(character: string): string {
  let answer = known.get(character);
  if (answer === undefined) {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    answer = /^\s$/u.test(character) && character !== '\n' && character !== '\t' ? ' ' : bare;
    if (answer.length !== 1) answer = character;
    known.set(character, answer);
  }
  return answer;
}

/** Plain text with the line breaks of running text as spaces; empty lines stay. Every character keeps its place. */
export const unbroken = (folded: string): string => folded.replace(/(?<!\n)\n(?!\n)/g, ' ');
