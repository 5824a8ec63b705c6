/** The host's remote control, for the ceremony and for its rehearsal. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { ceremonyHref } from '../../ui/edition-nav.ts';
import { moveCeremony } from './commands.ts';
import { ceremonyOf } from './queries.ts';
import { MOVES } from './schema.ts';
import { remotePage } from './views-remote.ts';
import { screenPage } from './views-screen.ts';

const params = Type.Object({ editionId: Type.String({ format: 'uuid' }) });
const config = { action: 'edition.runCeremony' };
const form = Type.Object({
  version: Type.Integer(),
  move: Type.Union(MOVES.map((move) => Type.Literal(move))),
});

export async function ceremonyPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function show(
    request: FastifyRequest<{ Params: { editionId: string } }>,
    reply: FastifyReply,
    rehearsal: boolean,
    errors: FormError[] = [],
  ): Promise<FastifyReply> {
    const found = await ceremonyOf(db, request, request.params.editionId, rehearsal);
    return reply.page(remotePage({ ...found, errors, now: request.now }, request.lang));
  }

  for (const rehearsal of [false, true]) {
    const address = rehearsal ? '/sekretariat/:editionId/seremoni/prove' : '/sekretariat/:editionId/seremoni';
    app.get(address, { config, schema: { params } }, async (request, reply) =>
      show(request, reply, rehearsal),
    );
    app.post(address, { config, schema: { params } }, async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(request, form, (given) =>
        transact(db, contextOf(request), (unit) => moveCeremony(unit, editionId, { ...given, rehearsal })),
      );
      return sent.ok
        ? seeOther(reply, ceremonyHref(editionId, rehearsal))
        : show(request, reply.code(sent.status), rehearsal, sent.errors);
    });
  }

  app.get(
    '/sekretariat/:editionId/seremoni/prove/skjerm',
    { config, schema: { params } },
    async (request, reply) => {
      const { slide } = await ceremonyOf(db, request, request.params.editionId, true);
      return reply.page(screenPage({ slide, rehearsal: true }, request.lang));
    },
  );
}
