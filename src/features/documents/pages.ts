/** The attachments of an application as pages, and downloads. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import {
  formErrors,
  inputText,
  readForm,
  refusal,
  seeOther,
  type FormInput,
} from '../../platform/http/forms.ts';
import { Problem, type ProblemError } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { askedFor, partsOpen } from '../completion/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { isOpen } from '../nominations/window.ts';
import { changeDocument, moveDocument, removeDocument, removeUnreferenced } from './commands.ts';
import { sendDocument } from './download.ts';
import { documentsOf, earlierVersionsOf, fileFaults } from './queries.ts';
import { restoreVersion } from './replacing.ts';
import { DESCRIPTION_LENGTH, WITHHOLD_LENGTH } from './schema.ts';
import { acceptedEndings } from './types.ts';
import { receiveDocuments, receiveReplacement, type Upload } from './upload.ts';
import { documentsPage, type DocumentsView } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const documentRoute = {
  config: { action: 'nomination.edit' },
  schema: { params: Type.Object({ id: uuid, document: uuid }) },
} as const;
const doneOf = {
  lagret: 'saved',
  flyttet: 'moved',
  fjernet: 'removed',
  byttet: 'replaced',
  tilbake: 'restored',
} as const;
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
      return show(request, reply, request.params.id, {
        done: doneOf[gjort as keyof typeof doneOf] ?? null,
        uploaded: antall,
      });
    },
  );

  app.post(
    '/soknad/:id/vedlegg',
    { config: { action: 'nomination.edit' }, schema: { params: Type.Object({ id: uuid }) } },
    async (request, reply) => {
      const { id } = request.params;
      return receive(request, reply, {
        id,
        field: 'files',
        work: () => receiveDocuments(request, services, id),
        next: (count) => `/soknad/${id}/vedlegg?antall=${count}`,
      });
    },
  );

  app.post('/soknad/:id/vedlegg/:document/ny-fil', documentRoute, async (request, reply) => {
    const { id, document } = request.params;
    return receive(request, reply, {
      id,
      field: `replacement-${document}`,
      work: () => receiveReplacement(request, services, id, document),
      next: () => `/soknad/${id}/vedlegg?gjort=byttet`,
    });
  });

  interface Receipt {
    id: string;
    field: string;
    work: () => Promise<Upload>;
    next: (count: number) => string;
  }
  /** Takes files, and shows the page again with what was refused. */
  async function receive(request: FastifyRequest, reply: FastifyReply, { id, field, work, next }: Receipt) {
    const atField = (why: Problem) => refusal(why, request.lang).map(({ message }) => ({ field, message }));
    try {
      const { added, refused } = await work();
      if (refused.length === 0) return seeOther(reply, next(added.length));
      reply.code(refused[0]?.status ?? 422);
      return await show(request, reply, id, { uploaded: added.length, errors: refused.flatMap(atField) });
    } catch (error) {
      if (!(error instanceof Problem) || !isRedrawn(error)) throw error;
      reply.code(error.status);
      return show(request, reply, id, { errors: atField(error) });
    }
  }

  app.post('/soknad/:id/vedlegg/:document', documentRoute, async (request, reply) => {
    const { id, document } = request.params;
    const form = readForm(changeForm(document), request.body);
    const errors = form.ok ? markErrors(form.input, document) : form.errors;
    if (errors.length > 0) {
      reply.code(422);
      const input = (name: string) => (name in form.input ? inputText(form.input, name) : undefined);
      return show(request, reply, id, { errors: formErrors(errors, request.lang), input });
    }
    const done = await transact(db, contextOf(request), (unit) => act(unit, id, document, form.input));
    await removeUnreferenced(db, files, done.removed ?? []);
    return seeOther(reply, `/soknad/${id}/vedlegg?gjort=${done.gjort}`);
  });

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
    const earlier = await earlierVersionsOf(db, id);
    const limits = {
      max: call.documents_max,
      bytes: Math.min(call.document_bytes_max, config.maxUploadBytes),
    };
    const now = can(nomination, 'edit', row) && isOpen(call, row, request.now);
    const open = now && (await partsOpen(db, row))('documents');
    const view = {
      row,
      documents,
      limits,
      open,
      locked: now && !open,
      wanted: (await askedFor(db, row))?.find(({ part }) => part === 'documents')?.note ?? null,
      earlier,
      faults: await fileFaults(db, files, [...documents, ...earlier]),
      accept: acceptedEndings,
      errors: [],
      input: () => undefined,
      uploaded: 0,
      done: null,
    };
    return reply.page(documentsPage({ ...view, ...rest }, request.lang));
  }
}

/** Refusals that belong to a file or to its form, not to the application. */
const isRedrawn = ({ status, type }: Problem): boolean =>
  REDRAWN.has(status) && !type.startsWith('nomination/') && !type.startsWith('process/');

const changeForm = (document: string) =>
  Type.Object({
    do: Type.String(),
    [`description-${document}`]: Type.Optional(Type.String({ maxLength: DESCRIPTION_LENGTH })),
    [`withhold-${document}`]: Type.Optional(Type.String()),
    [`reason-${document}`]: Type.Optional(Type.String({ maxLength: WITHHOLD_LENGTH })),
  });

/** The mark and its reason belong together. */
function markErrors(input: FormInput, document: string): ProblemError[] {
  if (inputText(input, 'do') !== 'change') return [];
  const marked = inputText(input, `withhold-${document}`) !== '';
  const given = inputText(input, `reason-${document}`).trim() !== '';
  if (marked === given) return [];
  return marked
    ? [{ field: `reason-${document}`, message: (t) => t.documents.withholdReasonMissing }]
    : [{ field: `withhold-${document}`, message: (t) => t.documents.withholdTickMissing }];
}

async function act(
  unit: Unit,
  id: string,
  document: string,
  input: FormInput,
): Promise<{ gjort: keyof typeof doneOf; removed?: string[] }> {
  const what = inputText(input, 'do');
  if (what === 'remove') return { gjort: 'fjernet', removed: await removeDocument(unit, id, document) };
  if (what === 'restore') {
    await restoreVersion(unit, id, document);
    return { gjort: 'tilbake' };
  }
  if (what === 'change') {
    const reason = inputText(input, `reason-${document}`).trim();
    await changeDocument(unit, id, document, {
      description: inputText(input, `description-${document}`),
      withholdReason: reason === '' ? null : reason,
    });
    return { gjort: 'lagret' };
  }
  await moveDocument(unit, id, document, what === 'up' ? 'up' : 'down');
  return { gjort: 'flyttet' };
}
