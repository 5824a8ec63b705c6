/**
 * "Ask to join" is offered for every organisation and always answered in the same words, whether or not there is an
 * application: choosing a name must not tell what others are doing.
 */
import { sql, type Kysely } from 'kysely';
import { scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf, type Unit, personOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { queueLetter } from '../correspondence/commands.ts';
import { refuseIdentityNumbers } from './commands.ts';
import { addMember } from './members.ts';
import { organisationOf } from './organisation.ts';
import { findNomination } from './queries.ts';
import type { ApplicantKind, NominationWithRelations } from './schema.ts';
import { cleanText } from './words.ts';

export interface JoinRequest {
  editionId: string;
  kind: ApplicantKind;
  organisation: string;
  key?: string | undefined;
  message?: string | undefined;
}

/** Asks; a second time while the first is open changes nothing. @throws not-found without such an edition; request/invalid */
export async function askToJoin(
  unit: Unit,
  { editionId, kind, message, ...given }: JoinRequest,
): Promise<void> {
  const { trx, now } = unit;
  const year = await trx
    .selectFrom('editions')
    .select(['id', 'year'])
    .where('id', '=', editionId)
    .where('announced_at', 'is not', null)
    .executeTakeFirst();
  if (!year) throw problem('not-found');
  const { key, name } = organisationOf(kind, given.organisation, given.key);
  // Read by others before anything is sent in, and the name stands in letters.
  refuseIdentityNumbers({ organisation: name, message: message ?? '' });
  const asked = await trx
    .insertInto('join_requests')
    .values({
      edition_id: editionId,
      organisation_key: key,
      organisation_name: name,
      person_id: personOf(unit),
      message: cleanText(message ?? ''),
      requested_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['edition_id', 'organisation_key', 'person_id'])
        // Written out: with a value to come no plan could find the index, once the statement is prepared.
        .where('state', '=', sql.lit('open'))
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!asked) return;
  unit.record({ editionId, subjectType: 'joinRequest', subjectId: asked.id, event: 'ask' });
  for (const { id, email, language, path } of await recipients(unit, editionId, key)) {
    await queueLetter(unit, {
      template: 'joinRequest',
      key: `join:${asked.id}:${id}`,
      to: { personId: id, email, language },
      editionId,
      params: {
        organisation: name,
        year: year.year,
        personName: unit.actor.name || unit.actor.email,
        path,
      },
    });
  }
}

interface Recipient {
  id: string;
  email: string;
  language: string;
  /** Where the request can be answered. */
  path: string;
}

/** Those who can answer: who works on an application of this organisation, else the secretariat. */
async function recipients({ trx, now }: Unit, editionId: string, key: string): Promise<Recipient[]> {
  const members = await sql<Recipient>`
    select p.id, p.email, p.language, '/soknad/' || min(n.id::text) || '/medarbeidere' as path
    from nominations n join nomination_members m on m.nomination_id = n.id and m.removed_at is null join people p on p.id = m.person_id
    where n.edition_id = ${editionId} and n.organisation_key = ${key} and n.state <> 'withdrawn'
    group by p.id order by p.id`.execute(trx);
  if (members.rows.length) return members.rows;
  const secretaries = await sql<Recipient>`
    select p.id, p.email, p.language, '/sekretariat/foresporsler' as path from people p
    where exists (select from role_grants g where g.person_id = p.id and g.role = 'secretary'
      and (g.edition_id is null or g.edition_id = ${editionId}) and g.from_at <= ${now} and (g.until_at is null or ${now} < g.until_at))
    order by p.id`.execute(trx);
  return secretaries.rows;
}

/** Applications of the same organisation and year that the reader may let somebody into. */
const joinable = (viewer: ReturnType<typeof viewerOf>, now: Date) =>
  sql<boolean>`(${scope(nomination, 'manageMembers', viewer, now, 'n')} or ${scope(edition, 'manage', viewer, now, 'e')})`;

/** Requests that wait for an answer from the reader. Never tells those who asked whether there is an application. */
export async function openJoinRequests(db: Kysely<DB>, { actor, now }: Reader) {
  const viewer = viewerOf(actor);
  const requests = await db
    .selectFrom('join_requests as j')
    .innerJoin('people as p', 'p.id', 'j.person_id')
    .innerJoin('editions as e', 'e.id', 'j.edition_id')
    .select([
      'j.id',
      'j.edition_id',
      'e.year',
      'j.organisation_name',
      'j.message',
      'j.requested_at',
      'p.name',
      'p.email',
    ])
    .select(
      sql<
        { id: string; unit: string; state: string }[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'unit', n.unit_name, 'state', n.state) order by n.created_at), '[]')
      from nominations n where n.edition_id = j.edition_id and n.organisation_key = j.organisation_key and n.state <> 'withdrawn' and ${joinable(viewer, now)})`.as(
        'applications',
      ),
    )
    .where('j.state', '=', 'open')
    .where(sql<boolean>`(${scope(edition, 'manage', viewer, now, 'e')} or exists (select from nominations n
      where n.edition_id = j.edition_id and n.organisation_key = j.organisation_key and n.state <> 'withdrawn' and ${scope(nomination, 'manageMembers', viewer, now, 'n')}))`)
    .orderBy('j.requested_at')
    .execute();
  return requests;
}
export type OpenJoinRequest = Awaited<ReturnType<typeof openJoinRequests>>[number];

/**
 * Answers a request. Yes opens one application to the person; which one may be left out when there is only one.
 *
 * @throws not-found for whoever may not answer it; request/invalid at `nomination` when it must be chosen
 */
export async function answerJoinRequest(
  unit: Unit,
  id: string,
  { accept, nominationId }: { accept: boolean; nominationId?: string | undefined },
): Promise<void> {
  await unit.trx.selectFrom('join_requests').select('id').where('id', '=', id).forUpdate().execute();
  const request = (await openJoinRequests(unit.trx, unit)).find((each) => each.id === id);
  if (!request) throw problem('not-found');
  const row = accept ? await chosen(unit, request, nominationId) : undefined;
  const { person_id } = await unit.trx
    .updateTable('join_requests')
    .set({
      state: accept ? 'accepted' : 'declined',
      answered_by: personOf(unit),
      answered_at: unit.now,
      nomination_id: row?.id ?? null,
    })
    .where('id', '=', id)
    .returning('person_id')
    .executeTakeFirstOrThrow();
  if (row) await addMember(unit, row, person_id);
  const person = await unit.trx
    .selectFrom('people')
    .select(['email', 'language'])
    .where('id', '=', person_id)
    .executeTakeFirstOrThrow();
  unit.record({
    editionId: request.edition_id,
    subjectType: 'joinRequest',
    subjectId: id,
    event: accept ? 'accept' : 'decline',
  });
  await queueLetter(unit, {
    template: 'joinAnswer',
    key: `join-answer:${id}`,
    to: { personId: person_id, ...person },
    editionId: request.edition_id,
    params: {
      organisation: request.organisation_name,
      year: request.year,
      accepted: accept,
      path: row ? `/soknad/${row.id}` : '/min-side',
    },
  });
}

async function chosen(
  unit: Unit,
  { applications }: OpenJoinRequest,
  wanted: string | undefined,
): Promise<NominationWithRelations> {
  const found = wanted
    ? applications.find(({ id }) => id === wanted)
    : applications.length === 1
      ? applications[0]
      : undefined;
  if (!found)
    throw problem('request/invalid', {}, [
      {
        field: 'nomination',
        message: (t) => t.nominations.join[applications.length ? 'chooseApplication' : 'noApplication'],
      },
    ]);
  return findNomination(unit.trx, unit, found.id);
}
