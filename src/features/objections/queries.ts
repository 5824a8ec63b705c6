/** Objections as each side may read them: the applicant's own with the answers, and those that wait for whoever answers. */
import { sql, type Kysely } from 'kysely';
import { actingChairOf } from '../../core/policy/relations/jury.ts';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { findNomination } from '../nominations/queries.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import type { JuryObjectionOut, JuryPerson, ObjectionOut } from './schema.ts';

export interface ObjectionPage {
  row: NominationWithRelations;
  year: number;
  /** First moment at which it is too late. */
  until: Date;
  /** An objection can be made now. */
  open: boolean;
  jury: JuryPerson[];
  objections: ObjectionOut[];
}

/** What an applicant can object to, until when, and what was answered. @throws not-found for anybody else */
export async function objectionPageOf(db: Kysely<DB>, reader: Reader, id: string): Promise<ObjectionPage> {
  const row = await findNomination(db, reader, id);
  const { rows } = await sql<{ year: number; until: Date }>`
    select year, objections_until(id) as until from editions where id = ${row.edition_id}`.execute(db);
  const { year, until } = rows[0]!;
  return {
    row,
    year,
    until,
    open: can(nomination, 'object', row) && reader.now < until,
    jury: await seatedJury(db, row.edition_id),
    objections: row.rel.applicant ? await ofNomination(db, id) : [],
  };
}

/** Those who sit with the jury now: what the public page of the call shows, too. */
export const seatedJury = (db: Kysely<DB>, editionId: string): Promise<JuryPerson[]> =>
  db
    .selectFrom('seat_holders as h')
    .innerJoin('seats as s', 's.id', 'h.seat_id')
    .innerJoin('people as p', 'p.id', 'h.person_id')
    .select(['p.id as personId', 'p.name', 's.organisation', 's.role'])
    .where('h.edition_id', '=', editionId)
    .where('h.until_at', 'is', null)
    .where('h.confirmed_at', 'is not', null)
    .where('s.role', '<>', 'deputy')
    .orderBy('s.position')
    .execute();

const objections = (db: Kysely<DB>) =>
  db
    .selectFrom('objections as o')
    .leftJoin('objection_texts as t', 't.objection_id', 'o.id')
    .leftJoin('people as p', 'p.id', 'o.about_id')
    .select(['o.id', 'o.about_id', 'o.made_at', 'o.answer', 'o.answered_at', 't.text', 'p.name as about']);

type Row = Awaited<ReturnType<ReturnType<typeof objections>['executeTakeFirstOrThrow']>>;
const out = ({ id, about, text, made_at, answer, answered_at }: Row): ObjectionOut => ({
  id,
  about,
  text,
  madeAt: made_at.toISOString(),
  answer,
  answeredAt: answered_at?.toISOString() ?? null,
});

const ofNomination = async (db: Kysely<DB>, nominationId: string): Promise<ObjectionOut[]> =>
  (
    await objections(db).where('o.nomination_id', '=', nominationId).orderBy('o.made_at', 'desc').execute()
  ).map(out);

/**
 * Objections of an edition for whoever answers them, the open ones first. Never one that is about the reader, nor one of an
 * application that the reader is out of.
 */
export async function objectionsToAnswer(
  db: Kysely<DB>,
  { actor, now }: Reader,
  editionId: string,
): Promise<JuryObjectionOut[]> {
  const viewer = viewerOf(actor);
  const ofActingChair = sql<boolean>`coalesce(o.about_id = ${actingChairOf(sql`n.edition_id`, sql`n.id`)}, false)`;
  const rows = await objections(db)
    .innerJoin('nominations as n', 'n.id', 'o.nomination_id')
    .select(['n.id as nomination_id', 'n.organisation_name', 'n.state'])
    .select(ofActingChair.as('of_acting_chair'))
    .select(relationsOf(nomination, viewer, now, 'n').as('rel'))
    .where('o.edition_id', '=', editionId)
    .where(scope(nomination, 'seeObjections', viewer, now, 'n'))
    .where(sql<boolean>`o.about_id is distinct from ${actor?.personId ?? null}::uuid`)
    .orderBy('o.answered_at', (order) => order.desc().nullsFirst())
    .orderBy('o.made_at')
    .execute();
  return rows
    .filter(({ rel, of_acting_chair }) => rel.actingChair || rel.auditor || of_acting_chair)
    .map((row) => ({
      ...out(row),
      nominationId: row.nomination_id,
      organisation: row.organisation_name,
      aboutId: row.about_id,
      mayAnswer:
        row.answered_at === null &&
        (row.rel.actingChair || row.of_acting_chair) &&
        can(nomination, 'answerObjection', { state: row.state, rel: row.rel }),
    }));
}
