/** What is open in an application that was returned. In every other state nothing is closed by this. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { NominationRow } from '../nominations/schema.ts';
import { isWhole, type NamedPart, type PartKey } from './schema.ts';

type Returned = Pick<NominationRow, 'id' | 'state' | 'return_count' | 'language'>;

/** The parts that the secretariat asks for, in the order of the form; undefined unless the application is returned now. */
export async function askedFor(db: Kysely<DB>, row: Returned): Promise<NamedPart[] | undefined> {
  if (row.state !== 'returned') return undefined;
  const rows = await db
    .selectFrom('return_parts as p')
    .leftJoin('questions as q', 'q.id', 'p.question_id')
    .select(['p.part', 'p.question_id', 'p.note', 'q.texts'])
    .where('p.nomination_id', '=', row.id)
    .where('p.return_number', '=', row.return_count)
    .orderBy((eb) =>
      eb.fn('array_position', [eb.val(['applicant', 'question', 'documents', 'confirmations']), 'p.part']),
    )
    .orderBy('q.position')
    .execute();
  return rows.map(({ part, question_id, note, texts }) => ({
    part: question_id ?? part,
    note,
    question: labelIn(texts, row.language),
  }));
}

const labelIn = (texts: unknown, language: string): string => {
  const { nb, [language]: own = nb } = (texts ?? {}) as Record<string, { label: string } | undefined>;
  return own?.label ?? '';
};

/** Whether a part can be changed as far as a return goes; whether anything can be changed now is `isOpen`'s. */
export type PartIsOpen = (part: PartKey) => boolean;

export async function partsOpen(db: Kysely<DB>, row: Returned): Promise<PartIsOpen> {
  const asked = await askedFor(db, row);
  if (!asked) return () => true;
  const open = new Set(asked.map(({ part }) => part));
  return (part) => open.has(part);
}

/** @throws nomination/part-closed for a part that was not asked for, when the application is returned */
export async function demandParts(db: Kysely<DB>, row: Returned, parts: readonly PartKey[]): Promise<void> {
  if (row.state !== 'returned') return;
  const open = await partsOpen(db, row);
  const closed = parts.filter((part) => !open(part));
  if (closed.length === 0) return;
  throw problem(
    'nomination/part-closed',
    {},
    closed.filter((part) => !isWhole(part)).map((field) => ({ field, message: (t) => t.completion.closed })),
  );
}
