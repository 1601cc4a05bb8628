/** Control keys of identifiers. All take digits (or letters) without spaces. */

/** Fourteen digits with a true key: Luhn, but La Poste's establishments have a key of their own. */
export function isSiret(digits: string): boolean {
  if (digits.length !== 14) return false;
  if (digits.startsWith('356000000') && digits !== '35600000000048') {
    return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  }
  return luhn(digits);
}

/** Nine digits with a true key (Luhn). */
export const isSiren = (digits: string): boolean => digits.length === 9 && luhn(digits);

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && sum > 0;
}

/** 23 characters: bank 5, branch 5, account 11, key 2. */
export function isRib(rib: string): boolean {
  const digits = rib.toUpperCase().replace(/[A-Z]/g, (letter) => {
    const n = letter.charCodeAt(0) - 65;
    return String(n < 9 ? n + 1 : n < 18 ? n - 8 : n - 16);
  });
  if (!/^\d{23}$/.test(digits)) return false;
  const [bank, branch, account, key] = [
    digits.slice(0, 5),
    digits.slice(5, 10),
    digits.slice(10, 21),
    digits.slice(21),
  ];
  return 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n) === BigInt(key);
}

/** ISO 13616: mod 97. */
export function isIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.toUpperCase().replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return /^\d+$/.test(digits) && BigInt(digits) % 97n === 1n;
}
