/** Rows in every state with people in every relation to them, straight into the tables: for asking the policy, not for playing a year. */
import { sql } from 'kysely';
import { nominationStates } from '../../src/features/nominations/schema.ts';
import type { Database } from '../../src/platform/db/open.ts';
import { confirmed } from './granted.ts';

const seatRoles = ['chair', 'deputyChair', 'member', 'member', 'member', 'deputy'] as const;
const editionStates = [
  'planned',
  'announced',
  'closed',
  'judging',
  'deliberating',
  'decided',
  'finalistsPublished',
  'winnerAnnounced',
] as const;

/** Returns the ids of all the people. Deterministic: a small generator with a fixed seed. */
export async function randomYear(db: Database, now: Date): Promise<string[]> {
  let seed = 7;
  const chance = (p: number) => (seed = (seed * 48271) % 2147483647) / 2147483647 < p;
  const day = (n: number) => new Date(now.getTime() + n * 86_400_000);
  /** Confirmed, confirmed in an older wording, or not at all. */
  const confidence = () =>
    chance(0.85) ? confirmed(day(-50)) : chance(0.5) ? { ...confirmed(day(-50)), confidence_wording: 1 } : {};
  const people = await db
    .insertInto('people')
    .values(Array.from({ length: 14 }, (_, i) => ({ email: `person${i}@example.no`, created_at: now })))
    .returning('id')
    .execute();
  const ids = people.map((person) => person.id);
  const [first] = ids as [string];

  for (const [index, state] of editionStates.entries()) {
    const closed = ['deliberating', 'decided', 'finalistsPublished', 'winnerAnnounced'].includes(state);
    const { id: editionId } = await db
      .insertInto('editions')
      .values({
        year: 2030 + index,
        state,
        opens_at: day(-90),
        closes_at: day(-20),
        judging_ends_at: day(10),
        finalists_at: day(11),
        ceremony_at: day(30),
        scale_words: '{}',
        texts: '{}',
        prize_amount: 100000,
        created_at: day(-100),
        announced_at: day(-90),
        rules_sha256: 'x',
        judging_started_at: day(-10),
        judging_closed_at: closed ? day(-1) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: region_id } = await db.selectFrom('regions').select('id').limit(1).executeTakeFirstOrThrow();
    for (const role of [
      'administrator',
      'secretary',
      'leader',
      'communications',
      'embargoReader',
      'auditor',
    ] as const) {
      for (const person_id of ids) {
        if (!chance(0.2)) continue;
        const [from_at, until_at] = chance(0.7)
          ? [day(-50), null]
          : chance(0.5)
            ? [day(-50), day(-1)]
            : [day(5), day(90)];
        // Nor does whoever applies to a year run all of them.
        const inAll = chance(0.2) && !(await applies(db, person_id));
        await db
          .insertInto('role_grants')
          .values({
            person_id,
            role,
            ...(role === 'communications' || role === 'embargoReader'
              ? { edition_id: editionId, until_at: until_at ?? day(60) }
              : { edition_id: inAll ? null : editionId, until_at }),
            from_at,
            ...confidence(),
          })
          .execute();
      }
    }
    const holders = ids.slice(0, seatRoles.length);
    const seats: string[] = [];
    for (const [position, role] of seatRoles.entries()) {
      const { id } = await db
        .insertInto('seats')
        .values({ edition_id: editionId, position, organisation: 'KS', role })
        .returning('id')
        .executeTakeFirstOrThrow();
      seats.push(id);
      if (chance(0.85)) {
        await db
          .insertInto('seat_holders')
          .values({
            seat_id: id,
            edition_id: editionId,
            person_id: holders[position] as string,
            invited_by: first,
            invited_at: day(-60),
            confirmed_at: chance(0.85) ? day(-50) : null,
            ...confidence(),
            until_at: chance(0.1) ? day(-5) : null,
          })
          .execute();
      }
    }
    const diligent = holders.filter(() => chance(0.6));
    for (const nominationState of nominationStates) {
      const sent = !['draft', 'withdrawn'].includes(nominationState);
      const { id } = await db
        .insertInto('nominations')
        .values({
          edition_id: editionId,
          state: nominationState,
          applicant_kind: 'municipality',
          organisation_name: 'Eigersund',
          organisation_key: 'kommune:1101',
          created_by: first,
          created_at: day(-40),
          receipt_number: sent ? `EP-${index}-${nominationState}` : null,
          submitted_at: sent ? day(-30) : null,
          submission_count: sent ? 1 : 0,
          return_count: nominationState === 'returned' ? 1 : 0,
          return_due_at: day(5),
          return_reason: 'mangler',
          rejection_reason: 'for sent',
          withdrawn_at: nominationState === 'withdrawn' ? day(-3) : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      for (const person_id of ids)
        if (chance(0.1))
          await db
            .insertInto('adviser_access')
            .values({
              nomination_id: id,
              region_id,
              person_id,
              given_by: first,
              given_at: day(-20),
              ...(chance(0.3) && { ended_at: day(-2), ended_by: first }),
            })
            .execute();
      if (chance(0.4))
        await db
          .insertInto('help_requests')
          .values({
            nomination_id: id,
            asked_by: first,
            asked_at: day(-20),
            ...(chance(0.3) && { closed_at: day(-2), closed_by: first, closed_why: 'applicant' as const }),
          })
          .execute();
      for (const person_id of ids) {
        // Whoever runs a year works on no application to it; that they once have is possible.
        const left = chance(0.2) || (await runsYear(db, person_id, { editionId, at: day(-40) }));
        if (chance(0.15))
          await db
            .insertInto('nomination_members')
            .values({
              nomination_id: id,
              person_id,
              added_by: first,
              added_at: day(-40),
              removed_at: left ? day(-2) : null,
            })
            .execute();
      }
      for (const [i, person_id] of holders.entries()) {
        if (diligent.includes(person_id) || chance(0.5)) {
          await db
            .insertInto('declarations')
            .values({
              edition_id: editionId,
              nomination_id: id,
              person_id,
              answer: chance(0.8) ? 'none' : chance(0.5) ? 'unsure' : 'connection',
              grounds: ['H9'],
              wording_version: 1,
              declared_at: day(-15),
            })
            .execute();
          if (chance(0.15)) {
            const recused = chance(0.6);
            await db
              .insertInto('recusal_decisions')
              .values({
                edition_id: editionId,
                nomination_id: id,
                person_id,
                recused,
                reach: recused ? (chance(0.2) ? 'edition' : 'choices') : null,
                reason: 'Vurdert av de andre i juryen.',
                decided_by: ids[13] as string,
                decided_at: day(-14),
              })
              .execute();
          }
        }
        if (chance(0.5)) {
          const ballotState =
            (['assigned', 'started', 'delivered', 'locked', 'recused', 'voided'] as const)[
              Math.floor((seed / 2147483647) * 6)
            ] ?? 'assigned';
          await db
            .insertInto('ballots')
            .values({
              edition_id: editionId,
              nomination_id: id,
              person_id,
              seat_id: seats[i] as string,
              state: ballotState,
              assigned_at: day(-10),
              delivered_at: day(-5),
              locked_at: day(-1),
            })
            .execute();
        }
      }
    }
    if (closed) await publishFinalists(db, editionId, ids, chance(0.7) ? day(-1) : day(1));
  }
  return ids;
}

async function publishFinalists(
  db: Database,
  editionId: string,
  people: readonly string[],
  publishAt: Date,
): Promise<void> {
  const [maker, approver] = people as [string, string];
  const { id } = await db
    .insertInto('decisions')
    .values({ edition_id: editionId, kind: 'finalists', decided_by: maker, decided_at: publishAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', 'in', ['scored', 'finalist', 'winner'])
    .execute();
  await db
    .insertInto('decision_entries')
    .values(rows.map((row) => ({ decision_id: id, nomination_id: row.id, outcome: 'finalist' as const })))
    .execute();
  await db
    .insertInto('publications')
    .values({
      edition_id: editionId,
      kind: 'finalists',
      decision_id: id,
      publish_at: publishAt,
      texts: '{}',
      prepared_by: maker,
      prepared_at: publishAt,
      approved_by: approver,
      approved_at: publishAt,
    })
    .execute();
}

async function runsYear(
  db: Database,
  personId: string,
  { editionId, at }: { editionId: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{
    runs: boolean;
  }>`select runs_year(${personId}, ${editionId}, ${at}) as runs`.execute(db);
  return rows[0]?.runs ?? false;
}

async function applies(db: Database, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    applies: boolean;
  }>`select applies_to_year(${personId}, null) as applies`.execute(db);
  return rows[0]?.applies ?? false;
}
