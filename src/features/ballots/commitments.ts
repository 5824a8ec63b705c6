/** Fixing what a ballot says at its delivery: the salted hash is what the juror gets, and what the result is checked against. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { commitTo, hashText, type BallotContent } from '../../core/record/commitment.ts';
import type { Unit } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { sheetOf } from './queries.ts';
import type { BallotRow } from './schema.ts';

type Written = Pick<BallotRow, 'id' | 'edition_id' | 'nomination_id' | 'person_id'>;

/** 32 random bytes as 64 hexadecimal digits. */
const newSalt = (): string => randomBytes(32).toString('hex');

/** Writes down the hash of what the ballot says now, and its salt apart from it. @returns the hash */
export async function commitBallot({ trx, now, record }: Unit, ballot: Written): Promise<string> {
  const { last } = await trx
    .selectFrom('ballot_commitments')
    .select((eb) => eb.fn.max('delivery').as('last'))
    .where('ballot_id', '=', ballot.id)
    .executeTakeFirstOrThrow();
  const key = { ballot_id: ballot.id, delivery: (last ?? 0) + 1 };
  const salt = newSalt();
  const hash = commitTo(salt, await contentOf(trx, ballot, salt));
  await trx
    .insertInto('ballot_commitments')
    .values({ ...key, hash, committed_at: now })
    .execute();
  await trx
    .insertInto('ballot_salts')
    .values({ ...key, salt })
    .execute();
  record({
    editionId: ballot.edition_id,
    subjectType: 'ballot',
    subjectId: ballot.id,
    event: 'commit',
    payload: { hash, delivery: key.delivery },
  });
  return hash;
}

/** A ballot that is locked has been fixed: also one delivered before there were hashes. */
export async function ensureCommitted(unit: Unit, ballot: Written): Promise<void> {
  const found = await unit.trx
    .selectFrom('ballot_commitments')
    .select('delivery')
    .where('ballot_id', '=', ballot.id)
    .executeTakeFirst();
  if (!found) await commitBallot(unit, ballot);
}

/** What the ballot says, as it is hashed. */
export async function contentOf(db: Kysely<DB>, ballot: Written, salt: string): Promise<BallotContent> {
  const sheet = await sheetOf(db, ballot);
  return {
    edition: ballot.edition_id,
    nomination: ballot.nomination_id,
    juror: ballot.person_id,
    given: sheet.map(({ criterionId, score, notDescribed, met, assessment }) => ({
      criterion: criterionId,
      score,
      notDescribed,
      met,
      text: hashText(salt, criterionId, assessment),
    })),
  };
}

/**
 * The hashes of all ballots of an edition that count, one of each, in an order that tells nothing (by the hash itself). For the
 * letter to every juror when the judging closes, before a score is shown.
 */
export async function committedHashes(db: Kysely<DB>, editionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ballot_commitments as c')
    .innerJoin('ballots as b', 'b.id', 'c.ballot_id')
    .select('c.hash')
    .where('b.edition_id', '=', editionId)
    .where('b.state', 'in', ['delivered', 'locked'])
    .where('c.delivery', '=', (eb) =>
      eb
        .selectFrom('ballot_commitments as later')
        .select((each) => each.fn.max('later.delivery').as('last'))
        .whereRef('later.ballot_id', '=', 'c.ballot_id'),
    )
    .orderBy('c.hash')
    .execute();
  return rows.map(({ hash }) => hash);
}
