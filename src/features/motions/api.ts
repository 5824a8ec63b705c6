import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { closeMotion, withdrawMotion } from './closing.ts';
import { castVote, putMotion, recordVotes, writeDissent } from './commands.ts';
import { motionOf, motionsOf } from './queries.ts';
import { DissentIn, MotionIn, MotionOut, VoteIn, VotesIn } from './schema.ts';
import { showMotion } from './showing.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['meetings'];
const read = { action: 'motion.read' };

export async function motionsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const changed = (summary: string) => ({ tags, summary, params, response: { 200: MotionOut } });
  /** Does it, and answers with the motion as it has become. */
  const after = (
    request: FastifyRequest & { params: { id: string } },
    work: (unit: Unit, id: string) => Promise<unknown>,
  ) =>
    transact(db, contextOf(request), async (unit) => {
      await work(unit, request.params.id);
      return motionOf(unit.trx, unit, request.params.id);
    });

  app.get(
    '/editions/:id/motions',
    {
      config: read,
      schema: {
        tags,
        summary: 'Motions of the jury, the latest first, with who may vote and who has',
        params,
        response: { 200: Type.Object({ motions: Type.Array(MotionOut) }) },
      },
    },
    async (request) => ({ motions: await motionsOf(db, request, request.params.id) }),
  );

  app.post(
    '/editions/:id/motions',
    {
      config: { action: 'edition.putMotion' },
      schema: {
        tags,
        summary: 'Put a motion, at the meeting or in writing until a deadline',
        params,
        body: MotionIn,
        response: { 201: MotionOut },
      },
    },
    async (request, reply) =>
      reply.code(201).send(
        await transact(db, contextOf(request), async (unit) => {
          const { id } = await putMotion(unit, request.params.id, request.body);
          return motionOf(unit.trx, unit, id);
        }),
      ),
  );

  app.get('/motions/:id', { config: read, schema: changed('A motion') }, (request) =>
    motionOf(db, request, request.params.id),
  );

  app.put(
    '/motions/:id/vote',
    {
      config: { action: 'motion.vote' },
      schema: { ...changed('Vote, or vote anew before it is closed'), body: VoteIn },
    },
    (request) => after(request, (unit, id) => castVote(unit, id, request.body.vote)),
  );

  app.put(
    '/motions/:id/votes',
    {
      config: { action: 'motion.keep' },
      schema: { ...changed('Record the votes of those in the room; only at a meeting'), body: VotesIn },
    },
    (request) => after(request, (unit, id) => recordVotes(unit, id, request.body)),
  );

  app.post(
    '/motions/:id/closing',
    { config: { action: 'motion.keep' }, schema: changed('Close the vote and count it') },
    (request) => after(request, closeMotion),
  );

  app.post(
    '/motions/:id/screen',
    {
      config: { action: 'motion.keep' },
      schema: changed('Show the motion on the shared screen; once it is closed, uncover what came of it'),
    },
    (request) => after(request, showMotion),
  );

  app.post(
    '/motions/:id/withdrawal',
    { config: { action: 'motion.keep' }, schema: changed('Withdraw a motion before it is closed') },
    (request) => after(request, withdrawMotion),
  );

  app.post(
    '/motions/:id/dissent',
    {
      config: { action: 'motion.dissent' },
      schema: { ...changed('Say why one voted otherwise than the jury; once'), body: DissentIn },
    },
    (request) => after(request, (unit, id) => writeDissent(unit, id, request.body.body)),
  );
}
