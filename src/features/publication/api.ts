import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { approvePublication, preparePublication, stopPublication } from './commands.ts';
import { publicationsOf } from './queries.ts';

const tags = ['publication'];
const closed = { additionalProperties: false };
const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const instantText = Type.String({ format: 'date-time' });
const nullableInstant = Type.Union([instantText, Type.Null()]);
const nullable = Type.Union([Type.String(), Type.Null()]);
const kind = Type.Union([Type.Literal('finalists'), Type.Literal('winner')]);
const bothForms = Type.Object(
  { nb: Type.String({ maxLength: 20_000 }), nn: Type.String({ maxLength: 20_000 }) },
  closed,
);
const version = Type.Integer({ minimum: 0 });
const changed = { 200: Type.Object({ version: Type.Integer() }) };

const publication = Type.Object({
  id: uuid,
  kind,
  version: Type.Integer(),
  state: Type.String({
    description: 'prepared, approved, published, stopped, or lapsed: its moment passed without an approval',
  }),
  publishAt: instantText,
  texts: bothForms,
  statements: Type.Record(uuid, bothForms),
  preparedBy: Type.String(),
  preparedAt: instantText,
  approvedBy: nullable,
  approvedAt: nullableInstant,
  stoppedBy: nullable,
  stoppedAt: nullableInstant,
  stopReason: nullable,
  appliedAt: nullableInstant,
  allowedActions: Type.Array(Type.String()),
});

export async function publicationApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/publications',
    {
      config: { action: 'edition.seeDecisions' },
      schema: {
        tags,
        summary: 'What is prepared, approved, published and stopped, and what is still missing',
        params,
        response: {
          200: Type.Object({
            publications: Type.Array(publication),
            checklists: Type.Record(
              Type.String(),
              Type.Array(
                Type.Object({ requirement: Type.String(), met: Type.Boolean(), message: Type.String() }),
              ),
            ),
            allowedActions: Type.Array(Type.String()),
          }),
        },
      },
    },
    async (request) => {
      const found = await publicationsOf(db, request, request.params.id);
      const t = texts(request.lang).requirements;
      return {
        publications: found.publications.map(({ row, mayApprove, mayStop, state, ...names }) => ({
          id: row.id,
          kind: row.kind,
          version: row.version,
          state,
          publishAt: row.publish_at.toISOString(),
          texts: row.texts,
          statements: row.statements,
          ...names,
          preparedAt: row.prepared_at.toISOString(),
          approvedAt: row.approved_at?.toISOString() ?? null,
          stoppedAt: row.stopped_at?.toISOString() ?? null,
          stopReason: row.stop_reason,
          appliedAt: row.applied_at?.toISOString() ?? null,
          allowedActions: [...(mayApprove ? ['approve'] : []), ...(mayStop ? ['stop'] : [])],
        })),
        checklists: Object.fromEntries(
          found.ready.map((one) => [
            one.kind,
            one.items.map(({ requirement, met, items }) => ({
              requirement,
              met,
              message: [t[requirement] ?? requirement, items.join(', ')].filter(Boolean).join(' '),
            })),
          ]),
        ),
        allowedActions: found.mayPrepare ? ['prepare'] : [],
      };
    },
  );

  app.post(
    '/editions/:id/publications',
    {
      config: { action: 'edition.preparePublication' },
      schema: {
        tags,
        summary: 'Prepare what will be published, and when; somebody else must approve it',
        params,
        body: Type.Object({ kind, publishAt: instantText, texts: bothForms }, closed),
        response: { 201: Type.Object({ id: uuid, version: Type.Integer() }) },
      },
    },
    async (request, reply) => {
      const { publishAt, ...rest } = request.body;
      const made = await transact(db, contextOf(request), (unit) =>
        preparePublication(unit, request.params.id, { ...rest, publishAt: instant(publishAt) }),
      );
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/publications/:id/approval',
    {
      config: { action: 'edition.approvePublication' },
      schema: {
        tags,
        summary: 'Approve what somebody else prepared',
        params,
        body: Type.Object({ version }, closed),
        response: changed,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) =>
        approvePublication(unit, request.params.id, request.body.version),
      ),
  );

  app.post(
    '/publications/:id/stop',
    {
      config: { action: 'edition.stopPublication' },
      schema: {
        tags,
        summary: 'Stop a publication, until ten seconds before its moment',
        params,
        body: Type.Object({ version, reason: Type.String({ maxLength: 5000 }) }, closed),
        response: changed,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) => stopPublication(unit, request.params.id, request.body)),
  );
}
