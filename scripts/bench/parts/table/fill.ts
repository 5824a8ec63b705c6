/** Applications of a year, so many that the database must look them up: a few of each kind that the table can be asked for. */
import { sql } from 'kysely';
import { CONFIDENCE_WORDING } from '../../../../src/core/policy/confidence.ts';
import type { Database } from '../../../../src/platform/db/open.ts';
import { now, sentIn } from '../../year.ts';

export const secretary = 'secretary@example.no';

/**
 * Most are enterprises that have sent in, some of one organisation twice. Of 100, ten are drafts, two municipalities, one admitted; of
 * 1,000, one is returned and one has answered that.
 */
export async function fill(
  db: Database,
  { editionId, nominations }: { editionId: string; nominations: number },
): Promise<void> {
  const person = await addSecretary(db);
  await sql`
    insert into nominations (edition_id, state, applicant_kind, organisation_name, organisation_key, unit_name, created_by, created_at,
      receipt_number, submitted_at, submission_count, return_due_at, return_reason, return_count)
    select ${editionId},
      case when n % 10 = 0 then 'draft' when n % 1000 = 7 then 'returned' when n % 100 = 1 then 'admitted' else 'submitted' end,
      case when n % 50 = 3 then 'municipality' else 'enterprise' end,
      'Virksomhet ' || n,
      case when n % 50 = 3 then 'kommune:' || (array['03', '11', '46', '55'])[1 + n / 50 % 4] || n
        else 'navn:virksomhet ' || (n - (n % 50 = 1)::int) end,
      'Enhet ' || n % 777, ${person}, ${now},
      case when n % 10 > 0 then 'EP-T-' || n end,
      case when n % 10 > 0 then ${sentIn}::timestamptz - n * interval '1 second' end,
      (n % 10 > 0)::int,
      case when n % 1000 = 7 then ${now}::timestamptz + n * interval '1 second' end,
      case when n % 1000 = 7 then 'Mangler' end,
      (n % 1000 in (7, 17))::int
    from generate_series(1, ${nominations - 1}::int) n`.execute(db);
}

async function addSecretary(db: Database): Promise<string> {
  const { id: person } = await db
    .insertInto('people')
    .values({ email: secretary, name: 'Sekretær', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values({
      person_id: person,
      role: 'secretary',
      from_at: new Date('2026-01-01T00:00:00Z'),
      granted_by: person,
      confidence_at: now,
      confidence_wording: CONFIDENCE_WORDING,
    })
    .execute();
  return person;
}
