import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { meetingsHref } from '../../ui/edition-nav.ts';
import { findEdition } from '../editions/queries.ts';
import { endMeeting, markIn, orderItems, recordPeople, startMeeting } from './commands.ts';
import { closeOpening, markOut, openApplication, uncoverRanking, writeNote } from './commands-screen.ts';
import { orderSchema, peopleFrom, peopleSchema, placesFrom } from './forms.ts';
import { peopleOf } from './people.ts';
import { findMeeting, meetingOf, meetingsOf } from './queries.ts';
import { NOTE_LENGTH } from './schema.ts';
import { meetingPage, meetingsPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const closed = { additionalProperties: false } as const;
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
}
type OfMeeting = FastifyRequest<{ Params: { editionId: string; id: string } }>;

/** Where the meeting is held: started, and written down while it goes on. */
export async function meetingPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const list = { params: Type.Object({ editionId: uuid }) };
  const one = { params: Type.Object({ editionId: uuid, id: uuid }) };
  const hold = { action: 'edition.holdMeeting' };
  const meets = { action: 'nomination.meetOn' };

  app.get(
    '/sekretariat/:editionId/moter',
    { config: { action: 'edition.seeMeetings' }, schema: list },
    (request, reply) => showList(request, reply, request.params.editionId, {}),
  );

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [] }: Redrawn,
  ): Promise<FastifyReply> {
    const meetings = await meetingsOf(db, request, editionId);
    const row = await findEdition(db, request, editionId);
    const mayStart = can(edition, 'holdMeeting', row) && meetings.every(({ endedAt }) => endedAt !== null);
    return reply.page(
      meetingsPage(
        {
          edition: { id: row.id, year: row.year },
          meetings,
          people: mayStart ? await peopleOf(db, editionId, null, request.now) : [],
          mayStart,
          errors,
          saved: false,
          input: (name) => input[name],
        },
        request.lang,
      ),
    );
  }

  app.post('/sekretariat/:editionId/moter', { config: hold, schema: list }, async (request, reply) => {
    const { editionId } = request.params;
    const people = await peopleOf(db, (await findEdition(db, request, editionId)).id, null, request.now);
    const sent = await submitForm(request, peopleSchema(people), (given) =>
      transact(db, contextOf(request), (unit) => startMeeting(unit, editionId, peopleFrom(given))),
    );
    return sent.ok
      ? seeOther(reply, `${meetingsHref(editionId)}/${sent.result.id}`)
      : showList(request, reply.code(sent.status), editionId, sent);
  });

  app.get(
    '/sekretariat/:editionId/moter/:id',
    { config: { action: 'edition.seeMeetings' }, schema: one },
    (request, reply) =>
      show(request, reply, { saved: (request.query as { lagret?: string }).lagret !== undefined }),
  );

  async function show(
    request: OfMeeting,
    reply: FastifyReply,
    { input = {}, errors = [], saved = false }: Redrawn,
  ): Promise<FastifyReply> {
    const meeting = await meetingOf(db, request, request.params.id);
    if (meeting.editionId !== request.params.editionId) throw problem('not-found');
    return reply.page(meetingPage({ meeting, errors, saved, input: (name) => input[name] }, request.lang));
  }

  /** Does what a form of the meeting asks for, and shows the meeting again at `anchor`. */
  async function handle<S extends ReturnType<typeof Type.Object>>(
    request: OfMeeting,
    reply: FastifyReply,
    schema: S,
    { anchor, work }: { anchor: string; work: (unit: Unit, given: Type.Static<S>) => Promise<unknown> },
  ): Promise<FastifyReply> {
    const { editionId, id } = request.params;
    const sent = await submitForm(request, schema, (given) =>
      transact(db, contextOf(request), (unit) => work(unit, given)),
    );
    return sent.ok
      ? seeOther(reply, `${meetingsHref(editionId)}/${id}?lagret=1#${anchor}`)
      : show(request, reply.code(sent.status), sent);
  }

  const path = '/sekretariat/:editionId/moter/:id';
  const Person = Type.Object({ personId: uuid }, closed);

  app.post(`${path}/til-stede`, { config: hold, schema: one }, async (request, reply) => {
    const { id } = request.params;
    const { meeting } = await findMeeting(db, request, id);
    const people = await peopleOf(db, meeting.edition_id, id, request.now);
    return handle(request, reply, peopleSchema(people), {
      anchor: 'til-stede',
      work: (unit, given) => recordPeople(unit, id, peopleFrom(given)),
    });
  });

  app.post(`${path}/ut`, { config: hold, schema: one }, (request, reply) =>
    handle(request, reply, Person, {
      anchor: 'til-stede',
      work: (unit, { personId }) => markOut(unit, request.params.id, { personId }),
    }),
  );

  app.post(`${path}/inn`, { config: hold, schema: one }, (request, reply) =>
    handle(request, reply, Person, {
      anchor: 'til-stede',
      work: (unit, { personId }) => markIn(unit, request.params.id, personId),
    }),
  );

  app.post(`${path}/apne`, { config: meets, schema: one }, async (request, reply) => {
    const wanted = inputText((request.body ?? {}) as FormInput, 'nominationId');
    const name = `out-${wanted}`;
    return handle(request, reply, Type.Object({ nominationId: uuid, [name]: Type.Array(uuid) }, closed), {
      anchor: 'na',
      work: (unit, given) =>
        openApplication(unit, request.params.id, { nominationId: wanted, out: outOf(given, name) }),
    });
  });

  app.post(
    `${path}/rangering`,
    { config: { action: 'edition.uncoverRanking' }, schema: one },
    (request, reply) =>
      handle(request, reply, Type.Object({ 'out-ranking': Type.Array(uuid) }, closed), {
        anchor: 'na',
        work: (unit, given) => uncoverRanking(unit, request.params.id, { out: outOf(given, 'out-ranking') }),
      }),
  );

  app.post(`${path}/lukk`, { config: meets, schema: one }, (request, reply) =>
    handle(request, reply, Type.Object({}, closed), {
      anchor: 'na',
      work: (unit) => closeOpening(unit, request.params.id),
    }),
  );

  app.post(`${path}/rekkefolge`, { config: hold, schema: one }, async (request, reply) => {
    const { id } = request.params;
    const ids = (await meetingOf(db, request, id)).items.map(({ nominationId }) => nominationId);
    return handle(request, reply, orderSchema(ids), {
      anchor: 'rekkefolge',
      work: (unit, given) =>
        orderItems(unit, id, {
          order: given.order,
          byHand: given.order === 'hand' ? placesFrom(given, ids) : [],
        }),
    });
  });

  app.post(
    `${path}/notat/:nominationId`,
    {
      config: meets,
      schema: { params: Type.Object({ editionId: uuid, id: uuid, nominationId: uuid }) },
    },
    (request, reply) => {
      const { id, nominationId } = request.params;
      const [note, version] = [`note-${nominationId}`, `version-${nominationId}`];
      const schema = Type.Object(
        {
          [note]: Type.Optional(Type.String({ maxLength: NOTE_LENGTH })),
          [version]: Type.Integer({ minimum: 0 }),
        },
        closed,
      );
      return handle(request, reply, schema, {
        anchor: 'soknader',
        work: (unit, given) => {
          const read = given as Record<string, string | number | undefined>;
          const written = { body: String(read[note] ?? ''), version: Number(read[version]) };
          return writeNote(unit, id, nominationId, written);
        },
      });
    },
  );

  app.post(`${path}/avslutt`, { config: hold, schema: one }, (request, reply) =>
    handle(request, reply, Type.Object({}, closed), {
      anchor: 'soknader',
      work: (unit) => endMeeting(unit, request.params.id),
    }),
  );
}

const outOf = (given: object, name: string): string[] => (given as Record<string, string[]>)[name] ?? [];
