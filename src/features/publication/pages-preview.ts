/** A publication as the public will see it, with each one's page and picture, in each language; for those who may know it. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import { CARD } from '../../platform/pictures/size.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import type { Lang } from '../../ui/text/index.ts';
import { sentBy } from '../letter-texts/kinds.ts';
import { wordsOf } from '../letter-texts/queries.ts';
import { approvePublication } from './commands.ts';
import { pictureOf } from './picture.ts';
import { previewOf, publicationOf } from './queries.ts';
import { SEEN_LENGTH } from './schema.ts';
import { SLUG } from './schema-nominee.ts';
import { previewPage } from './views-preview.ts';

const uuid = Type.String({ format: 'uuid' });
const querystring = Type.Object({
  sprak: Type.Optional(Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')])),
});
const params = Type.Object({ editionId: uuid, id: uuid });
const pictureParams = Type.Object({ ...params.properties, slug: Type.String({ pattern: SLUG }) });

const approvalForm = Type.Object({
  version: Type.Integer(),
  seen: Type.Optional(Type.String({ maxLength: SEEN_LENGTH })),
});
const here = '/sekretariat/:editionId/offentliggjoring/:id';

export async function previewPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.seeDecisions' };

  /** @throws not-found, auth/forbidden */
  async function find(request: FastifyRequest, { editionId, id }: { editionId: string; id: string }) {
    const { all, one } = await publicationOf(db, request, editionId, id);
    return { edition: all.edition, one, outcome: await previewOf(db, all, one) };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    of: Static<typeof params>,
    { shownIn = request.lang, errors = [] }: { shownIn?: Lang; errors?: FormError[] },
  ): Promise<FastifyReply> {
    const found = await find(request, of);
    const { kind, applied_at, stopped_at, taken_down_at } = found.one.row;
    const isOver = (applied_at ?? stopped_at ?? taken_down_at) !== null;
    const letters = isOver ? [] : await wordsOf(db, found.edition.id, sentBy[kind]);
    return reply.page(previewPage({ ...found, shownIn, picture: CARD, errors, letters }, request.lang));
  }

  app.get(here, { config, schema: { params, querystring } }, async (request, reply) => {
    const shownIn = request.query.sprak ?? request.lang;
    return show(request, reply, request.params, { shownIn });
  });

  // Also from the list of all: whoever is refused reads here what has changed.
  app.post(
    `${here}/godkjenn`,
    { config: { action: 'edition.approvePublication' }, schema: { params } },
    async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await submitForm(request, approvalForm, (approval) =>
        transact(db, contextOf(request), (unit) => approvePublication(unit, id, approval)),
      );
      return sent.ok
        ? seeOther(reply, `${editionHref(editionId, 'publication')}?gjort=godkjent`)
        : show(request, reply.code(sent.status), request.params, { errors: sent.errors });
    },
  );

  app.get(
    `${here}/bilde/:slug`,
    { config, schema: { params: pictureParams, querystring } },
    async (request, reply) => {
      const { edition, outcome } = await find(request, request.params);
      const one = outcome.nominated.find(({ slug }) => slug === request.params.slug);
      if (!one) throw problem('not-found');
      return reply
        .type('image/png')
        .send(await pictureOf(one, edition.year, request.query.sprak ?? request.lang));
    },
  );
}
