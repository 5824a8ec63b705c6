/** An application as one text, and where its juror is in it. */
import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { JudgedBallot } from '../ballots/schema.ts';
import { findNomination, latestSubmission } from '../nominations/queries.ts';
import { documentsRead } from '../reading/queries-document.ts';
import type { Place, WholeText } from './schema.ts';
import { applicantName } from '../../ui/text/format.ts';

/** Answers and documents of what was sent in last. @throws what `findNomination` and `latestSubmission` throw */
export async function wholeText(db: Kysely<DB>, reader: Reader, nominationId: string): Promise<WholeText> {
  const nomination = await findNomination(db, reader, nominationId);
  const { submittedAt, rendered } = await latestSubmission(db, nomination);
  return {
    title: applicantName(nomination.organisation_name, nomination.unit_name),
    submittedAt,
    language: nomination.language,
    answers: rendered.answers,
    documents: await documentsRead(db, reader, [nominationId]),
  };
}

/** The caller has found the reader's own ballot. */
export async function placeOf(db: Kysely<DB>, { id }: Pick<JudgedBallot, 'id'>): Promise<Place | null> {
  const found = await db
    .selectFrom('reading_places')
    .select('place')
    .where('ballot_id', '=', id)
    .executeTakeFirst();
  return found?.place ?? null;
}
