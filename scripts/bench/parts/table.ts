/** The secretariat's table of applications, from the request to the page, as applications grow: it is read a page at a time. Every invariant holds of what is asked for. */
import { sql } from 'kysely';
import { CONFIDENCE_WORDING } from '../../../src/core/policy/confidence.ts';
import { openDatabase, type Database } from '../../../src/platform/db/open.ts';
import { benchApp } from '../app.ts';
import { withDatabases } from '../databases.ts';
import { median, rounded, timed } from '../figures.ts';
import { atMost, type Part } from '../part.ts';
import { whole } from '../whole.ts';
import { makeYear, now, sentIn } from '../year.ts';

const sizes = [100, 1000, 10_000, 100_000];
const rounds = 9;
const secretary = 'secretary@example.no';
/** What is looked at: the first page, one far behind, and one by state. */
const views = { first: '', behind: 'after', byState: '?state=submitted' } as const;

export const measure: Part = (tell) =>
  withDatabases(async (make, dataDir) => {
    const growth: ({ nominations: number } & Record<keyof typeof views, number>)[] = [];
    for (const nominations of sizes) {
      tell(`the table of applications with ${nominations}`);
      const made = await make(`table_${nominations}`);
      const owner = openDatabase(made.owner);
      const { editionId } = await makeYear(owner, { nominations: 1, jurors: 1, state: 'judging' });
      await fill(owner, { editionId, nominations });
      await whole(owner, editionId, now);
      const { id: middle } = await owner
        .selectFrom('nominations')
        .select('id')
        .orderBy('organisation_name')
        .offset(Math.floor(nominations * 0.9))
        .limit(1)
        .executeTakeFirstOrThrow();
      await owner.destroy();
      const app = await benchApp(made.app, dataDir, now);
      const times = {} as Record<keyof typeof views, number>;
      for (const [name, query] of Object.entries(views) as [keyof typeof views, string][]) {
        const address = `/sekretariat/${editionId}/soknader${query === 'after' ? `?after=${middle}` : query}`;
        const page = () => app.get(secretary, address);
        if (!(await page()).includes('Virksomhet ')) throw new Error(`${address} shows no application.`);
        const taken = [];
        for (let round = 0; round < rounds; round++) taken.push(await timed(page));
        times[name] = rounded(median(taken), 1);
      }
      await app.close();
      growth.push({ nominations, ...times });
    }
    const [smallest, largest] = [growth.at(0)!, growth.at(-1)!];
    const ratio = (name: keyof typeof views) => rounded(largest[name] / smallest[name]);
    return {
      figures: { tableMs: growth },
      goals: (Object.keys(views) as (keyof typeof views)[]).map((name) =>
        atMost(`table of applications (${name}), 100,000 over 100`, ratio(name), 2),
      ),
    };
  });

/** Enterprises of many names, some with a number, some of one organisation twice; nine of ten are sent in. */
async function fill(
  db: Database,
  { editionId, nominations }: { editionId: string; nominations: number },
): Promise<void> {
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
  await sql`
    insert into nominations (edition_id, state, applicant_kind, organisation_name, organisation_key, created_by, created_at, receipt_number, submitted_at, submission_count)
    select ${editionId}, case when n % 10 = 0 then 'draft' else 'submitted' end, 'enterprise', 'Virksomhet ' || n, 'navn:virksomhet ' || (n - (n % 50 = 1)::int), ${person}, ${now},
      case when n % 10 = 0 then null else 'EP-T-' || n end, case when n % 10 = 0 then null else ${sentIn}::timestamptz - n * interval '1 second' end, (n % 10 <> 0)::int
    from generate_series(1, ${nominations - 1}::int) n`.execute(db);
}
