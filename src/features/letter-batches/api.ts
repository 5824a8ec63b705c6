import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { resendMissing } from '../correspondence/commands.ts';
import { changeBatch, discardBatch, sendBatch, writeBatch } from './commands.ts';
import { batchesOf, batchOf, findBatch, tellsOutcome } from './queries.ts';
import { scheduleBatch, stopBatch } from './scheduling.ts';
import { BatchBody, BatchChange, BatchOut, WholeBatch } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['letters'];
const version = Type.Integer({ minimum: 0 });
const closed = { additionalProperties: false };
const event = Type.Union([
  Type.Object(
    {
      type: Type.Literal('send'),
      version,
      seen: Type.String({
        maxLength: 64,
        description: 'The `recipientsHash` of the recipients that were seen',
      }),
    },
    closed,
  ),
  Type.Object(
    {
      type: Type.Literal('schedule'),
      version,
      seen: Type.String({ maxLength: 64, description: 'As of `send`' }),
      sendAt: Type.String({ format: 'date-time' }),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('stop'), version }, closed),
  Type.Object({ type: Type.Literal('discard'), version }, closed),
  Type.Object({ type: Type.Literal('resendMissing') }, closed),
]);

export async function letterBatchApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/letter-batches',
    {
      config: { action: 'edition.approveLetters' },
      schema: {
        tags,
        summary: 'Letters to many at once; whoever only approves sees those that tell of a decision',
        params,
        response: { 200: Type.Object({ batches: Type.Array(BatchOut) }) },
      },
    },
    async (request) => {
      const { batches } = await batchesOf(db, request, request.params.id);
      return { batches };
    },
  );

  app.post(
    '/editions/:id/letter-batches',
    {
      config: { action: 'edition.writeLetters' },
      schema: {
        tags,
        summary: 'Write to many at once; nothing goes before it is sent',
        params,
        body: BatchBody,
        response: { 201: Type.Object({ id: uuid, version }) },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) =>
        writeBatch(unit, request.params.id, request.body),
      );
      return reply.code(201).send(made);
    },
  );

  app.get(
    '/letter-batches/:id',
    {
      config: { action: 'edition.approveLetters' },
      schema: {
        tags,
        summary: 'A batch with exactly those whom it goes to now, or went to',
        params,
        response: { 200: WholeBatch },
      },
    },
    async (request) => {
      const { whole, row } = await batchOf(db, request, request.params.id);
      if (tellsOutcome(row)) request.opens = new Set(['letters']);
      return whole;
    },
  );

  app.put(
    '/letter-batches/:id',
    {
      config: { action: 'edition.writeLetters' },
      schema: {
        tags,
        summary: 'Change a batch that has not gone',
        params,
        body: BatchChange,
        response: { 200: Type.Object({ version }) },
      },
    },
    (request) =>
      transact(db, contextOf(request), (unit) => changeBatch(unit, request.params.id, request.body)),
  );

  app.post(
    '/letter-batches/:id/events',
    {
      config: { action: 'edition.approveLetters' },
      schema: {
        tags,
        summary:
          'Send a batch to those who were seen, at once or at a set moment; stop or give it up; send it again to those whom it did not reach',
        params,
        body: event,
        response: { 200: Type.Object({ letters: Type.Integer() }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { body } = request;
      const letters = await transact(db, contextOf(request), async (unit) => {
        if (body.type === 'send') return sendBatch(unit, id, body);
        if (body.type === 'resendMissing') {
          const { edition } = await findBatch(unit.trx, unit, id);
          return resendMissing(unit, edition.id, id);
        }
        if (body.type === 'schedule')
          await scheduleBatch(unit, id, { ...body, sendAt: instant(body.sendAt) });
        else if (body.type === 'stop') await stopBatch(unit, id, body.version);
        else await discardBatch(unit, id, body.version);
        return 0;
      });
      return { letters };
    },
  );
}
