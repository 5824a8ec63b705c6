/** What moves an application, what was sent in, and the receipt for it, over JSON. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { readBeforeSending } from '../reading/commands.ts';
import { returnedPartSchema } from '../completion/schema.ts';
import { sendEvent } from './commands.ts';
import { findNomination, latestSubmission, nominationFor, submissionsOf } from './queries.ts';
import { nominationSchema, represent } from './representation.ts';
import { REASON_LENGTH } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const time = Type.String({ format: 'date-time' });
const tags = ['applications'];
const closed = { additionalProperties: false };

const renderedSchema = Type.Object({
  number: Type.Integer(),
  submittedAt: time,
  sha256: Type.String(),
  content: Type.Object({
    organisation: Type.Object({
      kind: Type.String(),
      name: Type.String(),
      key: Type.String(),
      number: Type.Union([Type.String(), Type.Null()]),
      unit: Type.String(),
      partners: Type.Array(Type.String()),
    }),
    answers: Type.Array(
      Type.Object({
        question: uuid,
        criterion: Type.Union([uuid, Type.Null()]),
        section: Type.String(),
        kind: Type.String(),
        label: Type.String(),
        value: Type.String(),
      }),
    ),
    documents: Type.Array(
      Type.Object({
        id: uuid,
        name: Type.String(),
        description: Type.String(),
        mediaType: Type.String(),
        bytes: Type.Integer(),
        sha256: Type.String(),
        withhold: Type.Optional(
          Type.String({ description: 'Why the applicant thinks that it should not be public (OFF-3)' }),
        ),
      }),
    ),
  }),
});

const receiptSchema = Type.Object({
  receiptNumber: Type.String(),
  submittedAt: time,
  firstSubmittedAt: time,
  number: Type.Integer(),
  sha256: Type.String(),
  documents: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
  submissions: Type.Array(Type.Object({ number: Type.Integer(), submittedAt: time, sha256: Type.String() })),
});

const eventSchema = Type.Object(
  {
    type: Type.String({ maxLength: 40, description: 'submit, withdraw, return or admit' }),
    version: Type.Integer({ minimum: 0 }),
    reason: Type.Optional(
      Type.String({ maxLength: REASON_LENGTH, description: 'For return; the applicant reads it' }),
    ),
    dueAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'For return: the first instant that is too late' }),
    ),
    parts: Type.Optional(
      Type.Array(returnedPartSchema, {
        maxItems: 200,
        description: 'For return: the parts to open, with what is missing in each; all others are closed',
      }),
    ),
  },
  closed,
);

export async function nominationSendingApi(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/nominations/:id/events',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'Submit, withdraw, return or admit',
        params,
        body: eventSchema,
        response: { 200: nominationSchema },
      },
    },
    async (request) => {
      if (request.body.type === 'submit') await readBeforeSending({ db, files }, request, request.params.id);
      return transact(db, contextOf(request), async (unit) => {
        const { type, version, reason = '', dueAt, parts = [] } = request.body;
        // What the machine asks of an event it asks of an empty reason and a due instant that is now, too.
        const event = {
          type,
          reason,
          dueAt: dueAt === undefined ? unit.now : instant(dueAt),
          parts,
        } as NominationEvent;
        await sendEvent(unit, request.params.id, { event: withOwnFields(event), version });
        return represent(unit, await findNomination(unit.trx, unit, request.params.id), texts(request.lang));
      });
    },
  );

  app.get(
    '/nominations/:id/submission',
    {
      config: { action: 'nomination.read' },
      schema: {
        tags,
        summary: 'What was sent in last, as the jury reads it',
        params,
        response: { 200: renderedSchema },
      },
    },
    async (request) => {
      const { rendered, submittedAt, ...rest } = await latestSubmission(
        db,
        await nominationFor(db, request, request.params.id, 'read'),
      );
      return { ...rest, submittedAt: submittedAt.toISOString(), content: rendered as never };
    },
  );

  app.get(
    '/nominations/:id/receipt',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'The receipt: number, server time, files with SHA-256',
        params,
        response: { 200: receiptSchema },
      },
    },
    async (request) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const { rendered, ...sent } = await latestSubmission(db, row);
      const all = await submissionsOf(db, row.id);
      return {
        receiptNumber: row.receipt_number ?? '',
        number: sent.number,
        sha256: sent.sha256,
        submittedAt: sent.submittedAt.toISOString(),
        firstSubmittedAt: (row.first_submitted_at ?? sent.submittedAt).toISOString(),
        documents: rendered.documents.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
        submissions: all.map(({ number, submitted_at, sha256 }) => ({
          number,
          submittedAt: submitted_at.toISOString(),
          sha256,
        })),
      };
    },
  );
}

/** An event carries only what belongs to it, so that a reason sent along with "submit" stands nowhere. */
function withOwnFields(event: NominationEvent): NominationEvent {
  if (event.type === 'return') return event;
  // Whether it may be asked for at all is the command's to say.
  return { type: event.type } as NominationEvent;
}
