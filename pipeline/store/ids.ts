import { hash } from 'node:crypto';

/** A text id derived from content: 16 hex digits. */
export const contentId = (...parts: readonly (string | number | null | undefined)[]): string =>
  hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);

/**
 * Of what stands in a document: it begins as the file's id does, so that in every index a file's rows stand together,
 * and writing, checking or withdrawing a file touches few pages of the database however large it is.
 */
export const idWithin = (documentId: string, ...parts: readonly (string | number)[]): string =>
  documentId.slice(0, 4) + contentId(documentId, ...parts).slice(4);

/** A document's id is its file's id, a dash and its ordinal. */
export const fileOf = (documentId: string): string => documentId.slice(0, documentId.lastIndexOf('-'));

/** Of the body or person behind a key. */
export const entityId = (key: string): string => contentId('entity', key);

/** What a key is found by in an index: 48 bits, which two keys seldom share. */
export const keyNumber = (key: string): number => Number.parseInt(hash('sha256', key, 'hex').slice(0, 12), 16);

/** Rowid of a page: 49 bits of the file's hash and 14 of its number, so that the order of arrival does not show. */
export const pageRowid = (sha256: string, number: number): bigint =>
  ((BigInt(`0x${sha256.slice(0, 16)}`) >> 15n) << 14n) | BigInt(number & 0x3fff);
