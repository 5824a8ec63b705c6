/** An application as one text, and where its juror is in it. */
import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import type { JudgedBallot } from '../ballots/schema.ts';
import { findNomination, latestSubmission } from '../nominations/queries.ts';
import { readableBeside } from '../reading/queries-document.ts';
import { textsOf } from '../reading/queries.ts';
import { MOST_PAGES, type Place, type WholeText } from './schema.ts';
import { applicantName } from '../../ui/text/format.ts';

/** Answers and documents of what was sent in last. @throws what `findNomination` and `latestSubmission` throw */
export async function wholeText(db: Kysely<DB>, reader: Reader, nominationId: string): Promise<WholeText> {
  const nomination = await findNomination(db, reader, nominationId);
  const { submittedAt, rendered } = await latestSubmission(db, nomination);
  const documents = await readableBeside(db, reader, nominationId);
  const texts = await textsOf(
    db,
    documents.map(({ id }) => id),
    MOST_PAGES,
  );
  return {
    title: applicantName(nomination.organisation_name, nomination.unit_name),
    submittedAt,
    language: nomination.language,
    answers: rendered.answers,
    documents: documents.map((document) => ({
      ...document,
      ...(texts.get(document.id) ?? { state: 'waiting', pages: [], length: 0 }),
    })),
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
