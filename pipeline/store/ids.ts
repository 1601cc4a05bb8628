import { hash } from 'node:crypto';

/** A text id derived from content: 16 hex digits. */
export const contentId = (...parts: readonly (string | number | null | undefined)[]): string =>
  hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);

/** Rowid of a page: 49 bits of the file's hash and 14 of its number, so that the order of arrival does not show. */
export const pageRowid = (sha256: string, number: number): bigint =>
  ((BigInt(`0x${sha256.slice(0, 16)}`) >> 15n) << 14n) | BigInt(number & 0x3fff);
