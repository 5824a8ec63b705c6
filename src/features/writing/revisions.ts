/** The history of a draft: what each person wrote in each part, in steps of five minutes. */
import { sql, type Kysely } from 'kysely';
import { personOf, type Unit } from '../../core/process/unit.ts';
import { addMinutes } from '../../platform/clock.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import type { RevisionKind } from './schema.ts';

/** What one writes within this many minutes is one step of the history. */
export const STEP_MINUTES = 5;

interface Writing {
  section: string;
  answers: Readonly<Record<string, string>>;
  kind?: 'writing' | 'conflict';
  /** Begins a new step although the last one is young: somebody else's words are about to be written over. */
  apart?: boolean;
}

/** Adds to the person's own latest step of this part, or begins a new one: one a person and part in five minutes. */
export async function keepWriting(
  unit: Unit,
  nominationId: string,
  { section, answers, kind = 'writing', apart = false }: Writing,
): Promise<void> {
  const { trx, now } = unit;
  const me = personOf(unit);
  if (apart) return addRevision(unit, nominationId, { section, kind, answers });
  const json = JSON.stringify(answers);
  await sql`with latest as (
      select id from revisions
      where nomination_id = ${nominationId} and section = ${section} and person_id = ${me} and kind = ${kind}
        and begun_at > ${addMinutes(now, -STEP_MINUTES)} and begun_at <= ${now}
      order by begun_at desc, id desc limit 1),
    added as (
      update revisions r set answers = r.answers || ${json}::jsonb, saved_at = ${now} from latest where r.id = latest.id returning r.id)
    insert into revisions (nomination_id, section, kind, person_id, begun_at, saved_at, answers)
    select ${nominationId}, ${section}, ${kind}, ${me}, ${now}, ${now}, ${json}::jsonb
    where not exists (select from added)`.execute(trx);
}

/** A step of its own. */
export async function addRevision(
  unit: Unit,
  nominationId: string,
  {
    section,
    kind,
    answers,
  }: { section: string; kind: RevisionKind; answers: Readonly<Record<string, string>> },
): Promise<void> {
  await unit.trx
    .insertInto('revisions')
    .values({
      nomination_id: nominationId,
      section,
      kind,
      person_id: personOf(unit),
      begun_at: unit.now,
      saved_at: unit.now,
      answers: JSON.stringify(answers),
    })
    .execute();
}

/** Every part as it was sent in. */
export async function keepSubmitted(unit: Unit, nominationId: string): Promise<void> {
  if (unit.actor.personId === null) return;
  await sql`insert into revisions (nomination_id, section, kind, person_id, begun_at, saved_at, answers)
    select a.nomination_id, q.section, 'submission', ${unit.actor.personId}, ${unit.now}, ${unit.now}, jsonb_object_agg(a.question_id, a.value)
    from answers a join questions q on q.id = a.question_id
    where a.nomination_id = ${nominationId} group by a.nomination_id, q.section order by min(q.position)`.execute(
    unit.trx,
  );
}

export interface Revision {
  id: string;
  section: string;
  kind: RevisionKind;
  by: string;
  personId: string;
  begunAt: Date;
  savedAt: Date;
  answers: Readonly<Record<string, string>>;
}

const revisions = (db: Kysely<DB>, nominationId: string) =>
  db
    .selectFrom('revisions as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .select([
      'r.id',
      'r.section',
      'r.kind',
      'r.person_id',
      'r.begun_at',
      'r.saved_at',
      'r.answers',
      'p.name',
      'p.email',
    ])
    .where('r.nomination_id', '=', nominationId);
type Row = Awaited<ReturnType<ReturnType<typeof revisions>['execute']>>[number];

const asRevision = (row: Row): Revision => ({
  id: row.id,
  section: row.section,
  kind: row.kind,
  by: row.name || row.email,
  personId: row.person_id,
  begunAt: row.begun_at,
  savedAt: row.saved_at,
  answers: row.answers as Record<string, string>,
});

/** How many steps a page of the history shows. */
export const PAGE_SIZE = 50;

/** The history, newest first; `before` is the id of the last step of the page before. */
export async function revisionsOf(
  db: Kysely<DB>,
  nominationId: string,
  options: { before?: string | undefined; section?: string | undefined } = {},
): Promise<Revision[]> {
  let query = revisions(db, nominationId);
  const { before, section } = options;
  if (section) query = query.where('r.section', '=', section);
  if (before)
    query = query.where(
      sql<boolean>`(r.saved_at, r.id) < (select saved_at, id from revisions where id = ${before}::uuid and nomination_id = ${nominationId})`,
    );
  const rows = await query
    .orderBy('r.saved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return rows.map(asRevision);
}

/** @throws not-found for a step that is not this application's */
export async function revisionOf(db: Kysely<DB>, nominationId: string, id: string): Promise<Revision> {
  const row = await revisions(db, nominationId).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw problem('not-found');
  return asRevision(row);
}
