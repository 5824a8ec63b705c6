import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, personOf } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { createToken, revokeToken, updateProfile } from './commands.ts';
import { listPeople, peoplePerPage, personById, profileOf, tokensOf } from './queries.ts';
import { invite, removePerson } from './commands-access.ts';
import { endRole, grantRole } from './commands-roles.ts';
import { me, newToken, person, personAsJson, taskAsJson, token, tokenAsJson, uuid } from './schema-api.ts';
import { grantBody, inviteBody, profileBody, tokenBody, type GrantBody, type NewGrant } from './schema.ts';
import { waitingFor } from './waiting.ts';

const params = Type.Object({ id: uuid });
const signedIn = { action: 'signedIn' };
const administrator = { action: 'service.managePeople' };
const gone = { response: { 204: Type.Null() } };

const asGrant = ({ role, editionId, from, until, substituteFor }: GrantBody): NewGrant => ({
  role,
  editionId: editionId ?? null,
  from: from === undefined ? undefined : instant(from),
  until: until ? instant(until) : null,
  substituteFor: substituteFor ?? null,
});

/** Oneself, one's tokens, and for the administrator who may do what. */
export async function peopleApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/me',
    {
      config: signedIn,
      schema: { tags: ['me'], summary: 'Who is asking, and what waits for them', response: { 200: me } },
    },
    async (request) => readMe(request),
  );
  async function readMe(request: FastifyRequest) {
    const [profile, { tasks }] = await Promise.all([profileOf(db, request), waitingFor(db, request)]);
    return { ...profile, roles: [...contextOf(request).actor.roles], waiting: tasks.map(taskAsJson) };
  }

  app.patch(
    '/me',
    {
      config: signedIn,
      schema: {
        tags: ['me'],
        summary: 'Change name, telephone (empty removes it) or language',
        body: profileBody,
        response: { 200: me },
      },
    },
    async (request) => {
      await transact(db, contextOf(request), (unit) => updateProfile(unit, request.body));
      return readMe(request);
    },
  );

  app.get(
    '/tokens',
    {
      config: signedIn,
      schema: {
        tags: ['me'],
        summary: 'One’s own tokens that still hold',
        response: { 200: Type.Object({ tokens: Type.Array(token) }) },
      },
    },
    async (request) => ({ tokens: (await tokensOf(db, request)).map(tokenAsJson) }),
  );

  app.post(
    '/tokens',
    {
      config: signedIn,
      schema: {
        tags: ['me'],
        summary: 'Make a bearer token for a program',
        body: tokenBody,
        response: { 201: newToken },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        createToken(unit, { personId: personOf(unit), ...request.body }),
      );
      return reply.code(201).send({ ...tokenAsJson(made), token: made.token });
    },
  );

  app.delete(
    '/tokens/:id',
    {
      config: signedIn,
      schema: { tags: ['me'], summary: 'Revoke a token; it stops working at once', params, ...gone },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => revokeToken(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/people',
    {
      config: administrator,
      schema: {
        tags: ['people'],
        summary: `Who may do what; with q, everybody whose name or address holds it (at most ${peoplePerPage})`,
        querystring: Type.Object(
          { q: Type.Optional(Type.String({ maxLength: 200 })) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ people: Type.Array(person) }) },
      },
    },
    async (request) => ({ people: (await listPeople(db, request, request.query.q)).map(personAsJson) }),
  );

  app.post(
    '/people',
    {
      config: administrator,
      schema: {
        tags: ['people'],
        summary: 'Invite somebody with a role; they get a letter',
        body: inviteBody,
        response: { 201: person },
      },
    },
    async (request, reply) => {
      const { email, name, language = request.lang, ...grant } = request.body;
      const { personId } = await transact(db, contextOf(request), (unit) =>
        invite(unit, { email, name, language, ...asGrant(grant) }),
      );
      return reply.code(201).send(personAsJson(await personById(db, request, personId)));
    },
  );

  app.post(
    '/people/:id/roles',
    {
      config: administrator,
      schema: {
        tags: ['people'],
        summary: 'Give a role, for a time or until it is ended',
        params,
        body: grantBody,
        response: { 201: person },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await transact(db, contextOf(request), (unit) => grantRole(unit, id, asGrant(request.body)));
      return reply.code(201).send(personAsJson(await personById(db, request, id)));
    },
  );

  app.delete(
    '/roles/:id',
    {
      config: administrator,
      schema: {
        tags: ['people'],
        summary: 'End a role now, with all sessions and tokens of the person',
        params,
        ...gone,
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => endRole(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/people/:id',
    {
      config: administrator,
      schema: {
        tags: ['people'],
        summary: 'Shut somebody out: all roles end, and the address lets nobody in until it is invited again',
        params,
        ...gone,
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => removePerson(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );
}
