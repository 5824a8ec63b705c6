import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { remindersHref } from '../../ui/edition-nav.ts';
import { demand, findEdition } from '../editions/queries.ts';
import { orderReminder } from './commands.ts';
import { steeredReminders } from './queries.ts';
import { order, reason, reasonField, type OrderType } from './schema.ts';
import { remindersPage, type Refused } from './views.ts';

const config = { action: 'edition.adjust' };
const params = Type.Object({ editionId: Type.String({ format: 'uuid' }) });
const HERE = '/sekretariat/:editionId/paminnelser';

/** What the service will remind of by itself, for whoever runs the year. */
export async function reminderPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { done?: string | undefined; errors?: readonly FormError[]; refused?: Refused },
  ): Promise<FastifyReply> {
    const view = await transact(db, contextOf(request), async (unit) => {
      const edition = await findEdition(unit.trx, unit, id);
      demand(edition, 'manage');
      return { edition, reminders: await steeredReminders(unit, edition) };
    });
    const { done = null, errors = [], refused = null } = given;
    return reply.page(remindersPage({ ...view, done, errors, refused }, request.lang));
  }

  app.get(
    HERE,
    { config, schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    async (request, reply) => show(request, reply, request.params.editionId, { done: request.query.gjort }),
  );

  const ordering = (path: string, type: OrderType) =>
    app.post(`${HERE}/${path}`, { config, schema: { params } }, async (request, reply) => {
      const { editionId } = request.params;
      const input = request.body as FormInput | null;
      const about = { kind: inputText(input ?? {}, 'kind'), at: inputText(input ?? {}, 'at') };
      const field = reasonField(about);
      const schema = Type.Object({ ...order, ...(type === 'stop' && { [field]: reason }) });
      const sent = await submitForm(request, schema, ({ kind, at, ...rest }) =>
        transact(db, contextOf(request), (unit) =>
          orderReminder(unit, editionId, {
            type,
            kind,
            at: instant(at),
            reason: (rest as Record<string, string>)[field],
          }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `${remindersHref(editionId)}?gjort=${path}`)
        : show(request, reply.code(sent.status), editionId, {
            errors: sent.errors,
            refused: { ...about, reason: inputText(sent.input, field) },
          });
    });
  ordering('send', 'sendNow');
  ordering('stopp', 'stop');
  ordering('slipp', 'resume');
}
