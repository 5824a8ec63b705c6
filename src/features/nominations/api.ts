/** Applications over JSON: the same commands and queries as the pages. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { texts } from '../../ui/text/index.ts';
import { saveAnswers } from './answers.ts';
import { sendEvent, startNomination } from './commands.ts';
import {
  findNomination,
  latestSubmission,
  listNominations,
  nominationFor,
  percent,
  submissionsOf,
  type ListedNomination,
} from './queries.ts';
import { municipalities, suggest } from './registers.ts';
import { nominationSchema, represent } from './representation.ts';
import { kindSchema, newNominationFields, REASON_LENGTH } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const time = Type.String({ format: 'date-time' });
const tags = ['applications'];
const closed = { additionalProperties: false };

const listed = Type.Object({
  id: uuid,
  editionId: uuid,
  year: Type.Integer(),
  state: Type.String(),
  version: Type.Integer(),
  applicant: Type.Object({
    kind: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    partners: Type.Array(Type.String()),
  }),
  progress: Type.Integer(),
  submittedAt: Type.Union([time, Type.Null()]),
});
const list = Type.Object({ nominations: Type.Array(listed) });
const listView = (rows: ListedNomination[]) => ({
  nominations: rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    year: row.year,
    state: row.state,
    version: row.version,
    applicant: {
      kind: row.applicant_kind,
      name: row.organisation_name,
      unit: row.unit_name,
      partners: row.partners,
    },
    progress: percent(row.progress),
    submittedAt: row.submitted_at?.toISOString() ?? null,
  })),
});

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
    type: Type.String({ maxLength: 40, description: 'submit, withdraw, return, admit or reject' }),
    version: Type.Integer({ minimum: 0 }),
    reason: Type.Optional(
      Type.String({ maxLength: REASON_LENGTH, description: 'For return and reject; the applicant reads it' }),
    ),
    dueAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'For return: the first instant that is too late' }),
    ),
  },
  closed,
);

export async function nominationApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/municipalities',
    {
      config: { action: 'anyone' },
      schema: {
        tags,
        summary: 'Municipalities by any part of their names, diacritics or not',
        querystring: Type.Object({ q: Type.String({ maxLength: 100 }) }, closed),
        response: {
          200: Type.Object({
            municipalities: Type.Array(
              Type.Object({
                key: Type.String(),
                number: Type.String(),
                name: Type.String(),
                county: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async ({ query }) => ({ municipalities: suggest(municipalities, query.q) }),
  );

  app.post(
    '/editions/:id/nominations',
    {
      config: { action: 'service.apply' },
      schema: {
        tags,
        summary: 'Start an application',
        params,
        body: Type.Object(
          {
            kind: kindSchema,
            ...newNominationFields,
            partners: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 })),
          },
          closed,
        ),
        response: { 200: nominationSchema, 201: nominationSchema },
      },
    },
    async (request, reply) => {
      const { created, view } = await transact(db, contextOf(request), async (unit) => {
        const { id, created } = await startNomination(unit, {
          editionId: request.params.id,
          ...request.body,
        });
        return {
          created,
          view: await represent(unit, await findNomination(unit.trx, unit, id), texts(request.lang)),
        };
      });
      return reply
        .code(created ? 201 : 200)
        .header('location', `/api/v1/nominations/${view.id}`)
        .send(view);
    },
  );

  app.get(
    '/editions/:id/nominations',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'The applications of an edition that one may know of',
        params,
        response: { 200: list },
      },
    },
    async (request) => listView(await listNominations(db, request, { editionId: request.params.id })),
  );

  app.get(
    '/nominations',
    {
      config: { action: 'nomination.list' },
      schema: { tags, summary: 'Every application that one may know of', response: { 200: list } },
    },
    async (request) => listView(await listNominations(db, request)),
  );

  app.get(
    '/nominations/:id',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'An application: state, what can be done, and the draft for those who work on it',
        params,
        response: { 200: nominationSchema },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) =>
        represent(unit, await findNomination(unit.trx, unit, request.params.id), texts(request.lang)),
      ),
  );

  app.patch(
    '/nominations/:id/answers',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Save answers; all of them or none',
        description:
          'Each answer says the version it was written upon. When somebody else has saved another text since, the answer is 409 conflict/version with `params.fields`: what is stored now.',
        params,
        body: Type.Object(
          {
            answers: Type.Record(
              Type.String(),
              Type.Object({ value: Type.String(), version: Type.Integer({ minimum: 0 }) }, closed),
            ),
          },
          closed,
        ),
        response: {
          200: Type.Object({ versions: Type.Record(Type.String(), Type.Integer()), savedAt: time }),
        },
      },
    },
    async (request) => {
      const versions = await transact(db, contextOf(request), (unit) =>
        saveAnswers(unit, request.params.id, request.body.answers),
      );
      return { versions, savedAt: request.now.toISOString() };
    },
  );

  app.post(
    '/nominations/:id/events',
    {
      config: { action: 'nomination.list' },
      schema: {
        tags,
        summary: 'Submit, withdraw, return, admit or reject',
        params,
        body: eventSchema,
        response: { 200: nominationSchema },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) => {
        const { type, version, reason = '', dueAt } = request.body;
        // What the machine asks of an event it asks of an empty reason and a due instant that is now, too.
        const event = {
          type,
          reason,
          dueAt: dueAt === undefined ? unit.now : instant(dueAt),
        } as NominationEvent;
        await sendEvent(unit, request.params.id, { event: withOwnFields(event), version });
        return represent(unit, await findNomination(unit.trx, unit, request.params.id), texts(request.lang));
      }),
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
  return event.type === 'reject' ? { type: event.type, reason: event.reason } : { type: event.type };
}
