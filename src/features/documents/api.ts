import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { describe } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import type { DocumentRow } from '../nominations/schema.ts';
import { describeDocument, removeDocument, removeUnreferenced } from './commands.ts';
import { sendDocument } from './download.ts';
import { documentsOf, findDocument } from './queries.ts';
import { receiveDocuments } from './upload.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['documents'];
const documentSchema = Type.Object({
  id: uuid,
  name: Type.String({
    description: 'As it was uploaded, reduced to a safe name; a number is added when it was taken',
  }),
  description: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String({ description: 'Of the file as it is kept' }),
  metadataRemoved: Type.Boolean({
    description: 'Where, when and with what a picture was taken was left out',
  }),
  uploadedAt: Type.String({ format: 'date-time' }),
});
const refusal = Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() });

const shown = (row: DocumentRow) => ({
  id: row.id,
  name: row.name,
  description: row.description,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  sha256: row.sha256,
  metadataRemoved: row.metadata_removed,
  uploadedAt: row.uploaded_at.toISOString(),
});

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
        params,
        response: { 200: Type.Object({ documents: Type.Array(documentSchema) }) },
      },
    },
    async (request) => {
      await nominationFor(db, request, request.params.id, 'readDraft');
      return { documents: (await documentsOf(db, request.params.id)).map(shown) };
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
        documents: added.map(shown),
        refused: views.map(({ type, title, detail }) => ({ type, title, detail })),
      });
    },
  );

  app.get(
    '/documents/:id',
    {
      config: { action: 'nomination.read' },
      schema: {
        tags,
        summary: 'Download a document',
        description: 'The right is checked at every request, through the application it belongs to.',
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
        summary: 'Describe a document',
        params,
        body: Type.Object({ description: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { nomination_id } = await findDocument(db, request, request.params.id);
      await transact(db, contextOf(request), (unit) =>
        describeDocument(unit, nomination_id, request.params.id, request.body.description),
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
      const sha256 = await transact(db, contextOf(request), (unit) =>
        removeDocument(unit, nomination_id, request.params.id),
      );
      await removeUnreferenced(db, files, [sha256]);
      return reply.code(204).send(null);
    },
  );
}
