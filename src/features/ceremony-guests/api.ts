import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { askPlace, leaveBy, removeGuest, setSignup } from './commands.ts';
import { guestsOf } from './queries.ts';
import { Guest, GuestBody, Settings, SettingsBody, token } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['editions'];

export async function guestApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const anyone = { action: 'anyone' };
  const config = { action: 'edition.keepGuests' };

  app.post(
    '/ceremony-guests',
    {
      config: anyone,
      schema: {
        tags: ['public'],
        summary: 'Sign up for the coming ceremony; a letter says whether there is a place',
        body: GuestBody,
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      const { language, ...asked } = request.body;
      const from = { source: request.ip, secret: settings.sessionSecret };
      const context = { actor: systemActor, now: request.now, requestId: request.id };
      await transact(db, context, (unit) =>
        askPlace(unit, { ...asked, ...from, language: language ?? request.lang }),
      );
      return reply.code(202).send(null);
    },
  );

  app.post(
    '/ceremony-guests/:token/events',
    {
      config: anyone,
      schema: {
        tags: ['public'],
        summary: 'Sign off by the link of a letter; the next who waits gets the place',
        params: Type.Object({ token }),
        body: Type.Object({ type: Type.Literal('leave') }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const context = { actor: systemActor, now: request.now, requestId: request.id };
      await transact(db, context, (unit) => leaveBy(unit, settings, request.params.token));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/editions/:id/ceremony-guests',
    {
      config,
      schema: {
        tags,
        summary: 'How one signs up for the ceremony, who has, and who waits; forgotten 14 days after it',
        params,
        response: { 200: Type.Object({ settings: Settings, guests: Type.Array(Guest) }) },
      },
    },
    async (request) => {
      const { settings: own, guests } = await guestsOf(db, request, request.params.id);
      return { settings: own, guests };
    },
  );

  app.put(
    '/editions/:id/ceremony-signup',
    {
      config,
      schema: {
        tags,
        summary: 'Say how one signs up: nowhere, by a form elsewhere, or here with places and a waiting list',
        params,
        body: SettingsBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { closesAt, ...rest } = request.body;
      await transact(db, contextOf(request), (unit) =>
        setSignup(unit, request.params.id, {
          ...rest,
          ...(closesAt === undefined ? {} : { closesAt: instant(closesAt) }),
        }),
      );
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/editions/:id/ceremony-guests/:guestId',
    {
      config,
      schema: {
        tags,
        summary: 'Sign somebody off; the next who waits gets the place',
        params: Type.Object({ id: uuid, guestId: uuid }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, guestId } = request.params;
      await transact(db, contextOf(request), (unit) =>
        removeGuest(unit, settings, { editionId: id, id: guestId }),
      );
      return reply.code(204).send(null);
    },
  );
}
