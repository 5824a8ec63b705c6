/** What waits for a person: small questions, each scoped by the policy, so that nobody is told of what they may not see. */
import type { Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { namingsToAnswer } from '../namings/queries.ts';
import { publicOutcomeAt } from '../nominations/queries.ts';
import { deadlineOf } from '../nominations/window.ts';
import { countedTasks } from './waiting-tasks.ts';
import { taskKinds, type MyApplication, type OpenCall, type Task, type Waiting } from './schema.ts';

export async function waitingFor(db: Kysely<DB>, reader: Reader): Promise<Waiting> {
  const applications = await applicationsOf(db, reader);
  const openCall = await findOpenCall(db, reader);
  const counted = await countedTasks(db, reader);
  const returned = applications
    .filter(({ state }) => state === 'returned')
    .map(({ id, year, due }): Task => ({
      kind: 'completeApplication',
      path: `/soknad/${id}`,
      year,
      count: 1,
      due,
    }));
  const asked = (await namingsToAnswer(db, reader)).map(({ id, year, due }): Task => ({
    kind: 'answerNaming',
    path: `/soknad/${id}/fortrolig`,
    year,
    count: 1,
    due,
  }));
  return {
    applications,
    openCall,
    tasks: [...returned, ...asked, ...counted].toSorted(
      (a, b) => taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind),
    ),
  };
}

async function applicationsOf(db: Kysely<DB>, { actor, now }: Reader): Promise<MyApplication[]> {
  const rows = await db
    .selectFrom('nominations as n')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select(['n.id', 'n.organisation_name', 'n.state', 'n.return_due_at', 'n.extended_until'])
    .select(['e.year', 'e.closes_at'])
    .select(publicOutcomeAt(now).as('outcome'))
    .where(scope(nomination, 'readDraft', viewerOf(actor), now, 'n'))
    .orderBy('e.year', 'desc')
    .orderBy('n.organisation_name')
    .execute();
  return rows.map(({ year, closes_at, outcome, ...row }) => {
    const { id, organisation_name, state } = row;
    const writing = state === 'draft' || state === 'submitted' || state === 'returned';
    const due = writing ? deadlineOf({ closes_at }, row) : null;
    return {
      id,
      organisation: organisation_name,
      year,
      state: outcome ?? state,
      due: due && due > now ? due : null,
    };
  });
}

async function findOpenCall(db: Kysely<DB>, { now }: Reader): Promise<OpenCall | null> {
  const found = await db
    .selectFrom('editions')
    .select(['id as editionId', 'year', 'closes_at as closesAt'])
    .where('state', '=', 'announced')
    .where('opens_at', '<=', now)
    .where('closes_at', '>', now)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
