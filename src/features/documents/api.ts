import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { describe } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { changeDocument, removeDocument, removeUnreferenced } from './commands.ts';
import { sendDocument } from './download.ts';
import { documentsOf, earlierVersionsOf, findDocument } from './queries.ts';
import { restoreVersion } from './replacing.ts';
import { DESCRIPTION_LENGTH, documentSchema, shownDocument, WITHHOLD_LENGTH } from './schema.ts';
import { receiveDocuments, receiveReplacement } from './upload.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['documents'];
const refusal = Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() });

export async function documentApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;

  app.get(
    '/nominations/:id/documents',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'The documents of the draft',
        description: '`earlier` were replaced and are kept until the application is sent in.',
        params,
        response: {
          200: Type.Object({
            documents: Type.Array(documentSchema),
            earlier: Type.Array(
              Type.Object({ ...documentSchema.properties, replacedBy: Type.Union([uuid, Type.Null()]) }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { id } = request.params;
      await nominationFor(db, request, id, 'readDraft');
      const earlier = await earlierVersionsOf(db, id);
      return {
        documents: (await documentsOf(db, id)).map(shownDocument),
        earlier: earlier.map((row) => ({ ...shownDocument(row), replacedBy: row.replaced_by })),
      };
    },
  );

  app.post(
    '/nominations/:id/documents',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Upload one or more files (multipart/form-data)',
        description:
          'Fields: `description` (before the file it describes) and any number of files. PDF, DOCX, ODT, JPEG and PNG, judged by content. A file that is refused does not stop the others; when all are refused, the answer is the problem of the first.',
        consumes: ['multipart/form-data'],
        params,
        response: {
          201: Type.Object({ documents: Type.Array(documentSchema), refused: Type.Array(refusal) }),
        },
      },
    },
    async (request, reply) => {
      const { added, refused } = await receiveDocuments(request, services, request.params.id);
      if (added.length === 0 && refused[0]) throw refused[0];
      const views = refused.map((why) => describe(why, request.lang));
      return reply.code(201).send({
        documents: added.map(shownDocument),
        refused: views.map(({ type, title, detail }) => ({ type, title, detail })),
      });
    },
  );

  app.post(
    '/documents/:id/replacement',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Upload another file in the place of a document (multipart/form-data)',
        description: 'The old one is kept until the application is sent in. Description and mark follow.',
        consumes: ['multipart/form-data'],
        params,
        response: { 201: documentSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { nomination_id } = await findDocument(db, request, id);
      const { added, refused } = await receiveReplacement(request, services, nomination_id, id);
      const [made] = added;
      if (!made) throw refused[0] ?? new Error('neither taken nor refused');
      return reply.code(201).send(shownDocument(made));
    },
  );

  app.post(
    '/documents/:id/restoration',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Take an earlier version back into its place',
        params,
        response: { 200: documentSchema },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { nomination_id } = await findDocument(db, request, id);
      return shownDocument(
        await transact(db, contextOf(request), (unit) => restoreVersion(unit, nomination_id, id)),
      );
    },
  );

  app.get(
    '/documents/:id',
    {
      config: { action: 'nomination.read' },
      schema: {
        tags,
        summary: 'Download a document',
        description:
          'The right is checked at every request, through the application it belongs to. Understands Range, If-Range and If-None-Match.',
        params,
      },
    },
    async (request, reply) => sendDocument(request, reply, services, request.params.id),
  );

  app.patch(
    '/documents/:id',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Describe a document, mark it, or move it',
        params,
        body: Type.Object(
          {
            description: Type.Optional(Type.String({ maxLength: DESCRIPTION_LENGTH })),
            withholdReason: Type.Optional(
              Type.Union([Type.String({ pattern: '\\S', maxLength: WITHHOLD_LENGTH }), Type.Null()]),
            ),
            position: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { nomination_id } = await findDocument(db, request, request.params.id);
      await transact(db, contextOf(request), (unit) =>
        changeDocument(unit, nomination_id, request.params.id, request.body),
      );
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/documents/:id',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary: 'Take a document off the application',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { nomination_id } = await findDocument(db, request, request.params.id);
      const hashes = await transact(db, contextOf(request), (unit) =>
        removeDocument(unit, nomination_id, request.params.id),
      );
      await removeUnreferenced(db, files, hashes);
      return reply.code(204).send(null);
    },
  );
}
