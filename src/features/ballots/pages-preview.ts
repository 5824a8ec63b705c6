/** The ballot as a juror will see it, before the announcement: for the secretariat. What is given in it is saved nowhere. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { seeOther } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { NOBODYS, previewHref } from '../../ui/preview.ts';
import { LANGS } from '../../ui/text/index.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { scaleOf, sheetOf } from './queries.ts';
import { ballotPreviewPage } from './views-preview.ts';

const schema = {
  params: Type.Object({ editionId: Type.String({ format: 'uuid' }) }),
  querystring: Type.Object({
    sprak: Type.Optional(Type.Enum(LANGS)),
    lagret: Type.Optional(Type.String()),
  }),
};
const config = { action: 'edition.manage' };
const HERE = '/sekretariat/:editionId/forhandsvis/vurdering';

export async function ballotPreviewPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(HERE, { config, schema }, async (request, reply) => {
    const edition = await findEdition(db, request, request.params.editionId);
    demand(edition, 'manage');
    const lang = (request.lang = request.query.sprak ?? request.lang);
    const sheet = await sheetOf(db, { id: NOBODYS, edition_id: edition.id });
    const tried = request.query.lagret !== undefined;
    return reply.page(
      ballotPreviewPage({ edition, sheet, scale: await scaleOf(db, edition.id), tried }, lang),
    );
  });

  app.post(HERE, { config, schema }, async (request, reply) => {
    const edition = await findEdition(db, request, request.params.editionId);
    demand(edition, 'manage');
    const lang = request.query.sprak ?? request.lang;
    return seeOther(reply, `${previewHref(edition.id, 'ballot')}?sprak=${lang}&lagret=1`);
  });
}
