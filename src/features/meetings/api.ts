import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { endMeeting, markIn, orderItems, recordPeople, startMeeting } from './commands.ts';
import { closeOpening, markOut, openApplication, uncoverRanking, writeNote } from './commands-screen.ts';
import { meetingOf, meetingsOf } from './queries.ts';
import { screenOf } from './queries-screen.ts';
import {
  InAgain,
  MeetingHead,
  MeetingOut,
  NoteIn,
  OpeningIn,
  OrderIn,
  OutIn,
  PeopleIn,
  ScreenOut,
  UncoveringIn,
} from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['meetings'];
const read = { config: { action: 'edition.seeMeetings' } };
const hold = { config: { action: 'edition.holdMeeting' } };
const meets = { config: { action: 'nomination.meetOn' } };

export async function meetingsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  /** Does it, and answers with the meeting as it has become. */
  const after = (
    request: FastifyRequest & { params: { id: string } },
    work: (unit: Unit, id: string) => Promise<unknown>,
  ) =>
    transact(db, contextOf(request), async (unit) => {
      await work(unit, request.params.id);
      return meetingOf(unit.trx, unit, request.params.id);
    });
  const changed = (summary: string) => ({ tags, summary, params, response: { 200: MeetingOut } });

  app.get(
    '/editions/:id/meetings',
    {
      ...read,
      schema: {
        tags,
        summary: 'The meetings of the jury, the latest first',
        params,
        response: { 200: Type.Object({ meetings: Type.Array(MeetingHead) }) },
      },
    },
    async (request) => ({ meetings: await meetingsOf(db, request, request.params.id) }),
  );

  app.post(
    '/editions/:id/meetings',
    {
      ...hold,
      schema: {
        tags,
        summary: 'Begin a meeting with those who are there, each asked about new conflicts',
        params,
        body: PeopleIn,
        response: { 201: MeetingOut },
      },
    },
    async (request, reply) =>
      reply.code(201).send(
        await transact(db, contextOf(request), async (unit) => {
          const { id } = await startMeeting(unit, request.params.id, request.body);
          return meetingOf(unit.trx, unit, id);
        }),
      ),
  );

  app.get(
    '/meetings/:id',
    { ...read, schema: changed('A meeting, as whoever writes it down sees it') },
    (request) => meetingOf(db, request, request.params.id),
  );

  app.get(
    '/meetings/:id/screen',
    {
      ...read,
      schema: {
        tags,
        summary: 'The shared screen: only what everybody present may see',
        params,
        response: { 200: ScreenOut },
      },
    },
    (request) => screenOf(db, request, request.params.id),
  );

  app.put(
    '/meetings/:id/people',
    {
      ...hold,
      schema: { ...changed('Who is there now, and the answer to "any new conflict?"'), body: PeopleIn },
    },
    (request) => after(request, (unit, id) => recordPeople(unit, id, request.body)),
  );

  app.post(
    '/meetings/:id/absences',
    { ...hold, schema: { ...changed('Somebody goes out of the room'), body: OutIn } },
    (request) => after(request, (unit, id) => markOut(unit, id, request.body)),
  );

  app.post(
    '/meetings/:id/returns',
    { ...hold, schema: { ...changed('Somebody comes in again'), body: InAgain } },
    (request) => after(request, (unit, id) => markIn(unit, id, request.body.personId)),
  );

  app.post(
    '/meetings/:id/openings',
    {
      ...meets,
      schema: {
        ...changed('Show an application, once those who are out of it have gone out'),
        body: OpeningIn,
      },
    },
    (request) => after(request, (unit, id) => openApplication(unit, id, request.body)),
  );

  app.post(
    '/meetings/:id/ranking',
    {
      config: { action: 'edition.uncoverRanking' },
      schema: { ...changed('Uncover the ranking for everybody in the room'), body: UncoveringIn },
    },
    (request) => after(request, (unit, id) => uncoverRanking(unit, id, request.body)),
  );

  app.delete('/meetings/:id/openings', { ...meets, schema: changed('Cover the screen') }, (request) =>
    after(request, closeOpening),
  );

  app.put(
    '/meetings/:id/order',
    { ...hold, schema: { ...changed('In which order the applications are treated'), body: OrderIn } },
    (request) => after(request, (unit, id) => orderItems(unit, id, request.body)),
  );

  app.put(
    '/meetings/:id/notes/:nominationId',
    {
      ...meets,
      schema: {
        tags,
        summary: 'What is said about an application',
        params: Type.Object({ id: uuid, nominationId: uuid }),
        body: NoteIn,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) =>
        writeNote(unit, request.params.id, request.params.nominationId, request.body),
      ),
  );

  app.post('/meetings/:id/end', { ...hold, schema: changed('End the meeting') }, (request) =>
    after(request, endMeeting),
  );
}
