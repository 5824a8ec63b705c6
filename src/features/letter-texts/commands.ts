/** Writing the words of a year's letters. What was used before stays; the standard can be taken again at any time. */
import { sql } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import { placeholderFault } from '../correspondence/placeholders.ts';
import { lockEdition } from '../editions/queries.ts';
import { kinds, type KindName } from './kinds.ts';
import type { Both } from './schema.ts';

/**
 * From now on the letter says this. Letters that have been written already stay as they are, and so do the words of a letter that waits
 * for something that two people agree on.
 *
 * @param texts null for the standard
 * @throws not-found, auth/forbidden; conflict/version; process/not-now while it waits; request/invalid with every word that nobody fills in
 */
export async function saveText(
  unit: Unit,
  editionId: string,
  { letter, version, texts }: { letter: KindName; version: number; texts: Both | null },
): Promise<{ version: number }> {
  const { trx, now } = unit;
  await lockEdition(unit, editionId, 'writeLetters');
  const errors = texts ? faultsOf(letter, texts) : [];
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  if (await waits(unit, editionId, letter))
    throw problem('process/not-now', {}, [], (t) => t.letterTexts.waits);
  const { last } = await trx
    .selectFrom('letter_texts')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .where('edition_id', '=', editionId)
    .where('letter', '=', letter)
    .executeTakeFirstOrThrow();
  if (last !== version) throw problem('conflict/version');
  const next = version + 1;
  await trx
    .insertInto('letter_texts')
    .values({
      edition_id: editionId,
      letter,
      version: next,
      texts: texts && JSON.stringify(texts),
      written_by: personOf(unit),
      written_at: now,
    })
    .execute();
  unit.record({
    editionId,
    subjectType: 'edition',
    subjectId: editionId,
    event: 'changeLetterText',
    payload: { letter, version: next, standard: texts === null },
  });
  return { version: next };
}

/** By the rule of the table: what it waits for has been prepared, and the letter is not written. */
async function waits({ trx }: Unit, editionId: string, letter: KindName): Promise<boolean> {
  const { rows } = await sql<{
    waits: boolean;
  }>`select letter_text_waits(${editionId}, ${letter}) as waits`.execute(trx);
  return rows[0]?.waits ?? true;
}

/** What is wrong with the words, by field. */
export function faultsOf(letter: KindName, texts: Both): ProblemError[] {
  const errors: ProblemError[] = [];
  for (const language of ['nb', 'nn'] as const)
    for (const part of ['subject', 'body'] as const) {
      const message = placeholderFault(texts[language][part], kinds[letter].words);
      if (message) errors.push({ field: `texts.${language}.${part}`, message });
    }
  return errors;
}

/** A new year begins with the words of the one it is a copy of. */
export async function copyTexts({ trx, now, ...unit }: Unit, from: string, to: string): Promise<void> {
  const rows = await trx
    .selectFrom('letter_texts')
    .select(['letter', 'texts'])
    .distinctOn('letter')
    .where('edition_id', '=', from)
    .orderBy('letter')
    .orderBy('version', 'desc')
    .execute();
  const own = rows.filter(({ texts }) => texts !== null);
  if (own.length === 0) return;
  const written_by = personOf(unit);
  await trx
    .insertInto('letter_texts')
    .values(
      own.map(({ letter, texts }) => ({
        edition_id: to,
        letter,
        version: 1,
        texts: JSON.stringify(texts),
        written_by,
        written_at: now,
      })),
    )
    .execute();
}
