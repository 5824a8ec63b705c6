/** What the register said, kept for a while. It is asked outside of every transaction: nothing waits for it, nothing fails with it (ORG-2). */
import { sql, type Kysely } from 'kysely';
import { realNow } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import type { RegisterEntry } from '../../platform/organisation-register.ts';
import type { Services } from '../../platform/services.ts';
import type { RegisterSnapshot } from './schema.ts';

type Needed = Pick<Services, 'db' | 'organisations' | 'log'>;

/** How old an answer may be, in days: a new number may be entered any day, a known one seldom changes. */
const KEPT_DAYS = { found: 7, removed: 7, unknown: 1 } as const;
/** How long a page that has just saved a number waits for the register. */
const PATIENCE_MS = 1000;

/** What is kept of a number, as it would be said now. */
export async function registerSnapshot(db: Kysely<DB>, number: string | null): Promise<RegisterSnapshot> {
  if (number === null) return { status: 'noNumber', number };
  const kept = await db
    .selectFrom('organisation_lookups')
    .select(['status', 'entry'])
    .where('organisation_number', '=', number)
    .executeTakeFirst();
  if (!kept) return { status: 'notConfirmed', number };
  const status = kept.status === 'found' ? 'confirmed' : kept.status;
  return { status, number, ...(kept.entry as RegisterEntry | null) };
}

/** Asks for a number that was just written, and waits a moment for the answer. It is kept also when it comes later. */
export async function lookUp(services: Needed, number: string | null): Promise<void> {
  if (number === null || (await isFresh(services.db, number))) return;
  const asked = askAndKeep(services, number).catch((error: unknown) => {
    services.log.debug({ err: error }, 'an answer of the register of organisations was not kept');
  });
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([asked, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
  clearTimeout(timer);
}

async function isFresh(db: Kysely<DB>, number: string): Promise<boolean> {
  const { rows } =
    await sql`select from organisation_lookups l where l.organisation_number = ${number} and ${fresh()}`.execute(
      db,
    );
  return rows.length > 0;
}

const fresh = () => sql`l.fetched_at > ${realNow()}::timestamptz - make_interval(days => case l.status
  when 'found' then ${KEPT_DAYS.found}::int when 'removed' then ${KEPT_DAYS.removed}::int else ${KEPT_DAYS.unknown}::int end)`;

async function askAndKeep({ db, organisations }: Needed, number: string): Promise<boolean> {
  const answer = await organisations.ask(number);
  if (answer.status === 'notAnswered') return false;
  const row = {
    status: answer.status,
    entry: answer.status === 'found' ? JSON.stringify(answer.entry) : null,
    fetched_at: realNow(),
  };
  await db
    .insertInto('organisation_lookups')
    .values({ organisation_number: number, ...row })
    .onConflict((conflict) => conflict.column('organisation_number').doUpdateSet(row))
    .execute();
  return true;
}

/**
 * Asks for the numbers of applications that can still change, and of the organisations above them, where no fresh answer is kept.
 * Run by the tick, a few at a time.
 */
export async function refreshLookups(services: Needed): Promise<number> {
  const { rows } = await sql<{ number: string }>`
    with recursive used(number, depth) as (
      select distinct n.organisation_number, 0 from nominations n join editions e on e.id = n.edition_id
      where n.organisation_number is not null and n.state in ('draft', 'submitted', 'returned', 'admitted')
        and e.state in ('announced', 'closed', 'judging')
      union
      select l.entry->>'parent', used.depth + 1 from used join organisation_lookups l on l.organisation_number = used.number
      where l.entry->>'parent' is not null and used.depth < 3
    )
    select distinct used.number from used
    where organisation_number_is_valid(used.number)
      and not exists (select from organisation_lookups l where l.organisation_number = used.number and ${fresh()})
    order by used.number limit 5`.execute(services.db);
  let kept = 0;
  for (const { number } of rows) {
    if (!(await askAndKeep(services, number))) break;
    kept += 1;
  }
  return kept;
}
