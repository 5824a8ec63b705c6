/** Making a practice edition, letting its invented people act, and purging it. The real service keeps one row: that it was purged, and by whom. */
import { sql } from 'kysely';
import { transact, type UnitContext } from '../../core/process/unit.ts';
import { databaseClock } from '../../platform/clock.ts';
import { problem } from '../../platform/http/problem.ts';
import type { PracticeHost } from '../../platform/practice.ts';
import type { Services } from '../../platform/services.ts';
import { draftOf } from '../editions/commands.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { authoriseService } from '../people/commands.ts';
import { playOthers, type Played } from '../seed/practice-others.ts';
import { playPractice, type PracticeSource } from '../seed/practice.ts';
import { setStage } from '../seed/stage.ts';
import { practiceRun } from './queries.ts';

type Needed = Pick<Services, 'db' | 'practice' | 'log'>;

/** @throws practice/unavailable; auth/forbidden */
async function hostFor({ db, practice }: Needed, context: UnitContext): Promise<PracticeHost> {
  await transact(db, context, (unit) => authoriseService(unit, 'practise'));
  if (!practice) throw problem('practice/unavailable');
  return practice;
}

/**
 * Makes one of an edition's setup, played by invented people until the day before its deadline.
 *
 * @throws not-found; conflict/exists when there is one; practice/unavailable
 */
export async function makePractice(services: Needed, context: UnitContext, editionId: string): Promise<void> {
  const host = await hostFor(services, context);
  const source = await sourceOf(services, context, editionId);
  try {
    await host.prepare();
  } catch (error) {
    services.log.error({ err: error }, 'the database of the practice cannot be used');
    throw problem('practice/unavailable');
  }
  await settle(services, context, host);
  if (await host.run()) throw problem('practice/exists');
  await host.db.transaction().execute(async (trx) => {
    await sql`select begin_practice(${source.year}, ${context.actor.name}, ${context.now})`.execute(trx);
    // Ours from here on: whatever lies there was left by one that broke off.
    await host.emptyFolder();
    await playPractice(setStage(trx, host.files), source);
  });
}

const sourceOf = ({ db }: Needed, context: UnitContext, editionId: string): Promise<PracticeSource> =>
  transact(db, context, async (unit) => {
    const row = await findEdition(unit.trx, unit, editionId);
    demand(row, 'manage');
    const letterTexts = await unit.trx
      .selectFrom('letter_texts')
      .select(['letter', 'texts'])
      .distinctOn('letter')
      .where('edition_id', '=', editionId)
      .orderBy('letter')
      .orderBy('version', 'desc')
      .execute();
    return {
      year: row.year,
      draft: await draftOf(unit.trx, row, row.year),
      letterTexts: letterTexts.filter(({ texts }) => texts !== null),
    };
  });

/** The invented people do what waits for them. @throws practice/none */
export async function playPracticeOn(services: Needed, context: UnitContext): Promise<Played> {
  const host = await hostFor(services, context);
  const run = await practiceRun(services);
  if (!run) throw problem('practice/none');
  const now = await databaseClock(host.db).now();
  return host.db.transaction().execute(async (trx) => {
    const edition = await trx
      .selectFrom('editions')
      .select('id')
      .where('year', '=', run.year)
      .executeTakeFirstOrThrow();
    return playOthers(setStage(trx, host.files), edition.id, now);
  });
}

/**
 * Everything of it goes at once: rows, documents, letters, log. Killed midway, the next look at it finishes.
 *
 * @throws practice/none
 */
export async function purgePractice(services: Needed, context: UnitContext): Promise<void> {
  const host = await hostFor(services, context);
  if (!(await practiceRun(services))) {
    await settle(services, context, host);
    throw problem('practice/none');
  }
  await host.rest();
  await sql`select purge_practice(${context.actor.name}, ${context.now})`.execute(host.db);
  await settle(services, context, host);
}

/** After the rows, the folder; then it is written down once, and only then the last row goes. */
async function settle({ db }: Needed, context: UnitContext, host: PracticeHost): Promise<void> {
  const run = await host.run();
  if (!run?.purgedAt) return;
  await host.emptyFolder();
  await transact(db, context, async (unit) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('practice', 0))`.execute(unit.trx);
    const known = await unit.trx
      .selectFrom('audit_events')
      .select('id')
      .where('subject_id', '=', run.run)
      .where('event', '=', 'purge')
      .executeTakeFirst();
    if (known) return;
    const { year, madeBy, madeAt, purgedBy } = run;
    unit.record({
      editionId: null,
      subjectType: 'practice',
      subjectId: run.run,
      event: 'purge',
      payload: { year, madeBy, madeAt: madeAt.toISOString(), purgedBy },
    });
  });
  await sql`select forget_practice(${run.run})`.execute(host.db);
}
