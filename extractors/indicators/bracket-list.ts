/** "(Aubin 39 ; Lène 24 ; hors département 6)": a bracket that gives parts of what stands before it, each by its name. */
export function nameInList(plain: string, at: number): { readonly start: number; readonly end: number } | undefined {
  const open = plain.lastIndexOf('(', at);
  const close = plain.indexOf(')', at);
  if (open < 0 || close < 0 || close - open > LONGEST || plain.lastIndexOf(')', at) > open) return undefined;
  const entries = plain.slice(open + 1, close).split(/[;,]/);
  if (entries.length < 2 || !entries.every((entry) => ENTRY.test(entry))) return undefined;
  let start = open + 1;
  for (const entry of entries) {
    if (at < start + entry.length) return { start, end: start + entry.search(/\s\d[\d ]*%?\s?$/) };
    start += entry.length + 1;
  }
  return undefined;
}

const LONGEST = 300;
/** A name without a figure of its own, and the figure. */
const ENTRY = /^\s?\p{L}[^\d:]{1,38}\s\d{1,3}(?:\s?\d{3})*\s?%?\s?$/u;
