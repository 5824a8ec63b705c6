import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { formErrors, inputText, readForm, refusal, seeOther } from '../../platform/http/forms.ts';
import { isOneClick } from '../../platform/http/one-click.ts';
import { Problem } from '../../platform/http/problem.ts';
import { readTextUpload } from '../../platform/http/text-upload.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { pagesOf } from '../editions/queries.ts';
import {
  addLines,
  emptyList,
  eraseRecipient,
  faultErrors,
  removeRecipient,
  unsubscribe,
} from './commands.ts';
import { listOf, mayHaveList, openLink, readList } from './queries.ts';
import { linkForm, listForm, type Reading } from './schema.ts';
import { erasedPage, listHref, listPage, unsubscribePage, type ListView } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const config = { action: 'edition.writeLetters' };
const whole = Type.Integer({ minimum: 0 });

/** The list of a year: looked at before anybody is added, with every line that is wrong by its number. */
export async function callListPages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const HERE = '/sekretariat/:editionId/utsendinger/liste';
  const params = Type.Object({ editionId: uuid });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    given: {
      lines?: string;
      reading?: Reading | null;
      errors?: readonly FormError[];
      done?: ListView['done'];
    },
  ) => {
    const { edition, recipients } = await listOf(db, request, editionId);
    const mayAdd = mayHaveList(edition, request.now);
    const view = { lines: '', reading: null, errors: [], done: null, ...given };
    return reply.page(
      listPage({ edition, pages: pagesOf(edition), recipients, mayAdd, ...view }, request.lang),
    );
  };

  app.get(
    HERE,
    {
      config,
      schema: {
        params,
        querystring: Type.Object({
          lagt: Type.Optional(whole),
          hoppet: Type.Optional(whole),
          fjernet: Type.Optional(Type.String()),
        }),
      },
    },
    (request, reply) => {
      const { lagt, hoppet = 0, fjernet } = request.query;
      const done = lagt !== undefined ? { added: lagt, skipped: hoppet } : fjernet ? 'removed' : null;
      return show(request, reply, request.params.editionId, { done });
    },
  );

  app.post(HERE, { config, schema: { params } }, async (request, reply) => {
    const { editionId } = request.params;
    // Who may not, is told before anything is read.
    await listOf(db, request, editionId);
    let lines = '';
    try {
      const { fields, refused } = await readTextUpload(request, 'lines');
      const form = readForm(listForm, fields);
      lines = inputText(form.input, 'lines');
      if (refused) throw refused;
      if (!form.ok)
        return await show(request, reply.code(422), editionId, {
          lines,
          errors: formErrors(form.errors, request.lang),
        });
      if (form.value.add === undefined) {
        const reading = await readList(db, editionId, lines);
        const errors = formErrors(faultErrors(reading.faults), request.lang);
        return await show(request, errors.length > 0 ? reply.code(422) : reply, editionId, {
          lines,
          reading,
          errors,
        });
      }
      const { added, skipped } = await transact(db, contextOf(request), (unit) =>
        addLines(unit, editionId, lines),
      );
      return seeOther(reply, `${listHref(editionId)}?lagt=${added}&hoppet=${skipped.length}`);
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 413, 422].includes(error.status)) throw error;
      const errors = refusal(error, request.lang).map((one) => ({
        field: error.type.startsWith('document/') ? 'files' : 'lines',
        ...one,
      }));
      return show(request, reply.code(error.status), editionId, { lines, errors });
    }
  });

  app.post(
    `${HERE}/:recipientId/fjern`,
    { config, schema: { params: Type.Object({ editionId: uuid, recipientId: uuid }) } },
    async (request, reply) => {
      const { editionId } = await transact(db, contextOf(request), (unit) =>
        removeRecipient(unit, settings, request.params.recipientId),
      );
      return seeOther(reply, `${listHref(editionId)}?fjernet=1`);
    },
  );

  app.post(`${HERE}/tom`, { config, schema: { params } }, async (request, reply) => {
    const { editionId } = request.params;
    await transact(db, contextOf(request), (unit) => emptyList(unit, settings, editionId));
    return seeOther(reply, `${listHref(editionId)}?fjernet=1`);
  });
}

/** Behind the link of a letter. Looking changes nothing. */
export async function unsubscribePages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const byLink = {
    config: { action: 'anyone' },
    schema: { params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) }) },
  };
  const HERE = '/utlysning/meld-av/:token';

  app.get(HERE, byLink, async (request, reply) => {
    const { token } = request.params;
    const { unsubscribed_at, ...found } = await openLink(db, token);
    return reply.page(unsubscribePage({ ...found, token, isOff: unsubscribed_at !== null }, request.lang));
  });

  app.post(HERE, byLink, async (request, reply) => {
    const { token } = request.params;
    const context = { actor: systemActor, now: request.now, requestId: request.id };
    if (await isOneClick(request)) {
      await transact(db, context, (unit) => unsubscribe(unit, config, token));
      return reply.code(204).send();
    }
    const form = readForm(linkForm, request.body);
    if (form.ok && form.value.do === 'erase') {
      await transact(db, context, (unit) => eraseRecipient(unit, config, token));
      return reply.page(erasedPage(request.lang));
    }
    await transact(db, context, (unit) => unsubscribe(unit, config, token));
    return seeOther(reply, `/utlysning/meld-av/${token}`);
  });
}
