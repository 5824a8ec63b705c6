import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { CONFIDENCE_WORDING } from '../../core/policy/confidence.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { addSeat, changeSeat, fillSeat, removeSeat, vacateSeat } from './commands-seats.ts';
import { decideConflict } from './commands-decide.ts';
import { confirmConfidence, declare } from './commands.ts';
import { proposalsToDecide } from './queries-detect.ts';
import { progressOf } from './queries-progress.ts';
import { mySeat, seatsOf } from './queries.ts';
import { conflictsOf, declarationsOf } from './queries-declarations.ts';
import {
  ConflictOut,
  DeclarationOut,
  Invitation,
  NewConflictDecision,
  NewDeclaration,
  NewSeat,
  ProgressOut,
  ProposalOut,
  SeatChange,
  SeatOut,
} from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['jury'];
const standing = Type.Object({ standing: Type.Enum(['undeclared', 'free', 'pending', 'recused']) });

export async function juryApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/seats',
    {
      config: { action: 'edition.read' },
      schema: {
        tags,
        summary: 'The seats of the jury and who holds them',
        params,
        response: { 200: Type.Object({ seats: Type.Array(SeatOut) }) },
      },
    },
    async (request) => ({ seats: await seatsOf(db, request, request.params.id) }),
  );

  app.post(
    '/editions/:id/seats',
    {
      config: { action: 'edition.adjust' },
      schema: {
        tags,
        summary: 'Add a seat that belongs to an organisation',
        params,
        body: NewSeat,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) => addSeat(unit, request.params.id, request.body)),
        ),
  );

  app.patch(
    '/seats/:id',
    {
      config: { action: 'edition.adjust' },
      schema: {
        tags,
        summary: 'Change organisation or role; a deputy who becomes a member has been called in',
        params,
        body: SeatChange,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => changeSeat(unit, request.params.id, request.body));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/seats/:id',
    {
      config: { action: 'edition.adjust' },
      schema: { tags, summary: 'Remove a seat that nobody has held', params, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => removeSeat(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/seats/:id/holder',
    {
      config: { action: 'edition.adjust' },
      schema: {
        tags,
        summary: 'Invite a person to a seat by mail; whoever held it leaves it',
        params,
        body: Invitation,
        response: { 200: Type.Object({ personId: uuid }) },
      },
    },
    (request) => transact(db, contextOf(request), (unit) => fillSeat(unit, request.params.id, request.body)),
  );

  app.delete(
    '/seats/:id/holder',
    {
      config: { action: 'edition.adjust' },
      schema: { tags, summary: 'Let the holder leave the seat', params, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => vacateSeat(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/editions/:id/confidence',
    {
      config: { action: 'signedIn' },
      schema: {
        tags,
        summary: 'Confirm the rules of confidence for the seat I was invited to',
        params,
        body: Type.Object({ accept: Type.Literal(true) }, { additionalProperties: false }),
        response: { 200: Type.Object({ wording: Type.Integer() }) },
      },
    },
    async (request) => {
      await transact(db, contextOf(request), (unit) => confirmConfidence(unit, request.params.id));
      return { wording: CONFIDENCE_WORDING };
    },
  );

  app.get(
    '/editions/:id/declarations',
    {
      config: { action: 'nomination.declare' },
      schema: {
        tags,
        summary: 'What I have answered, and for whom I still have to',
        params,
        response: { 200: Type.Object({ declarations: Type.Array(DeclarationOut) }) },
      },
    },
    async (request) => ({
      declarations: (await declarationsOf(db, request, { editionId: request.params.id })).map(
        ({ id, organisation_name, unit_name, partners, answer, standing }) => ({
          nominationId: id,
          organisation: organisation_name,
          unit: unit_name,
          partners,
          answer,
          standing,
        }),
      ),
    }),
  );

  app.post(
    '/nominations/:id/declarations',
    {
      config: { action: 'nomination.declare' },
      schema: {
        tags,
        summary: 'Say whether I have a connection to the applicant',
        params,
        body: NewDeclaration,
        response: { 201: standing },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) => declare(unit, request.params.id, request.body)),
        ),
  );

  app.get(
    '/editions/:id/conflicts',
    {
      config: { action: 'nomination.seeConflicts' },
      schema: {
        tags,
        summary: 'Connections declared, and what was decided on them',
        params,
        response: { 200: Type.Object({ conflicts: Type.Array(ConflictOut) }) },
      },
    },
    async (request) => ({ conflicts: await conflictsOf(db, request, request.params.id) }),
  );

  app.get(
    '/editions/:id/conflict-proposals',
    {
      config: { action: 'nomination.decideConflict' },
      schema: {
        tags,
        summary:
          'Connections that the service sees and nobody has declared or decided on: it proposes, people decide',
        params,
        response: { 200: Type.Object({ proposals: Type.Array(ProposalOut) }) },
      },
    },
    async (request) => ({ proposals: await proposalsToDecide(db, request, request.params.id) }),
  );

  app.post(
    '/nominations/:id/conflict-decisions',
    {
      config: { action: 'nomination.decideConflict' },
      schema: {
        tags,
        summary: 'Decide on somebody’s connection, never on one’s own',
        params,
        body: NewConflictDecision,
        response: { 201: standing },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await transact(db, contextOf(request), (unit) =>
            decideConflict(unit, request.params.id, request.body),
          ),
        ),
  );

  app.get(
    '/editions/:id/progress',
    {
      config: { action: 'edition.seeProgress' },
      schema: {
        tags,
        summary: 'Who has delivered and who is missing: counts, never scores',
        params,
        response: { 200: ProgressOut },
      },
    },
    (request) => progressOf(db, request, request.params.id),
  );

  app.get(
    '/editions/:id/seat',
    {
      config: { action: 'signedIn' },
      schema: {
        tags,
        summary: 'My own seat in the jury',
        params,
        response: {
          200: Type.Object({
            seatId: uuid,
            role: Type.String(),
            organisation: Type.String(),
            confirmed: Type.Boolean(),
            leads: Type.Boolean(),
            decides: Type.Boolean(),
          }),
        },
      },
    },
    async (request) => {
      const { seat_id, role, organisation, confirmed_at, leads, decides } = await mySeat(
        db,
        request,
        request.params.id,
      );
      return { seatId: seat_id, role, organisation, confirmed: confirmed_at !== null, leads, decides };
    },
  );
}
