import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { describe } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { authoriseService } from '../people/commands.ts';
import { registerOld, setReader, strikeOld } from './commands.ts';
import { findOldFile, oldApplications, ownOldOf } from './queries.ts';
import { receiveOld } from './receiving.ts';
import { EventBody, OldApplication, OldBody, OwnOld } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const tags = ['applications'];
const refusal = Type.Object({ type: Type.String(), title: Type.String(), detail: Type.String() });

export async function oldApplicationApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;
  const config = { action: 'service.keepOldApplications' };

  app.get(
    '/old-applications',
    {
      config,
      schema: {
        tags,
        summary:
          'Applications of years that are over, as they came by mail or in the post; no year counts them',
        response: { 200: Type.Object({ applications: Type.Array(OldApplication) }) },
      },
    },
    async (request) => {
      await transact(db, contextOf(request), (unit) => authoriseService(unit, 'keepOldApplications'));
      return { applications: await oldApplications(db, request) };
    },
  );

  app.post(
    '/old-applications',
    {
      config,
      schema: {
        tags,
        summary: 'Register one; its files are attached next',
        body: OldBody,
        response: { 201: Type.Object({ id: uuid }) },
      },
    },
    async (request, reply) => {
      const made = await transact(db, contextOf(request), (unit) => registerOld(unit, request.body));
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/old-applications/:id/files',
    {
      config,
      schema: {
        tags,
        summary: 'Attach its files (multipart/form-data)',
        consumes: ['multipart/form-data'],
        params,
        response: { 201: Type.Object({ added: Type.Integer(), refused: Type.Array(refusal) }) },
      },
    },
    async (request, reply) => {
      const { added, refused } = await receiveOld(request, services, request.params.id);
      if (added === 0 && refused[0]) throw refused[0];
      const views = refused.map((why) => describe(why, request.lang));
      return reply
        .code(201)
        .send({ added, refused: views.map(({ type, title, detail }) => ({ type, title, detail })) });
    },
  );

  app.get(
    '/old-applications/:id/files/:oldFileId',
    {
      config: { action: 'oldApplication.keep' },
      schema: { tags, summary: 'One of its files', params: Type.Object({ id: uuid, oldFileId: uuid }) },
    },
    async (request, reply) => {
      const { id, oldFileId: fileId } = request.params;
      return sendFile(request, reply, files, await findOldFile(db, request, 'keep', { id, fileId }));
    },
  );

  app.post(
    '/old-applications/:id/events',
    {
      config,
      schema: {
        tags,
        summary: 'Say who may read it, or strike it out as registered by mistake: then its files are deleted',
        params,
        body: EventBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { params: of, body } = request;
      if (body.type === 'setReader')
        await transact(db, contextOf(request), (unit) => setReader(unit, of.id, body.readerEmail));
      else {
        const gone = await transact(db, contextOf(request), (unit) =>
          strikeOld(unit, services.config, of.id),
        );
        await removeUnreferenced(db, files, gone);
      }
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/nominations/:id/old-applications',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary:
          'Of the same organisation, those that came by mail for earlier years and that the reader has sent',
        params,
        response: { 200: Type.Object({ applications: Type.Array(OwnOld) }) },
      },
    },
    async (request) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const { year } = await callOf(db, row.edition_id);
      const by = { year, key: row.organisation_key, number: row.organisation_number };
      return { applications: await ownOldOf(db, request, by) };
    },
  );
}
