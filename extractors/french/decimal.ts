/** Exact decimals as plain strings: digits, at most one dot, a leading minus. No floats anywhere. */

/** From the digits before and after the comma: no useless zeros, no "-0". */
export function decimal(whole: string, fraction = '', negative = false): string {
  const w = stripLeft(whole);
  const f = stripRight(fraction);
  const value = f === '' ? w : `${w}.${f}`;
  return negative && value !== '0' ? `-${value}` : value;
}

/** `value` × 10^`places`. */
export function shift(value: string, places: number): string {
  const [negative, whole, fraction] = parts(value);
  if (places >= 0) {
    const digits = fraction.padEnd(places, '0');
    return decimal(whole + digits.slice(0, places), digits.slice(places), negative);
  }
  const digits = whole.padStart(-places + 1, '0');
  return decimal(digits.slice(0, places), digits.slice(places) + fraction, negative);
}

/** The exact sum of two decimals. */
export function plus(a: string, b: string): string {
  const places = Math.max(parts(a)[2].length, parts(b)[2].length);
  const sum = BigInt(shift(a, places)) + BigInt(shift(b, places));
  return shift(sum.toString(), -places);
}

/** The same decimal with the other sign; zero has none. */
export const negate = (value: string): string =>
  value === '0' ? value : value.startsWith('-') ? value.slice(1) : `-${value}`;

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: string, b: string): number {
  const places = Math.max(parts(a)[2].length, parts(b)[2].length);
  const difference = BigInt(shift(a, places)) - BigInt(shift(b, places));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Two places at least, as money is written. */
export function money(value: string): string {
  const dot = value.indexOf('.');
  if (dot < 0) return `${value}.00`;
  return value.length - dot === 2 ? `${value}0` : value;
}

/** A quotient to 15 significant digits, as plain as it comes. */
export function quotient(numerator: bigint, denominator: bigint): string {
  const whole = numerator / denominator;
  const places = Math.max(0, 15 - (whole === 0n ? 0 : whole.toString().length));
  const scaled = (numerator * 10n ** BigInt(places) * 2n + denominator) / (2n * denominator);
  return shift(scaled.toString(), -places);
}

function parts(value: string): [negative: boolean, whole: string, fraction: string] {
  const negative = value.startsWith('-');
  const bare = negative ? value.slice(1) : value;
  const dot = bare.indexOf('.');
  return dot < 0 ? [negative, bare, ''] : [negative, bare.slice(0, dot), bare.slice(dot + 1)];
}

function stripLeft(digits: string): string {
  let i = 0;
  while (i < digits.length - 1 && digits.charCodeAt(i) === 48) i += 1;
  return i === 0 ? digits || '0' : digits.slice(i);
}

function stripRight(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}
