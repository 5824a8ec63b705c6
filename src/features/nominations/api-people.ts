/** Who works on an application, and who asks to, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { answerJoinRequest, askToJoin, openJoinRequests } from './join-requests.ts';
import { inviteColleague, removeMember } from './members.ts';
import { membersOf, nominationFor } from './queries.ts';
import { kindSchema, newNominationFields } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const time = Type.String({ format: 'date-time' });
const tags = ['applications'];
const closed = { additionalProperties: false };

export async function nominationPeopleApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/nominations/:id/members',
    {
      config: { action: 'nomination.manageMembers' },
      schema: {
        tags,
        summary: 'Who works on an application',
        params,
        response: {
          200: Type.Object({
            members: Type.Array(
              Type.Object({ id: uuid, name: Type.String(), email: Type.String(), addedAt: time }),
            ),
          }),
        },
      },
    },
    async (request) => {
      await nominationFor(db, request, request.params.id, 'manageMembers');
      const members = await membersOf(db, request.params.id);
      return {
        members: members.map(({ added_at, ...member }) => ({ ...member, addedAt: added_at.toISOString() })),
      };
    },
  );

  app.post(
    '/nominations/:id/members',
    {
      config: { action: 'nomination.manageMembers' },
      schema: {
        tags,
        summary: 'Invite a colleague by mail',
        params,
        body: Type.Object({ email: Type.String({ format: 'email', maxLength: 254 }) }, closed),
        response: { 200: Type.Object({ personId: uuid }), 201: Type.Object({ personId: uuid }) },
      },
    },
    async (request, reply) => {
      const { personId, added } = await transact(db, contextOf(request), (unit) =>
        inviteColleague(unit, request.params.id, request.body.email),
      );
      return reply.code(added ? 201 : 200).send({ personId });
    },
  );

  app.delete(
    '/nominations/:id/members/:personId',
    {
      config: { action: 'nomination.manageMembers' },
      schema: {
        tags,
        summary: 'Remove a member; never the last one',
        params: Type.Object({ id: uuid, personId: uuid }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        removeMember(unit, request.params.id, request.params.personId),
      );
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/editions/:id/join-requests',
    {
      config: { action: 'service.apply' },
      schema: {
        tags,
        summary: 'Ask to join an application',
        description: 'Always answered alike, whether or not there is one.',
        params,
        body: Type.Object(
          {
            kind: kindSchema,
            organisation: newNominationFields.organisation,
            key: newNominationFields.key,
            message: Type.Optional(Type.String({ maxLength: 2000 })),
          },
          closed,
        ),
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        askToJoin(unit, { editionId: request.params.id, ...request.body }),
      );
      return reply.code(202).send(null);
    },
  );

  app.get(
    '/join-requests',
    {
      config: { action: 'service.apply' },
      schema: {
        tags,
        summary: 'Requests that wait for an answer from you',
        response: {
          200: Type.Object({
            requests: Type.Array(
              Type.Object({
                id: uuid,
                editionId: uuid,
                organisation: Type.String(),
                message: Type.String(),
                requestedAt: time,
                person: Type.Object({ name: Type.String(), email: Type.String() }),
                applications: Type.Array(
                  Type.Object({ id: uuid, unit: Type.String(), state: Type.String() }),
                ),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const requests = await openJoinRequests(db, request);
      return {
        requests: requests.map(
          ({ id, edition_id, organisation_name, message, requested_at, name, email, applications }) => ({
            id,
            editionId: edition_id,
            organisation: organisation_name,
            message,
            requestedAt: requested_at.toISOString(),
            person: { name, email },
            applications,
          }),
        ),
      };
    },
  );

  app.post(
    '/join-requests/:id/answer',
    {
      config: { action: 'service.apply' },
      schema: {
        tags,
        summary: 'Answer a request to join',
        params,
        body: Type.Object({ accept: Type.Boolean(), nominationId: Type.Optional(uuid) }, closed),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) =>
        answerJoinRequest(unit, request.params.id, request.body),
      );
      return reply.code(204).send(null);
    },
  );
}
