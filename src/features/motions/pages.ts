import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { findEdition } from '../editions/queries.ts';
import { mySeat, seatView, type MySeat } from '../jury/queries.ts';
import { meetingsOf } from '../meetings/queries.ts';
import { agreedWaiting } from '../results/queries-agreed.ts';
import { closeMotion, withdrawMotion } from './closing.ts';
import { castVote, putMotion, recordVotes, writeDissent } from './commands.ts';
import { motionOf, motionsOf } from './queries.ts';
import { namedOptions } from './options.ts';
import { showMotion } from './showing.ts';
import { MOTION_LENGTH, motionKinds, votes } from './schema.ts';
import { motionsPage, myMeetingPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const closed = { additionalProperties: false } as const;
const text = Type.Optional(Type.String({ maxLength: MOTION_LENGTH }));
const PutForm = Type.Object(
  {
    kind: Type.Enum([...motionKinds]),
    nominationId: Type.Optional(uuid),
    body: text,
    how: Type.Enum(['meeting', 'writing']),
    closesAt: Type.Optional(Type.String({ maxLength: 20 })),
    closesAtTime: Type.Optional(Type.String({ maxLength: 20 })),
  },
  closed,
);
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
}

/** Motions: put, voted on and closed. */
export async function motionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const list = { params: Type.Object({ editionId: uuid }) };
  const one = { params: Type.Object({ editionId: uuid, id: uuid }) };
  const mine = { params: Type.Object({ id: uuid }) };
  const keep = { action: 'motion.keep' };
  const wasSaved = (request: FastifyRequest): boolean =>
    (request.query as { lagret?: string }).lagret !== undefined;

  app.get(
    '/sekretariat/:editionId/forslag',
    { config: { action: 'edition.seeMeetings' }, schema: list },
    (request, reply) => show(request, reply, request.params.editionId, { saved: wasSaved(request) }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { input = {}, errors = [], saved = false }: Redrawn,
  ): Promise<FastifyReply> {
    const motions = await motionsOf(db, request, editionId);
    const row = await findEdition(db, request, editionId);
    return reply.page(
      motionsPage(
        {
          edition: { id: row.id, year: row.year },
          motions,
          options: can(edition, 'putMotion', row) ? await namedOptions(db, request, row.id) : null,
          errors,
          saved,
          input: (name) => inputText(input, name),
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/sekretariat/:editionId/forslag',
    { config: { action: 'edition.putMotion' }, schema: list },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(
        request,
        PutForm,
        ({ how, closesAt = '', closesAtTime = '', ...given }) => {
          const moment =
            how === 'writing' ? readMoment('closesAt', closesAt, closesAtTime, { deadline: true }) : null;
          if (moment && !moment.ok) throw problem('request/invalid', {}, moment.errors);
          return transact(db, contextOf(request), (unit) =>
            putMotion(unit, editionId, { ...given, closesAt: moment?.instant.toISOString() ?? null }),
          );
        },
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${editionId}/forslag?lagret=1`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/forslag/:id/stemmer',
    { config: keep, schema: one },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const { voters } = await motionOf(db, request, id);
      const given = Type.Optional(Type.Enum([...votes]));
      const schema = Type.Object(
        Object.fromEntries(voters.map(({ personId }) => [`vote-${personId}`, given])),
        closed,
      );
      const sent = await submitForm(request, schema, (read) =>
        transact(db, contextOf(request), (unit) =>
          recordVotes(unit, id, {
            votes: Object.entries(read).flatMap(([name, vote]) =>
              vote ? [{ personId: name.slice('vote-'.length), vote }] : [],
            ),
          }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `/sekretariat/${editionId}/forslag?lagret=1`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  for (const [step, work] of [
    ['avslutt', closeMotion],
    ['trekk', withdrawMotion],
    ['skjerm', showMotion],
  ] as const)
    app.post(
      `/sekretariat/:editionId/forslag/:id/${step}`,
      { config: keep, schema: one },
      async (request, reply) => {
        const { editionId, id } = request.params;
        const sent = await submitForm(request, Type.Object({}, closed), () =>
          transact(db, contextOf(request), (unit) => work(unit, id)),
        );
        return sent.ok
          ? seeOther(reply, `/sekretariat/${editionId}/forslag?lagret=1`)
          : show(request, reply.code(sent.status), editionId, sent);
      },
    );

  app.get('/jury/mote', { config: { action: 'edition.seeMeetings' } }, async (request, reply) =>
    showMine(request, reply, await mySeat(db, request), { saved: wasSaved(request) }),
  );

  async function showMine(
    request: FastifyRequest,
    reply: FastifyReply,
    seat: MySeat,
    { input = {}, errors = [], saved = false }: Redrawn,
  ): Promise<FastifyReply> {
    const meetings = await meetingsOf(db, request, seat.edition_id);
    return reply.page(
      myMeetingPage(
        {
          seat: seatView(seat),
          meetingId: meetings.find(({ endedAt }) => endedAt === null)?.id ?? null,
          motions: await motionsOf(db, request, seat.edition_id),
          agreements: await agreedWaiting(db, request, seat.edition_id),
          errors,
          saved,
          input: (name) => inputText(input, name),
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/jury/forslag/:id/stem',
    { config: { action: 'motion.vote' }, schema: mine },
    async (request, reply) => {
      const { id } = request.params;
      const seat = await mySeat(db, request);
      const field = `vote-${id}`;
      const sent = await submitForm(
        request,
        Type.Object({ [field]: Type.Enum([...votes]) }, closed),
        (given) => transact(db, contextOf(request), (unit) => castVote(unit, id, given[field]!)),
      );
      return sent.ok
        ? seeOther(reply, '/jury/mote?lagret=1')
        : showMine(request, reply.code(sent.status), seat, sent);
    },
  );

  app.post(
    '/jury/forslag/:id/dissens',
    { config: { action: 'motion.dissent' }, schema: mine },
    async (request, reply) => {
      const { id } = request.params;
      const seat = await mySeat(db, request);
      const field = `dissent-${id}`;
      const sent = await submitForm(
        request,
        Type.Object({ [field]: Type.String({ minLength: 1, maxLength: MOTION_LENGTH }) }, closed),
        (given) => transact(db, contextOf(request), (unit) => writeDissent(unit, id, given[field]!)),
      );
      return sent.ok
        ? seeOther(reply, '/jury/mote?lagret=1')
        : showMine(request, reply.code(sent.status), seat, sent);
    },
  );
}
