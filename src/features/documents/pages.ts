/** The attachments of an application as pages, and downloads. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, inputText, readForm, refusal, seeOther } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { isOpen } from '../nominations/window.ts';
import { describeDocument, moveDocument, removeDocument, removeUnreferenced } from './commands.ts';
import { sendDocument } from './download.ts';
import { documentsOf, missingFiles } from './queries.ts';
import { acceptedEndings } from './types.ts';
import { receiveDocuments } from './upload.ts';
import { documentsPage, type Done, type DocumentsView } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const doneOf: Record<string, Done> = { lagret: 'saved', flyttet: 'moved', fjernet: 'removed' };
const query = Type.Object({
  gjort: Type.Optional(Type.String()),
  antall: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
/** What one file of a form too many, too large or of another kind gives: the same page again. */
const REDRAWN = new Set([400, 409, 413, 415, 422]);

export async function documentPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files, config } = services;

  app.get(
    '/soknad/:id/vedlegg',
    {
      config: { action: 'nomination.readDraft' },
      schema: { params: Type.Object({ id: uuid }), querystring: query },
    },
    async (request, reply) => {
      const { gjort = '', antall = 0 } = request.query;
      return show(request, reply, request.params.id, { done: doneOf[gjort] ?? null, uploaded: antall });
    },
  );

  app.post(
    '/soknad/:id/vedlegg',
    { config: { action: 'nomination.edit' }, schema: { params: Type.Object({ id: uuid }) } },
    async (request, reply) => {
      const { id } = request.params;
      try {
        const { added, refused } = await receiveDocuments(request, services, id);
        if (refused.length === 0) return seeOther(reply, `/soknad/${id}/vedlegg?antall=${added.length}`);
        reply.code(refused[0]?.status ?? 422);
        return await show(request, reply, id, {
          uploaded: added.length,
          errors: refused.flatMap((why) => atField(why, request)),
        });
      } catch (error) {
        if (
          !(error instanceof Problem) ||
          !REDRAWN.has(error.status) ||
          error.type.startsWith('nomination/') ||
          error.type.startsWith('process/')
        )
          throw error;
        reply.code(error.status);
        return show(request, reply, id, { errors: atField(error, request) });
      }
    },
  );

  const atField = (why: Problem, { lang }: FastifyRequest) =>
    refusal(why, lang).map(({ message }) => ({ field: 'files', message }));

  app.post(
    '/soknad/:id/vedlegg/:document',
    { config: { action: 'nomination.edit' }, schema: { params: Type.Object({ id: uuid, document: uuid }) } },
    async (request, reply) => {
      const { id, document } = request.params;
      const form = readForm(changeForm(document), request.body);
      if (!form.ok) {
        reply.code(422);
        return show(request, reply, id, { errors: formErrors(form.errors, request.lang) });
      }
      const what = inputText(form.input, 'do');
      const done = await transact(db, contextOf(request), async (unit) => {
        if (what === 'remove') return { gjort: 'fjernet', removed: await removeDocument(unit, id, document) };
        if (what === 'describe') {
          await describeDocument(unit, id, document, inputText(form.input, `description-${document}`));
          return { gjort: 'lagret' };
        }
        await moveDocument(unit, id, document, what === 'up' ? 'up' : 'down');
        return { gjort: 'flyttet' };
      });
      if (done.removed) await removeUnreferenced(db, files, [done.removed]);
      return seeOther(reply, `/soknad/${id}/vedlegg?gjort=${done.gjort}`);
    },
  );

  app.get(
    '/dokument/:id',
    { config: { action: 'nomination.read' }, schema: { params: Type.Object({ id: uuid }) } },
    async (request, reply) => sendDocument(request, reply, services, request.params.id),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    rest: Partial<DocumentsView>,
  ): Promise<FastifyReply> {
    const row = await nominationFor(db, request, id, 'readDraft');
    const call = await callOf(db, row.edition_id);
    const documents = await documentsOf(db, id);
    const limits = {
      max: call.documents_max,
      bytes: Math.min(call.document_bytes_max, config.maxUploadBytes),
    };
    const open = can(nomination, 'edit', row) && isOpen(call, row, request.now);
    const view = {
      row,
      documents,
      limits,
      open,
      missing: await missingFiles(files, documents),
      accept: acceptedEndings,
      errors: [],
      uploaded: 0,
      done: null,
    };
    return reply.page(documentsPage({ ...view, ...rest }, request.lang));
  }
}

const changeForm = (document: string) =>
  Type.Object({
    do: Type.String(),
    [`description-${document}`]: Type.Optional(Type.String({ maxLength: 500 })),
  });
