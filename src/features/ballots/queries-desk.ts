/** What stands around a ballot: the application or one of its documents, what is left to judge, and what comes next. */
import type { Kysely } from 'kysely';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { findNomination, latestSubmission } from '../nominations/queries.ts';
import { readingOf, readableBeside } from '../reading/queries-document.ts';
import { myBallots } from './queries.ts';
import type { Desk } from './schema-desk.ts';
import type { JudgedBallot, MyBallot } from './schema.ts';
import { applicantName } from '../../ui/text/format.ts';

/**
 * @param shown the document that is read beside the ballot, and what is looked for in it; the application itself without it
 * @throws not-found for a document of another application, and what `findReadable` throws
 */
export async function deskOf(
  db: Kysely<DB>,
  reader: Reader,
  row: JudgedBallot,
  shown: { document?: string | undefined; sought?: string | undefined },
): Promise<Desk> {
  const nomination = await findNomination(db, reader, row.nomination_id);
  const { submittedAt, rendered } = await latestSubmission(db, nomination);
  const reading = shown.document ? await readingOf(db, reader, shown.document, shown.sought) : null;
  if (reading && reading.nomination.id !== nomination.id) throw problem('not-found');
  return {
    title: nameOf(nomination),
    application: { submittedAt, language: nomination.language, content: rendered },
    document: reading?.document ?? null,
    documents: reading?.beside ?? (await readableBeside(db, reader, nomination.id)),
    ...placeOf(await myBallots(db, reader, row.edition_id), row.id),
  };
}

/** Still to be written or delivered. */
const isLeft = ({ state }: MyBallot): boolean => ['assigned', 'started', 'reopened'].includes(state);
const nameOf = ({ organisation_name, unit_name }: { organisation_name: string; unit_name: string }): string =>
  applicantName(organisation_name, unit_name);

/** Where a ballot is among the reader's own. The next one is the first that is left after it, and then from the beginning. */
function placeOf(ballots: readonly MyBallot[], id: string) {
  const here = Math.max(
    ballots.findIndex((each) => each.id === id),
    0,
  );
  const linked = (one: MyBallot | undefined) => (one ? { id: one.nomination_id, name: nameOf(one) } : null);
  return {
    number: here + 1,
    of: ballots.length,
    left: ballots.filter(isLeft).length,
    previous: linked(ballots[here - 1]),
    next: linked([...ballots.slice(here + 1), ...ballots.slice(0, here)].find(isLeft)),
  };
}
