import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { CONFIDENCE_WORDING } from '../../core/policy/confidence.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { confirmForRoles } from './commands.ts';
import { earlyReadersOf } from './queries-early.ts';
import { myRoles } from './queries.ts';
import { EarlyReadersOut, earlyReaderAsJson } from './schema-early.ts';
import { AcceptanceBody, MyConfidenceOut } from './schema.ts';

/** The rules of confidence, for programs. */
export async function confidenceApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'signedIn' };
  const response = { 200: MyConfidenceOut };

  app.get(
    '/me/confidence',
    {
      config,
      schema: {
        tags: ['me'],
        summary: 'My roles, and whether I have confirmed the rules of confidence',
        response,
      },
    },
    read,
  );

  app.post(
    '/me/confidence',
    {
      config,
      schema: {
        tags: ['me'],
        summary: 'Confirm the rules of confidence for all my roles; these open nothing before',
        body: AcceptanceBody,
        response,
      },
    },
    async (request) => {
      await transact(db, contextOf(request), confirmForRoles);
      return read(request);
    },
  );

  app.get(
    '/editions/:id/early-readers',
    {
      config: { action: 'edition.seeEarlyReaders' },
      schema: {
        tags: ['people'],
        summary: 'Who can see the outcome early: since when, let in by whom, and what they have opened',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: EarlyReadersOut },
      },
    },
    async (request) => {
      const { readers } = await earlyReadersOf(db, request, request.params.id);
      return { readers: readers.map(earlyReaderAsJson) };
    },
  );

  async function read(
    request: Pick<FastifyRequest, 'actor' | 'now'>,
  ): Promise<Static<typeof MyConfidenceOut>> {
    const roles = await myRoles(db, request);
    return {
      wording: CONFIDENCE_WORDING,
      roles: roles.map(({ confirmedAt, ...role }) => ({
        ...role,
        confirmedAt: confirmedAt?.toISOString() ?? null,
      })),
    };
  }
}
