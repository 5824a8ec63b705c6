/** What is kept about a person, for that person: their own rows, and nothing that somebody else has said or that is sealed. */
import { sql, type Kysely } from 'kysely';
import { contextOf, personOf } from '../../core/process/unit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { addressParts } from './own-addresses.ts';
import { personParts } from './own-parts.ts';

const parts = { ...personParts, ...addressParts };

/** A part of the file > the columns by which it finds its rows; a test looks for one that was forgotten. */
export const coveredColumns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(parts).map(([name, { columns }]) => [name, columns]),
);

/** Everything that is kept about whoever asks, by its parts. */
export async function ownData(
  db: Kysely<DB>,
  request: { actor: Actor | null; now: Date; id: string },
): Promise<Record<string, unknown>> {
  const context = contextOf(request);
  const me = sql<string>`${personOf(context)}::uuid`;
  const data: Record<string, unknown> = { madeAt: context.now.toISOString() };
  for (const [name, { rows }] of Object.entries(parts)) data[name] = (await rows(me).execute(db)).rows;
  return data;
}
