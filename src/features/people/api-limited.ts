import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { endLimitedRole, giveLimitedRole, limitedRolesOf } from './limited.ts';
import { uuid } from './schema-api.ts';
import { limitedBody, limitedRoleNames } from './schema.ts';

const tags = ['people'];
const config = { action: 'edition.giveLimitedRoles' };
const params = Type.Object({ id: uuid });
const instantOut = Type.String({ format: 'date-time' });
const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** Those who are let in for one task of a year: by the secretariat. */
export async function limitedRoleApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/roles',
    {
      config,
      schema: {
        tags,
        summary: 'Who is let in for one task of the year, now or later',
        params,
        response: {
          200: Type.Object({
            roles: Type.Array(
              Type.Object({
                id: uuid,
                role: Type.Enum([...limitedRoleNames]),
                name: Type.String(),
                email: Type.String(),
                from: instantOut,
                until: orNull(instantOut),
                givenBy: orNull(Type.String()),
                rests: Type.Boolean({ description: 'Opens nothing: the holder takes part in the year' }),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { grants } = await limitedRolesOf(db, request, request.params.id);
      return {
        roles: grants.map(({ from, until, ...one }) => ({
          ...one,
          from: from.toISOString(),
          until: until?.toISOString() ?? null,
        })),
      };
    },
  );

  app.post(
    '/editions/:id/roles',
    {
      config,
      schema: {
        tags,
        summary: 'Let somebody in for one task of the year, until a day',
        params,
        body: limitedBody,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) => {
      const { language = request.lang, from, until, ...given } = request.body;
      const id = await transact(db, contextOf(request), (unit) =>
        giveLimitedRole(unit, request.params.id, {
          ...given,
          language,
          from: from === undefined ? undefined : instant(from),
          until: instant(until),
        }),
      );
      return reply.code(201).send({ id });
    },
  );

  app.delete(
    '/editions/:id/roles/:grantId',
    {
      config,
      schema: {
        tags,
        summary: 'End such a role now, with all sessions and tokens of the person',
        params: Type.Object({ id: uuid, grantId: uuid }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, grantId } = request.params;
      await transact(db, contextOf(request), (unit) => endLimitedRole(unit, id, grantId));
      return reply.code(204).send(null);
    },
  );
}
