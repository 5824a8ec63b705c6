/** A year in SQL, large enough to measure: one edition, `jurors` ballots on each of `nominations` applications. */
import { sql } from 'kysely';
import type { Actor } from '../../src/platform/actor.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { CONFIDENCE_WORDING } from '../../src/core/policy/confidence.ts';

export interface MadeYear {
  editionId: string;
  /** The first is the chair. */
  jurors: string[];
}

/** When everything that is measured in the year is asked for. */
export const now = new Date('2026-11-02T12:00:00Z');
export const actorOf = (personId: string): Actor => ({
  personId,
  name: 'Juror',
  email: '',
  lang: 'nb',
  via: 'session',
  roles: [],
});

const at = new Date('2026-11-01T12:00:00Z');
/** Within the deadline. */
export const sentIn = new Date('2026-10-01T12:00:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** `state` judging: ballots are written and ready to deliver; deliberating: delivered and locked. */
export async function makeYear(
  db: Database,
  size: {
    nominations: number;
    jurors: number;
    state: 'judging' | 'deliberating';
    /** Five unless told. */
    criteria?: number;
    /** Every so many-th ballot is recused; none unless told. */
    recusedEvery?: number;
  },
): Promise<MadeYear> {
  const judging = size.state === 'judging';
  const { id: editionId } = await db
    .insertInto('editions')
    .values({
      year: 2026,
      state: size.state,
      opens_at: day('2026-06-01'),
      closes_at: day('2026-10-15'),
      judging_ends_at: day('2026-11-10'),
      finalists_at: day('2026-11-12'),
      ceremony_at: day('2026-12-04'),
      scale_words: '{}',
      texts: '{"nb":{},"nn":{}}',
      prize_amount: 100_000,
      created_at: at,
      announced_at: at,
      rules_sha256: 'x',
      judging_started_at: at,
      judging_closed_at: judging ? null : at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const people = await db
    .insertInto('people')
    .values(
      Array.from({ length: size.jurors }, (_, i) => ({
        email: `juror${i}@example.no`,
        name: `Juror ${i}`,
        created_at: at,
      })),
    )
    .returning('id')
    .execute();
  const jurors = people.map(({ id }) => id);
  for (const [position, person_id] of jurors.entries()) {
    const seat = await db
      .insertInto('seats')
      .values({
        edition_id: editionId,
        position,
        organisation: 'KS',
        role: position === 0 ? 'chair' : 'member',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('seat_holders')
      .values({
        seat_id: seat.id,
        edition_id: editionId,
        person_id,
        invited_by: person_id,
        invited_at: at,
        confirmed_at: at,
        confidence_at: at,
        confidence_wording: CONFIDENCE_WORDING,
      })
      .execute();
  }
  await sql`insert into criteria (edition_id, position, kind, weight, texts) select ${editionId}, n, 'assessed', n, '{"nb":{"name":"K"},"nn":{"name":"K"}}' from generate_series(1, ${size.criteria ?? 5}::int) n`.execute(
    db,
  );
  await sql`insert into nominations (edition_id, state, applicant_kind, organisation_name, organisation_key, created_by, created_at, receipt_number, submitted_at, submission_count)
    select ${editionId}, ${judging ? 'underReview' : 'scored'}, 'municipality', 'Kommune ' || n, 'navn:' || n, ${jurors[0]}, ${at}, 'EP-' || n, ${sentIn}, 1 from generate_series(1, ${size.nominations}::int) n`.execute(
    db,
  );
  await sql`insert into declarations (edition_id, nomination_id, person_id, answer, wording_version, declared_at)
    select ${editionId}, n.id, h.person_id, 'none', 1, ${at} from nominations n, seat_holders h`.execute(db);
  await sql`insert into ballots (edition_id, nomination_id, person_id, seat_id, state, assigned_at, started_at)
    select ${editionId}, n.id, h.person_id, h.seat_id, 'started', ${at}, ${at} from nominations n, seat_holders h`.execute(
    db,
  );
  await sql`insert into ballot_scores (ballot_id, criterion_id, score, assessment, updated_at)
    select b.id, c.id, 1 + abs(hashtext(b.id::text || c.id::text)) % 6, 'Godt forankret.', ${at} from ballots b, criteria c`.execute(
    db,
  );
  if (size.recusedEvery)
    await sql`insert into recusal_decisions (edition_id, nomination_id, person_id, recused, reach, reason, decided_by, decided_at)
      select ${editionId}, b.nomination_id, b.person_id, true, 'choices', 'Samme kommune', (select p.id from people p where p.id <> b.person_id limit 1), ${at}
      from ballots b where abs(hashtext(b.id::text)) % ${size.recusedEvery}::int = 0`.execute(db);
  if (!judging)
    await sql`insert into ballot_commitments (ballot_id, delivery, hash, committed_at)
      select id, 1, encode(sha256(id::text::bytea), 'hex'), ${at} from ballots`.execute(db);
  if (!judging)
    await sql`update ballots set state = 'locked', delivered_at = ${at}, locked_at = ${at}`.execute(db);
  await sql`analyze`.execute(db).catch(() => {});
  return { editionId, jurors };
}
