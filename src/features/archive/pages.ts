/** What the archive gets: a page for the year, for an application and for a period, each with its package. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, transactReading } from '../../core/process/unit.ts';
import { sendZip } from '../../platform/http/attachments.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { authoriseService } from '../people/commands.ts';
import {
  archiveEdition,
  archiveNomination,
  archivePeriod,
  numberEdition,
  numberNomination,
} from './commands.ts';
import { archivePackage } from './package.ts';
import { archiveOf, archiveOfNomination } from './queries.ts';
import { numberForm, periodForm } from './schema.ts';
import { archivePage, applicationPage, periodPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const querystring = Type.Object({ lagret: Type.Optional(Type.String()) });
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
  isSaved?: boolean;
}

export async function archivePages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const ofYear = { action: 'edition.archivePackage' };
  const ofOne = { action: 'nomination.archivePackage' };
  const ofPeriod = { action: 'service.archivePackage' };
  const year = { params: Type.Object({ editionId: uuid }) };
  const one = { params: Type.Object({ id: uuid }) };

  const showYear = async (request: FastifyRequest, reply: FastifyReply, id: string, drawn: Drawn = {}) => {
    const found = await archiveOf(db, request, id);
    const { errors = [], isSaved = false } = drawn;
    const number = drawn.input ? inputText(drawn.input, 'number') : (found.number ?? '');
    return reply.page(archivePage({ ...found, number, errors, isSaved }, request.lang));
  };
  app.get(
    '/sekretariat/:editionId/arkiv',
    { config: ofYear, schema: { ...year, querystring } },
    (request, reply) =>
      showYear(request, reply, request.params.editionId, { isSaved: request.query.lagret !== undefined }),
  );
  app.post('/sekretariat/:editionId/arkiv', { config: ofYear, schema: year }, async (request, reply) => {
    const { editionId } = request.params;
    const sent = await submitForm(request, numberForm, ({ number }) =>
      transact(db, contextOf(request), (unit) => numberEdition(unit, editionId, number)),
    );
    return sent.ok
      ? seeOther(reply, `/sekretariat/${editionId}/arkiv?lagret=1`)
      : showYear(request, reply.code(sent.status), editionId, sent);
  });
  app.post('/sekretariat/:editionId/arkiv.zip', { config: ofYear, schema: year }, async (request, reply) => {
    const made = await transactReading(db, contextOf(request), (unit) =>
      archiveEdition(unit, services, request.params.editionId),
    );
    return sendZip(reply, made.name, archivePackage(made));
  });

  const showOne = async (request: FastifyRequest, reply: FastifyReply, id: string, drawn: Drawn = {}) => {
    const found = await archiveOfNomination(db, request, id);
    const { errors = [], isSaved = false } = drawn;
    const number = drawn.input ? inputText(drawn.input, 'number') : (found.application.number ?? '');
    return reply.page(applicationPage({ ...found, number, errors, isSaved }, request.lang));
  };
  app.get(
    '/sekretariat/soknad/:id/arkiv',
    { config: ofOne, schema: { ...one, querystring } },
    (request, reply) =>
      showOne(request, reply, request.params.id, { isSaved: request.query.lagret !== undefined }),
  );
  app.post('/sekretariat/soknad/:id/arkiv', { config: ofOne, schema: one }, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, numberForm, ({ number }) =>
      transact(db, contextOf(request), (unit) => numberNomination(unit, id, number)),
    );
    return sent.ok
      ? seeOther(reply, `/sekretariat/soknad/${id}/arkiv?lagret=1`)
      : showOne(request, reply.code(sent.status), id, sent);
  });
  app.post('/sekretariat/soknad/:id/arkiv.zip', { config: ofOne, schema: one }, async (request, reply) => {
    const made = await transactReading(db, contextOf(request), (unit) =>
      archiveNomination(unit, services, request.params.id),
    );
    return sendZip(reply, made.name, archivePackage(made));
  });

  const showPeriod = async (request: FastifyRequest, reply: FastifyReply, drawn: Drawn = {}) => {
    await transact(db, contextOf(request), (unit) => authoriseService(unit, 'archivePackage'));
    const { input = {}, errors = [] } = drawn;
    const view = { from: inputText(input, 'from'), to: inputText(input, 'to'), errors };
    return reply.page(periodPage(view, request.lang));
  };
  app.get('/sekretariat/arkiv', { config: ofPeriod }, (request, reply) => showPeriod(request, reply));
  app.post('/sekretariat/arkiv.zip', { config: ofPeriod }, async (request, reply) => {
    const sent = await submitForm(request, periodForm, (period) => {
      const faults = (['from', 'to'] as const).flatMap((name) => {
        const day = readMoment(name, period[name], '12:00');
        return day.ok ? [] : day.errors;
      });
      if (faults.length > 0) throw problem('request/invalid', {}, faults);
      return transactReading(db, contextOf(request), (unit) => archivePeriod(unit, services, period));
    });
    return sent.ok
      ? sendZip(reply, sent.result.name, archivePackage(sent.result))
      : showPeriod(request, reply.code(sent.status), sent);
  });
}
