import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { preparePublication } from './commands.ts';
import { publicationsOf, type Publication } from './queries.ts';

const tags = ['publication'];
const closed = { additionalProperties: false };
const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const instantText = Type.String({ format: 'date-time' });
const nullableInstant = Type.Union([instantText, Type.Null()]);
const nullable = Type.Union([Type.String(), Type.Null()]);
const release = Type.Union([Type.Literal('moment'), Type.Literal('approval'), Type.Literal('press')], {
  description:
    'Left out: as the form proposes, which is the press of the ceremony for the winner, the moment for the nominated, and the approval for a correction. The press is for the first announcement of the winner alone.',
});
const kind = Type.Union([Type.Literal('finalists'), Type.Literal('winner')]);
const bothForms = Type.Object(
  { nb: Type.String({ maxLength: 20_000 }), nn: Type.String({ maxLength: 20_000 }) },
  closed,
);

const publication = Type.Object({
  id: uuid,
  kind,
  version: Type.Integer(),
  state: Type.String({
    description:
      'prepared, approved, held (for the press of the ceremony), published, replaced (by a correction), takenDown, stopped, or lapsed: its moment passed without an approval',
  }),
  release: Type.String({ description: 'moment, approval, or press: publishAt is then the latest' }),
  publishAt: instantText,
  corrects: nullable,
  correction: Type.Union([bothForms, Type.Null()]),
  texts: bothForms,
  statements: Type.Record(uuid, bothForms),
  preparedBy: Type.String(),
  preparedAt: instantText,
  approvedBy: nullable,
  approvedFor: Type.Union([Type.String(), Type.Null()], {
    description: 'The leader in whose place a substitute approved it',
  }),
  approvedAt: nullableInstant,
  moveTo: nullableInstant,
  moveAskedBy: nullable,
  moveAskedAt: nullableInstant,
  movedBy: nullable,
  movedFor: nullable,
  movedAt: nullableInstant,
  moveAloneReason: nullable,
  stoppedBy: nullable,
  stoppedAt: nullableInstant,
  stopReason: nullable,
  aloneReason: nullable,
  heldBy: nullable,
  heldAt: nullableInstant,
  pressedBy: nullable,
  pressedAt: nullableInstant,
  takenDownBy: nullable,
  takenDownAt: nullableInstant,
  takedownReason: nullable,
  notice: Type.Union([bothForms, Type.Null()]),
  appliedAt: nullableInstant,
  shown: Type.String({
    description:
      'Of what waits for an approval: names the quotes and pictures of the nominated as they are now; the approval sends it as `seen`',
  }),
  allowedActions: Type.Array(Type.String()),
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function publicationOut({ row, names, state, may, shown }: Publication) {
  return {
    id: row.id,
    kind: row.kind,
    version: row.version,
    state,
    release: row.release,
    publishAt: row.publish_at.toISOString(),
    corrects: row.corrects,
    correction: row.correction,
    texts: row.texts,
    statements: row.statements,
    ...names,
    preparedAt: row.prepared_at.toISOString(),
    approvedAt: iso(row.approved_at),
    aloneReason: row.alone_reason,
    moveTo: iso(row.move_to),
    moveAskedAt: iso(row.move_asked_at),
    movedAt: iso(row.moved_at),
    moveAloneReason: row.move_alone_reason,
    stoppedAt: iso(row.stopped_at),
    stopReason: row.stop_reason,
    heldAt: iso(row.held_at),
    pressedAt: iso(row.pressed_at),
    takenDownAt: iso(row.taken_down_at),
    takedownReason: row.takedown_reason,
    notice: row.notice,
    appliedAt: iso(row.applied_at),
    shown,
    allowedActions: may,
  };
}

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
        publications: found.publications.map(publicationOut),
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
        summary:
          'Prepare what will be published, and when, or a correction of what is out; somebody else must approve it',
        params,
        body: Type.Object(
          {
            kind,
            release: Type.Optional(release),
            publishAt: instantText,
            texts: bothForms,
            correction: Type.Optional(bothForms),
          },
          closed,
        ),
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
}
