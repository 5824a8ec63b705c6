import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { demand, findEdition, pagesOf } from '../editions/queries.ts';
import { resendMissing } from '../correspondence/commands.ts';
import { keyOf } from './audience.ts';
import { beginnings } from './beginnings.ts';
import { changeBatch, discardBatch, sendBatch, writeBatch } from './commands.ts';
import { letterTo } from './delivery.ts';
import { batchesOf, batchOf, tellsOutcome, whyNotSend } from './queries.ts';
import { scheduleBatch, stopBatch } from './scheduling.ts';
import { asForm, batchForm, fromForm, ids } from './schema.ts';
import { formPage } from './views-form.ts';
import { batchPage, batchesPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const version = Type.Integer({ minimum: 0 });
const list = { params: Type.Object({ editionId: uuid }) };
const one = { params: Type.Object({ editionId: uuid, id: uuid }) };
const write = { action: 'edition.writeLetters' };
const approve = { action: 'edition.approveLetters' };
type Params = { editionId: string; id: string };

/** Letters to many at once: written, seen with exactly those whom they go to, sent, and followed. */
export async function letterBatchPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const here = ({ editionId, id }: { editionId: string; id?: string }) =>
    `${editionHref(editionId, 'batches')}${id ? `/${id}` : ''}`;

  app.get(
    '/sekretariat/:editionId/utsendinger',
    { config: approve, schema: list },
    async (request, reply) => {
      const found = await batchesOf(db, request, request.params.editionId);
      return reply.page(batchesPage({ ...found, pages: pagesOf(found.edition) }, request.lang));
    },
  );

  const showForm = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId, id }: { editionId: string; id?: string },
    { input, errors = [] }: { input?: FormInput; errors?: readonly FormError[] },
  ) => {
    const edition = await findEdition(db, request, editionId);
    demand(edition, 'writeLetters');
    const batch = id === undefined ? undefined : (await batchOf(db, request, id)).row;
    const view = {
      edition,
      pages: pagesOf(edition),
      batch: batch && { id: batch.id, version: batch.version },
      input: input ?? (batch && asForm(batch)) ?? {},
      errors,
    };
    return reply.page(formPage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/utsendinger/ny',
    {
      config: write,
      schema: {
        ...list,
        querystring: Type.Object({
          til: Type.Optional(Type.String({ maxLength: 80 })),
          nominations: Type.Optional(ids),
        }),
      },
    },
    (request, reply) => {
      const { til = '', nominations } = request.query;
      // From the table of applications: those that were marked there.
      if (nominations !== undefined)
        return showForm(request, reply, request.params, {
          input: { audience: 'marked', nominations },
        });
      const begin = Object.hasOwn(beginnings, til) ? beginnings[til] : undefined;
      return showForm(request, reply, request.params, begin ? { input: asForm(begin(request.lang)) } : {});
    },
  );

  app.post(
    '/sekretariat/:editionId/utsendinger/ny',
    { config: write, schema: list },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(request, batchForm, (fields) =>
        transact(db, contextOf(request), (unit) => writeBatch(unit, editionId, fromForm(fields))),
      );
      return sent.ok
        ? seeOther(reply, here({ editionId, id: sent.result.id }))
        : showForm(request, reply.code(sent.status), { editionId }, sent);
    },
  );

  app.get('/sekretariat/:editionId/utsendinger/:id/endre', { config: write, schema: one }, (request, reply) =>
    showForm(request, reply, request.params, {}),
  );

  app.post(
    '/sekretariat/:editionId/utsendinger/:id/endre',
    { config: write, schema: one },
    async (request, reply) => {
      const form = Type.Object({ ...batchForm.properties, version });
      const sent = await submitForm(request, form, ({ version: seen, ...fields }) =>
        transact(db, contextOf(request), (unit) =>
          changeBatch(unit, request.params.id, { ...fromForm(fields), version: seen }),
        ),
      );
      return sent.ok
        ? seeOther(reply, here(request.params))
        : showForm(request, reply.code(sent.status), request.params, sent);
    },
  );

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { id }: Params,
    {
      errors = [],
      input = {},
      til,
      sent,
    }: {
      errors?: readonly FormError[];
      input?: FormInput;
      til?: string | undefined;
      sent?: number | undefined;
    },
  ) => {
    const found = await batchOf(db, request, id);
    const { whole, now, edition, row } = found;
    if (tellsOutcome(row)) request.opens = new Set(['letters']);
    const shown = now.find((person) => keyOf(person) === til);
    const examples = shown
      ? [shown]
      : (['nb', 'nn'] as const).flatMap((lang) => now.find(({ language }) => language === lang) ?? []);
    const view = {
      edition,
      pages: pagesOf(edition),
      batch: whole,
      examples: examples.map((person) => ({ name: person.name, letter: letterTo(row, person) })),
      why: whyNotSend(found, request.actor?.personId),
      errors,
      input: (name: string) => inputText(input, name),
      sent,
    };
    return reply.page(batchPage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/utsendinger/:id',
    {
      config: approve,
      schema: {
        ...one,
        querystring: Type.Object({
          til: Type.Optional(Type.String({ maxLength: 80 })),
          sendt: Type.Optional(Type.Integer({ minimum: 0 })),
        }),
      },
    },
    (request, reply) =>
      show(request, reply, request.params, { til: request.query.til, sent: request.query.sendt }),
  );

  const sendForm = Type.Object({ version, seen: Type.String({ maxLength: 64 }) });
  app.post(
    '/sekretariat/:editionId/utsendinger/:id/send',
    { config: approve, schema: one },
    async (request, reply) => {
      const { params } = request;
      const done = await submitForm(request, sendForm, (body) =>
        transact(db, contextOf(request), (unit) => sendBatch(unit, params.id, body)),
      );
      return done.ok
        ? seeOther(reply, `${here(params)}?sendt=${done.result}`)
        : show(request, reply.code(done.status), params, done);
    },
  );

  const scheduleForm = Type.Object({
    ...sendForm.properties,
    sendAt: Type.Optional(Type.String()),
    sendAtTime: Type.Optional(Type.String()),
  });
  app.post(
    '/sekretariat/:editionId/utsendinger/:id/planlegg',
    { config: approve, schema: one },
    async (request, reply) => {
      const { params } = request;
      const done = await submitForm(request, scheduleForm, ({ sendAt = '', sendAtTime = '', ...body }) => {
        const moment = readMoment('sendAt', sendAt, sendAtTime);
        if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
        return transact(db, contextOf(request), (unit) =>
          scheduleBatch(unit, params.id, { ...body, sendAt: moment.instant }),
        );
      });
      return done.ok ? seeOther(reply, here(params)) : show(request, reply.code(done.status), params, done);
    },
  );

  app.post(
    '/sekretariat/:editionId/utsendinger/:id/stopp',
    { config: approve, schema: one },
    async (request, reply) => {
      const { params } = request;
      const done = await submitForm(request, Type.Object({ version }), ({ version: seen }) =>
        transact(db, contextOf(request), (unit) => stopBatch(unit, params.id, seen)),
      );
      return done.ok ? seeOther(reply, here(params)) : show(request, reply.code(done.status), params, done);
    },
  );

  app.post(
    '/sekretariat/:editionId/utsendinger/:id/forkast',
    { config: write, schema: one },
    async (request, reply) => {
      const { params } = request;
      const done = await submitForm(request, Type.Object({ version }), ({ version: seen }) =>
        transact(db, contextOf(request), (unit) => discardBatch(unit, params.id, seen)),
      );
      return done.ok ? seeOther(reply, here(params)) : show(request, reply.code(done.status), params, done);
    },
  );

  app.post(
    '/sekretariat/:editionId/utsendinger/:id/send-manglende',
    { config: write, schema: one },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await transact(db, contextOf(request), (unit) => resendMissing(unit, editionId, id));
      return seeOther(reply, `${here(request.params)}?sendt=${sent}`);
    },
  );
}
