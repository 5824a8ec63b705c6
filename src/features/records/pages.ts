import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import type { Services } from '../../platform/services.ts';
import { findEdition } from '../editions/queries.ts';
import { editionLog, logChoices } from './queries.ts';
import { logPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
/** A filter that was left open arrives as an empty text. */
const choice = Type.Optional(Type.Union([uuid, Type.Literal('')]));
const filter = Type.Object({
  soknad: choice,
  person: choice,
  before: Type.Optional(Type.Integer({ minimum: 1 })),
});

export async function recordsPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/:editionId/logg',
    {
      config: { action: 'edition.readLog' },
      schema: { params: Type.Object({ editionId: uuid }), querystring: filter },
    },
    async (request, reply) => {
      const { soknad, person, before } = request.query;
      const chosen = { nominationId: soknad || undefined, actorId: person || undefined, before };
      const log = await editionLog(db, request, request.params.editionId, chosen);
      const choices = await logChoices(db, request.params.editionId);
      const year = await findEdition(db, request, request.params.editionId);
      const mayTakeOut = can(edition, 'takeOut', year);
      return reply.page(logPage({ ...log, choices, ...chosen, mayTakeOut }, request.lang));
    },
  );
}
