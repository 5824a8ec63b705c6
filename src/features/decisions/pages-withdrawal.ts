/** The secretariat writes down that an applicant has withdrawn after the nominated were published. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import { problem, Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { REASON_LENGTH } from '../nominations/schema.ts';
import { withdrawalPage } from './views-withdrawal.ts';
import { registerWithdrawal } from './withdrawal.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const withdrawalForm = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  reason: Type.Optional(Type.String({ maxLength: REASON_LENGTH })),
});

export async function withdrawalPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const route = { config: { action: 'nomination.registerWithdrawal' }, schema: { params } };

  app.get('/sekretariat/soknad/:id/trukket', route, async (request, reply) =>
    show(request, reply, request.params.id, { errors: [], reason: '' }),
  );

  app.post('/sekretariat/soknad/:id/trukket', route, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, withdrawalForm, async ({ reason = '', version }) => {
      try {
        return await transact(db, contextOf(request), (unit) =>
          registerWithdrawal(unit, id, { reason, version }),
        );
      } catch (error) {
        throw error instanceof Problem ? atReason(error) : error;
      }
    });
    if (sent.ok) return seeOther(reply, `/sekretariat/${sent.result.edition_id}/soknader`);
    const rest = { errors: sent.errors, reason: inputText(sent.input, 'reason') };
    return show(request, reply.code(sent.status), id, rest);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    rest: { errors: readonly FormError[]; reason: string },
  ): Promise<FastifyReply> {
    const row = await nominationFor(db, request, id, 'registerWithdrawal');
    const { year } = await callOf(db, row.edition_id);
    return reply.page(withdrawalPage({ row, year, ...rest }, request.lang));
  }
}

const atReason = (error: Problem): Problem =>
  error.errors.some(({ requirement }) => requirement === 'reasonGiven')
    ? problem(
        'request/invalid',
        {},
        error.errors.map((each) =>
          each.requirement === 'reasonGiven' ? { ...each, field: 'reason' } : each,
        ),
      )
    : error;
