/** The archive's numbers: '2026/1234' is a case, '2026/1234-5' a record of it; other archives write them otherwise. */
import { problem } from '../../platform/http/problem.ts';
import { NUMBER_LENGTH } from './schema.ts';

export interface ArchiveNumber {
  /** As it was entered. */
  text: string;
  /** Of the case, where one can tell it. */
  case: { text: string; year: number; sequence: number } | null;
  /** Of the record in its case. */
  record: number | null;
}

const written = /^(\d{4})\/(\d{1,9})(?:-(\d{1,9}))?$/;

export function readNumber(text: string): ArchiveNumber {
  const [, year, sequence, record] = written.exec(text) ?? [];
  return {
    text,
    case:
      year && sequence
        ? { text: `${year}/${sequence}`, year: Number(year), sequence: Number(sequence) }
        : null,
    record: record ? Number(record) : null,
  };
}

/** What is to be kept; null for nothing. @throws request/invalid */
export function checkedNumber(given: string | null | undefined): string | null {
  const text = given?.trim() ?? '';
  if (text === '') return null;
  if (text.length > NUMBER_LENGTH || !/^[\p{L}\p{N}][\p{L}\p{N} ./_:-]*$/u.test(text))
    throw problem('request/invalid', {}, [{ field: 'number', message: (t) => t.archive.wrongNumber }]);
  return text;
}
