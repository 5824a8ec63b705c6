/** The jury's meetings as whoever writes them down sees them: nothing of an application that the reader is out of. */
import type { Kysely, Selectable } from 'kysely';
import { can, relationsOf, scope } from '../../core/policy/policy.ts';
import { edition, nomination } from '../../core/policy/resources.ts';
import { viewerOf } from '../../core/process/unit.ts';
import type { Reader } from '../../platform/actor.ts';
import type { DB, MeetingsTable } from '../../platform/db/types.ts';
import { problem } from '../../platform/http/problem.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { motionsSeenBy } from '../motions/queries.ts';
import { inOrder } from './order.ts';
import { mustBeOut, peopleOf } from './people.ts';
import type { MeetingHead, MeetingItem, MeetingOut, MeetingPerson } from './schema.ts';

export type MeetingRow = Selectable<MeetingsTable>;
export interface FoundMeeting {
  meeting: MeetingRow;
  edition: JudgedEdition;
}

/** A meeting of an edition that the reader has a part in. @throws not-found; auth/forbidden; process/not-now */
export async function findMeeting(
  db: Kysely<DB>,
  reader: Reader,
  id: string,
  action: 'seeMeetings' | 'holdMeeting' = 'seeMeetings',
): Promise<FoundMeeting> {
  const meeting = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!meeting) throw problem('not-found');
  const row = await findEdition(db, reader, meeting.edition_id);
  demand(row, action);
  return { meeting, edition: row };
}

/** The latest first. @throws not-found, auth/forbidden; process/not-now before the judging is closed */
export async function meetingsOf(db: Kysely<DB>, reader: Reader, editionId: string): Promise<MeetingHead[]> {
  demand(await findEdition(db, reader, editionId), 'seeMeetings');
  const rows = await db
    .selectFrom('meetings')
    .select(['id', 'started_at', 'ended_at'])
    .where('edition_id', '=', editionId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(headOf);
}

export const headOf = ({ id, started_at, ended_at }: Pick<MeetingRow, 'id' | 'started_at' | 'ended_at'>) => ({
  id,
  startedAt: started_at.toISOString(),
  endedAt: ended_at?.toISOString() ?? null,
});

export async function meetingOf(db: Kysely<DB>, reader: Reader, id: string): Promise<MeetingOut> {
  const { meeting, edition: row } = await findMeeting(db, reader, id);
  const people = await peopleOf(db, row.id, id, reader.now);
  const items = await itemsOf(db, reader, meeting, people, row.scoring);
  const open = await openingOf(db, id);
  const motion = open?.motion_id
    ? (await motionsSeenBy(db, reader, row)).find((one) => one.id === open.motion_id)
    : undefined;
  const mayUncover = !meeting.ended_at && row.scoring && can(edition, 'uncoverRanking', row);
  const forRanking = mayUncover ? ((await mustBeOut(db, id, [null])).get(null) ?? new Set<string>()) : null;
  return {
    ...headOf(meeting),
    editionId: row.id,
    year: row.year,
    scoring: row.scoring,
    order: meeting.item_order,
    people,
    open: open && {
      what:
        (open.what === 'application' && !items.some(isOf(open))) || (open.motion_id && !motion)
          ? 'hidden'
          : open.what,
      motion: motion ? { kind: motion.kind, organisation: motion.organisation } : null,
      nominationId: items.find(isOf(open))?.nominationId ?? null,
      openedAt: open.opened_at.toISOString(),
    },
    items,
    ranking: { mayUncover, mustBeOut: forRanking ? namedOut(people, forRanking) : [] },
    allowedActions: !meeting.ended_at && can(edition, 'holdMeeting', row) ? ['hold'] : [],
  };
}

const isOf =
  ({ nomination_id }: { nomination_id: string | null }) =>
  ({ nominationId }: { nominationId: string }): boolean =>
    nominationId === nomination_id;

const namedOut = (people: readonly MeetingPerson[], out: ReadonlySet<string>) =>
  people
    .filter(({ personId }) => out.has(personId))
    .map(({ personId, name, state }) => ({ personId, name, inRoom: state === 'here' }));

/** What the screen shows now. */
export async function openingOf(db: Kysely<DB>, meetingId: string) {
  const found = await db
    .selectFrom('meeting_openings')
    .select(['id', 'what', 'nomination_id', 'motion_id', 'opened_at'])
    .where('meeting_id', '=', meetingId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

async function itemsOf(
  db: Kysely<DB>,
  reader: Reader,
  meeting: MeetingRow,
  people: readonly MeetingPerson[],
  scoring: boolean,
): Promise<MeetingItem[]> {
  const viewer = viewerOf(reader.actor);
  const rows = await db
    .selectFrom('nominations as n')
    .leftJoin('meeting_notes as t', (join) =>
      join.onRef('t.nomination_id', '=', 'n.id').on('t.meeting_id', '=', meeting.id),
    )
    .leftJoin('people as w', 'w.id', 't.written_by')
    .select(['n.id', 'n.state', 'n.organisation_name', 'n.unit_name'])
    .select(['t.body', 't.version', 't.written_at', 'w.name as writer'])
    .select(relationsOf(nomination, viewer, reader.now, 'n').as('rel'))
    .where('n.edition_id', '=', meeting.edition_id)
    .where(scope(nomination, 'seeDiscussion', viewer, reader.now, 'n'))
    .execute();
  const times = await timesOf(db, meeting.id);
  const treats = (row: (typeof rows)[number]) => can(nomination, 'meetOn', row);
  const out = await mustBeOut(
    db,
    meeting.id,
    meeting.ended_at ? [] : rows.filter(treats).map(({ id }) => id),
  );
  return (await inOrder(db, meeting, rows)).map((row) => ({
    nominationId: row.id,
    organisation: row.organisation_name,
    unit: row.unit_name,
    times: times.get(row.id) ?? [],
    mayTreat: treats(row),
    mayAgree: scoring && can(nomination, 'seeResult', row),
    mustBeOut: namedOut(people, out.get(row.id) ?? new Set()),
    note:
      row.body === null
        ? null
        : {
            body: row.body,
            version: row.version!,
            writtenBy: row.writer ?? '',
            writtenAt: row.written_at!.toISOString(),
          },
  }));
}

async function timesOf(db: Kysely<DB>, meetingId: string) {
  const rows = await db
    .selectFrom('meeting_openings')
    .select(['nomination_id', 'opened_at', 'closed_at'])
    .where('meeting_id', '=', meetingId)
    .where('nomination_id', 'is not', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ nomination_id }) => nomination_id!)].map(([id, mine]) => [
      id,
      mine.map(({ opened_at, closed_at }) => ({
        openedAt: opened_at.toISOString(),
        closedAt: closed_at?.toISOString() ?? null,
      })),
    ]),
  );
}
