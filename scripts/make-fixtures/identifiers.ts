/** Invented identifiers with true keys. None is meant to be anyone's. */

/** Luhn's key digit for the digits before it. */
function luhn(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}

const keyed = (digits: string): string => digits + luhn(digits);

/** A commune's SIREN: "21", its department, "0", its number (take one above 900: no commune has it), key. */
export const communeSiren = (department: string, commune: number): string =>
  keyed(`21${department}0${String(commune).padStart(3, '0')}`);

/** A SIREN of the block 999 0xx xxx, which is not given out. */
export const inventedSiren = (rank: number): string => keyed(`9990${String(rank).padStart(4, '0')}`);

/** The head office's SIRET. */
export const siretOf = (siren: string, office = 1): string => keyed(`${siren}${String(office).padStart(4, '0')}`);

/** A RNA number of a department. */
export const rnaOf = (department: string, rank: number): string => `W${department}9${String(rank).padStart(6, '0')}`;

export interface BankAccount {
  readonly bank: string;
  readonly branch: string;
  readonly account: string;
  readonly key: string;
  /** Without spaces. */
  readonly rib: string;
  readonly iban: string;
}

/** A bank account with its RIB key and IBAN check digits; the bank code 99xxx is not given out. */
export function bankAccount(rank: number): BankAccount {
  const bank = '99890';
  const branch = String(10_000 + (rank % 89_999)).slice(0, 5);
  const account = String(rank).padStart(11, '0');
  const sum = (89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n;
  const key = String(97n - sum).padStart(2, '0');
  const rib = bank + branch + account + key;
  const check = 98n - (BigInt(`${rib}152700`) % 97n);
  return { bank, branch, account, key, rib, iban: `FR${String(check).padStart(2, '0')}${rib}` };
}

/** "FR76 3000 …": groups of four. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0');

/** "999 000 019 00017" */
export const spacedSiret = (siret: string): string =>
  siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1\u00a0$2\u00a0$3\u00a0$4');
