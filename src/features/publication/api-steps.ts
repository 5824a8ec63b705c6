/** The steps of one publication, each a resource of its own. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { approvePublication, stopPublication } from './commands.ts';
import { askToMove, approveMove } from './commands-move.ts';
import {
  holdPublication,
  pressPublication,
  resumePublication,
  takeDownPublication,
} from './commands-release.ts';
import { SEEN_LENGTH } from './schema.ts';

const tags = ['publication'];
const closed = { additionalProperties: false };
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const version = Type.Integer({ minimum: 0 });
const reason = Type.String({ maxLength: 5000 });
const words = Type.String({ maxLength: 20_000 });
const response = { 200: Type.Object({ version: Type.Integer() }) };

export async function publicationStepsApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const approve = { action: 'edition.approvePublication' };
  const stop = { action: 'edition.stopPublication' };
  const run = { action: 'edition.runCeremony' };
  const seen = Type.Object({ version }, closed);

  app.post(
    '/publications/:id/approval',
    {
      config: approve,
      schema: {
        tags,
        summary: 'Approve what somebody else prepared; alone, with a reason that is written down and told',
        params,
        body: Type.Object(
          {
            version,
            seen: Type.Optional(
              Type.String({
                maxLength: SEEN_LENGTH,
                description:
                  '`shown` of the publication, as it was read: quotes and pictures of the nominated',
              }),
            ),
            aloneBecause: Type.Optional(reason),
          },
          closed,
        ),
        response,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) => approvePublication(unit, request.params.id, request.body)),
  );

  app.post(
    '/publications/:id/move',
    {
      config: { action: 'edition.preparePublication' },
      schema: {
        tags,
        summary:
          'Ask that an approved publication comes out at another moment; for the press: has another latest one',
        params,
        body: Type.Object({ version, publishAt: Type.String({ format: 'date-time' }) }, closed),
        response,
      },
    },
    async (request) => {
      const { version: at, publishAt } = request.body;
      return transact(db, contextOf(request), (unit) =>
        askToMove(unit, request.params.id, { version: at, publishAt: instant(publishAt) }),
      );
    },
  );

  app.post(
    '/publications/:id/move/approval',
    {
      config: approve,
      schema: {
        tags,
        summary:
          'Agree to the moment that somebody else asked for; alone, with a reason that is written down and told',
        params,
        body: Type.Object({ version, aloneBecause: Type.Optional(reason) }, closed),
        response,
      },
    },
    async (request) => {
      const { version: at, aloneBecause } = request.body;
      return transact(db, contextOf(request), (unit) =>
        approveMove(unit, request.params.id, at, aloneBecause),
      );
    },
  );

  app.post(
    '/publications/:id/stop',
    {
      config: stop,
      schema: {
        tags,
        summary: 'Stop a publication, until ten seconds before its moment',
        params,
        body: Type.Object({ version, reason }, closed),
        response,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) => stopPublication(unit, request.params.id, request.body)),
  );

  app.post(
    '/publications/:id/takedown',
    {
      config: stop,
      schema: {
        tags,
        summary: 'Take down at once what is public, with a notice that is read instead',
        params,
        body: Type.Object({ version, reason, notice: Type.Object({ nb: words, nn: words }, closed) }, closed),
        response,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) => takeDownPublication(unit, request.params.id, request.body)),
  );

  app.post(
    '/publications/:id/hold',
    {
      config: run,
      schema: {
        tags,
        summary: 'Wait for the press alone: its latest moment counts no more',
        params,
        body: seen,
        response,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) =>
        holdPublication(unit, request.params.id, request.body.version),
      ),
  );

  app.post(
    '/publications/:id/resume',
    {
      config: run,
      schema: { tags, summary: 'Let the latest moment count again', params, body: seen, response },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) =>
        resumePublication(unit, request.params.id, request.body.version),
      ),
  );

  app.post(
    '/publications/:id/press',
    {
      config: run,
      schema: { tags, summary: 'The press of the ceremony: release at once', params, response },
    },
    async (request) => transact(db, contextOf(request), (unit) => pressPublication(unit, request.params.id)),
  );
}
