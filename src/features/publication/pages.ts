import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { osloFields } from '../../platform/clock.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { pagesOf } from '../editions/queries.ts';
import { approvePublication, preparePublication, stopPublication } from './commands.ts';
import { previewOf, publicationsOf, type Publication, type Publications } from './queries.ts';
import { previewPage, stopPage } from './views-preview.ts';
import { publicationPage } from './views-publication.ts';

const uuid = Type.String({ format: 'uuid' });
const flag = Type.Optional(Type.String());
const text = Type.String({ minLength: 1, maxLength: 20_000 });
const prepareForm = Type.Object({
  kind: Type.Union([Type.Literal('finalists'), Type.Literal('winner')]),
  publishAt: Type.String(),
  publishAtTime: Type.String(),
  nb: text,
  nn: text,
});
const doneBy = { forberedt: 'prepared', godkjent: 'approved', stoppet: 'stopped' } as const;

export async function publicationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ editionId: uuid });
  const oneParams = Type.Object({ editionId: uuid, id: uuid });
  const config = { action: 'edition.seeDecisions' };
  const here = (editionId: string) => editionHref(editionId, 'publication');

  app.get(
    '/sekretariat/:editionId/offentliggjoring',
    { config, schema: { params, querystring: Type.Object({ gjort: flag }) } },
    async (request, reply) =>
      show(request, reply, request.params.editionId, {
        done: doneBy[request.query.gjort as keyof typeof doneBy] ?? null,
      }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    {
      done = null,
      input,
      errors = [],
    }: { done?: 'prepared' | 'approved' | 'stopped' | null; input?: FormInput; errors?: FormError[] },
  ): Promise<FastifyReply> {
    const found = await publicationsOf(db, request, editionId);
    const { finalists_at, ceremony_at } = found.edition;
    const ready = found.ready.map((one) => ({
      ...one,
      moment: osloFields(one.kind === 'winner' ? ceremony_at : finalists_at),
    }));
    const values = Object.fromEntries(
      Object.keys(input ?? {}).map((name) => [name, inputText(input ?? {}, name)]),
    );
    return reply.page(
      publicationPage(
        {
          ...found,
          pages: pagesOf(found.edition),
          ready,
          done,
          errors,
          input: input ? { kind: values['kind'] ?? '', values } : null,
          now: request.now,
        },
        request.lang,
      ),
    );
  }

  app.post(
    '/sekretariat/:editionId/offentliggjoring',
    { config: { action: 'edition.preparePublication' }, schema: { params } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(
        request,
        prepareForm,
        async ({ kind, publishAt, publishAtTime, nb, nn }) => {
          const moment = readMoment('publishAt', publishAt, publishAtTime);
          if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
          return transact(db, contextOf(request), (unit) =>
            preparePublication(unit, editionId, { kind, publishAt: moment.instant, texts: { nb, nn } }),
          );
        },
      );
      return sent.ok
        ? seeOther(reply, `${here(editionId)}?gjort=forberedt`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  async function one(
    request: FastifyRequest,
    editionId: string,
    id: string,
  ): Promise<{ all: Publications; one: Publication }> {
    const all = await publicationsOf(db, request, editionId);
    const found = all.publications.find(({ row }) => row.id === id);
    if (!found) throw problem('not-found');
    return { all, one: found };
  }

  const preview = {
    config,
    schema: {
      params: oneParams,
      querystring: Type.Object({
        sprak: Type.Optional(Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')])),
      }),
    },
  };
  app.get('/sekretariat/:editionId/offentliggjoring/:id', preview, async (request, reply) => {
    const found = await one(request, request.params.editionId, request.params.id);
    const outcome = await previewOf(db, found.all, found.one);
    return reply.page(
      previewPage(
        { edition: found.all.edition, one: found.one, outcome, shownIn: request.query.sprak ?? request.lang },
        request.lang,
      ),
    );
  });

  const approval = Type.Object({ version: Type.Integer() });
  app.post(
    '/sekretariat/:editionId/offentliggjoring/:id/godkjenn',
    { config: { action: 'edition.approvePublication' }, schema: { params: oneParams } },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await submitForm(request, approval, ({ version }) =>
        transact(db, contextOf(request), (unit) => approvePublication(unit, id, version)),
      );
      return sent.ok
        ? seeOther(reply, `${here(editionId)}?gjort=godkjent`)
        : show(request, reply.code(sent.status), editionId, { errors: sent.errors });
    },
  );

  const stop = { config: { action: 'edition.stopPublication' }, schema: { params: oneParams } };
  app.get('/sekretariat/:editionId/offentliggjoring/:id/stopp', stop, async (request, reply) => {
    const found = await one(request, request.params.editionId, request.params.id);
    return reply.page(
      stopPage({ edition: found.all.edition, one: found.one, reason: '', errors: [] }, request.lang),
    );
  });
  const stopForm = Type.Object({
    version: Type.Integer(),
    reason: Type.String({ minLength: 1, maxLength: 5000 }),
  });
  app.post('/sekretariat/:editionId/offentliggjoring/:id/stopp', stop, async (request, reply) => {
    const { editionId, id } = request.params;
    const sent = await submitForm(request, stopForm, (given) =>
      transact(db, contextOf(request), (unit) => stopPublication(unit, id, given)),
    );
    if (sent.ok) return seeOther(reply, `${here(editionId)}?gjort=stoppet`);
    const found = await one(request, editionId, id);
    return reply.code(sent.status).page(
      stopPage(
        {
          edition: found.all.edition,
          one: found.one,
          reason: inputText(sent.input, 'reason'),
          errors: sent.errors,
        },
        request.lang,
      ),
    );
  });
}
