/** The tools of the demonstration for scripts. Registered in demo mode only. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { applyDue } from '../due.ts';
import { moveClock, signInAs } from './commands.ts';
import { clockSetting, mailbox, mailboxSize } from './queries.ts';

const config = { action: 'demo' };
const tags = ['demo'];
const closed = { additionalProperties: false };
const instantText = Type.String({ format: 'date-time' });
const email = Type.String({ format: 'email', maxLength: 254 });
const due = Type.Object({
  reminded: Type.Integer(),
  workReminded: Type.Integer(),
  substitutesAsked: Type.Integer(),
  warned: Type.Integer(),
  callReminded: Type.Integer(),
  answered: Type.Integer(),
  forgotten: Type.Integer(),
  closed: Type.Integer(),
  counted: Type.Integer(),
  published: Type.Integer(),
  batches: Type.Integer(),
  frozen: Type.Integer(),
});
const clock = Type.Object({
  now: instantText,
  real: Type.Boolean({ description: 'Nobody has moved the clock' }),
  running: Type.Boolean(),
});
const letter = Type.Object({
  id: Type.String(),
  to: Type.String(),
  template: Type.String(),
  language: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  paths: Type.Array(Type.String(), { description: 'The links in the letter, as paths of this service' }),
  state: Type.String(),
  createdAt: instantText,
});

export async function devApi(plain: FastifyInstance, { services }: { services: Services }): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  const clockNow = async () => {
    const setting = await clockSetting(db);
    return {
      now: (await services.clock.now()).toISOString(),
      real: setting === undefined,
      running: setting?.running ?? true,
    };
  };

  app.post(
    '/dev/sign-in',
    {
      config,
      schema: {
        tags,
        summary: 'A bearer token for whoever has this address; made when there is nobody',
        body: Type.Object({ email }, closed),
        response: { 200: Type.Object({ token: Type.String(), personId: Type.String() }) },
      },
    },
    (request) =>
      transact(db, { actor: systemActor, now: request.now, requestId: request.id }, (unit) =>
        signInAs(unit, request.body.email),
      ),
  );

  app.get(
    '/dev/clock',
    { config, schema: { tags, summary: 'The time of the demonstration', response: { 200: clock } } },
    clockNow,
  );

  app.put(
    '/dev/clock',
    {
      config,
      schema: {
        tags,
        summary: 'Moves the clock, and does what has become due; null gives real time back',
        body: Type.Object(
          {
            at: Type.Union([instantText, Type.Null()]),
            running: Type.Optional(Type.Boolean({ description: 'Default: it stands still' })),
          },
          closed,
        ),
        response: { 200: Type.Object({ ...clock.properties, due }) },
      },
    },
    async (request) => {
      const { at, running = false } = request.body;
      const done = await moveClock(services, at === null ? null : { at: instant(at), running });
      return { ...(await clockNow()), due: done };
    },
  );

  app.get(
    '/dev/mailbox',
    {
      config,
      schema: {
        tags,
        summary: `The letters, newest first, at most ${mailboxSize}`,
        querystring: Type.Object({ email: Type.Optional(email) }, closed),
        response: { 200: Type.Object({ letters: Type.Array(letter) }) },
      },
    },
    async (request) => {
      const letters = await mailbox(db, request.query.email);
      return {
        letters: letters.map(({ email: to, created_at, ...rest }) => ({
          ...rest,
          to,
          createdAt: created_at.toISOString(),
          paths: rest.body.split('\n').filter((line) => line.startsWith('/')),
        })),
      };
    },
  );

  app.post(
    '/dev/tick',
    {
      config,
      schema: {
        tags,
        summary: 'Does what is due, as the worker does every few seconds',
        response: { 200: due },
      },
    },
    async (request) => applyDue(services, request.now),
  );
}
