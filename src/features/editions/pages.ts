import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { yearOf } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { countedTasks } from '../people/waiting-tasks.ts';
import { createEdition, mayCreateEdition, sendEditionEvent } from './commands.ts';
import { uuid } from './input.ts';
import {
  demand,
  editionGraph,
  findEdition,
  listEditions,
  pagesOf,
  stepsOf,
  type JudgedEdition,
} from './queries.ts';
import { guideOf } from './guide.ts';
import { newerNotes, notesOf } from './notes.ts';
import { comingUp } from './queries-coming.ts';
import { waitsOf } from './queries-waits.ts';
import { figuresOf } from './queries-dashboard.ts';
import { outcomeOf } from './queries-outcome.ts';
import { phaseOf } from './schema-notes.ts';
import { diagramPage } from './views-diagram.ts';
import { cancelPage, listPage, newPage } from './views.ts';
import { publishedVersions } from '../publication/queries.ts';
import { rulesVersions } from './rules-versions.ts';
import { auditPage } from './views-audit.ts';
import { dashboardPage } from './views-dashboard.ts';

const byId = { config: { action: 'edition.read' }, schema: { params: Type.Object({ editionId: uuid }) } };
const flag = Type.Optional(Type.String());

const mayRead = (row: JudgedEdition) => ({
  protocol: can(editionResource, 'readProtocol', row),
  frozen: can(editionResource, 'seeFrozenResult', row),
});

/** The years of the prize, for the secretariat. */
export async function editionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/sekretariat', { config: { action: 'edition.read' } }, async (request, reply) =>
    reply.page(listPage(await listEditions(db, request), await mayCreateEdition(db, request), request.lang)),
  );

  const create = { config: { action: 'service.createEdition' } };
  app.get('/sekretariat/ny', create, async (request, reply) => {
    if (!(await mayCreateEdition(db, request))) throw problem('auth/forbidden');
    const editions = await listEditions(db, request);
    const [last] = editions;
    return reply.page(
      newPage(
        { year: String(last ? last.year + 1 : yearOf(request.now)), copyFrom: last?.id ?? '' },
        editions,
        [],
        request.lang,
      ),
    );
  });

  const newForm = Type.Object({
    year: Type.Integer({ minimum: 2000, maximum: 2200 }),
    copyFrom: Type.Optional(uuid),
  });
  app.post('/sekretariat/ny', create, async (request, reply) => {
    const sent = await submitForm(request, newForm, (given) =>
      transact(db, contextOf(request), (unit) => createEdition(unit, given)),
    );
    if (sent.ok) return seeOther(reply, editionHref(sent.result.id));
    const input = { year: inputText(sent.input, 'year'), copyFrom: inputText(sent.input, 'copyFrom') };
    return reply
      .code(sent.status)
      .page(newPage(input, await listEditions(db, request), sent.errors, request.lang));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { done?: boolean; errors?: readonly FormError[] },
  ): Promise<FastifyReply> {
    const found = await findEdition(db, request, id);
    const pages = pagesOf(found);
    if (found.rel.auditor && !can(editionResource, 'seeProgress', found))
      return reply.page(
        auditPage(
          {
            edition: found,
            pages,
            may: mayRead(found),
            rules: await rulesVersions(db, id),
            published: await publishedVersions(db, found, request),
          },
          request.lang,
        ),
      );
    // Whoever has one thing to do with the year is led to it.
    if (pages[0] && !pages.includes('overview')) return seeOther(reply, editionHref(id, pages[0]));
    const view = await transact(db, contextOf(request), async (unit) => {
      const edition = await findEdition(unit.trx, unit, id);
      if (!can(editionResource, 'seeProgress', edition)) demand(edition, 'manage');
      return {
        edition,
        pages: pagesOf(edition),
        ...(await stepsOf(unit, edition)),
        now: unit.now,
        outcome: can(editionResource, 'seeDecisions', edition) ? await outcomeOf(unit.trx, unit, id) : null,
        mayCreate: await mayCreateEdition(unit.trx, unit),
        figures: await figuresOf(unit.trx, unit, id),
        coming: await comingUp(unit.trx, id, unit.now),
        waits: await waitsOf(unit.trx, unit, edition),
        tasks: (await countedTasks(unit.trx, unit)).filter(
          ({ year, path }) => year === edition.year && path !== editionHref(id),
        ),
        graph: editionGraph(),
        newerNotes: can(editionResource, 'manage', edition) ? await newerNotes(unit.trx, id) : [],
        note: can(editionResource, 'manage', edition)
          ? (await notesOf(unit.trx, id)).find(({ phase }) => phase === phaseOf(edition))
          : null,
      };
    });
    return reply.page(
      dashboardPage(
        {
          ...view,
          guide: await guideOf(db, contextOf(request), id),
          done: given.done ?? false,
          errors: given.errors ?? [],
        },
        request.lang,
      ),
    );
  }
  app.get(
    '/sekretariat/:editionId',
    { ...byId, schema: { ...byId.schema, querystring: Type.Object({ gjort: flag }) } },
    async (request, reply) =>
      show(request, reply, request.params.editionId, { done: request.query.gjort !== undefined }),
  );

  const eventForm = Type.Object({ type: Type.String(), version: Type.Integer() });
  app.post('/sekretariat/:editionId/hendelse', byId, async (request, reply) => {
    const { editionId } = request.params;
    const sent = await submitForm(request, eventForm, (event) =>
      transact(db, contextOf(request), (unit) => sendEditionEvent(unit, editionId, event)),
    );
    return sent.ok
      ? seeOther(reply, `${editionHref(editionId)}?gjort=1`)
      : show(request, reply.code(sent.status), editionId, sent);
  });

  app.get('/sekretariat/:editionId/diagram', byId, async (request, reply) => {
    const edition = await findEdition(db, request, request.params.editionId);
    demand(edition, 'manage');
    return reply.page(diagramPage(edition, editionGraph(), request.lang));
  });

  app.get('/sekretariat/:editionId/avlys', byId, async (request, reply) => {
    const edition = await findEdition(db, request, request.params.editionId);
    demand(edition, 'cancel');
    return reply.page(cancelPage(edition, '', [], request.lang));
  });
  const cancelForm = Type.Object({
    version: Type.Integer(),
    reason: Type.String({ minLength: 1, maxLength: 5000 }),
  });
  app.post('/sekretariat/:editionId/avlys', byId, async (request, reply) => {
    const { editionId } = request.params;
    const sent = await submitForm(request, cancelForm, (given) =>
      transact(db, contextOf(request), (unit) =>
        sendEditionEvent(unit, editionId, { type: 'cancel', ...given }),
      ),
    );
    if (sent.ok) return seeOther(reply, `${editionHref(editionId)}?gjort=1`);
    const edition = await findEdition(db, request, editionId);
    return reply
      .code(sent.status)
      .page(cancelPage(edition, inputText(sent.input, 'reason'), sent.errors, request.lang));
  });
}
