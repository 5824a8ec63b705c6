/** Asking that an approved publication comes out at another moment, on a page of its own. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { osloFields } from '../../platform/clock.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { askToMove } from './commands-move.ts';
import { publicationOf } from './queries.ts';
import { movePage } from './views-move.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid, id: uuid });
const moveForm = Type.Object({
  version: Type.Integer(),
  publishAt: Type.Optional(Type.String()),
  publishAtTime: Type.Optional(Type.String()),
});

export async function publicationMovePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const address = '/sekretariat/:editionId/offentliggjoring/:id/flytt';
  const route = { config: { action: 'edition.preparePublication' }, schema: { params } };

  async function show(
    request: FastifyRequest<{ Params: Static<typeof params> }>,
    reply: FastifyReply,
    { input, errors = [] }: { input?: FormInput; errors?: FormError[] },
  ): Promise<FastifyReply> {
    const { all, one } = await publicationOf(db, request, request.params.editionId, request.params.id);
    const moment = input
      ? { date: inputText(input, 'publishAt'), time: inputText(input, 'publishAtTime') }
      : osloFields(one.row.publish_at);
    return reply.page(movePage({ edition: all.edition, one, moment, errors }, request.lang));
  }

  app.get(address, route, async (request, reply) => show(request, reply, {}));
  app.post(address, route, async (request, reply) => {
    const { editionId, id } = request.params;
    const sent = await submitForm(
      request,
      moveForm,
      async ({ version, publishAt = '', publishAtTime = '' }) => {
        const moment = readMoment('publishAt', publishAt, publishAtTime);
        if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
        return transact(db, contextOf(request), (unit) =>
          askToMove(unit, id, { version, publishAt: moment.instant }),
        );
      },
    );
    return sent.ok
      ? seeOther(reply, `${editionHref(editionId, 'publication')}?gjort=flytting-bedt`)
      : show(request, reply.code(sent.status), sent);
  });
}
