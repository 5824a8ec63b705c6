/** Who applies: the page where the facts about the organisation are changed. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { changeApplicant } from './commands.ts';
import { lookUp } from './lookups.ts';
import { organisationOfNomination } from './queries.ts';
import { applicantPage, type ApplicantView } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const applicantForm = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  organisation: Type.Optional(Type.String({ maxLength: 200 })),
  organisationNumber: Type.Optional(Type.String({ maxLength: 40 })),
  unit: Type.Optional(Type.String({ maxLength: 200 })),
  partners: Type.Optional(Type.String({ maxLength: 4000 })),
});

export async function organisationPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const { db } = services;
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id/soker',
    {
      config: { action: 'nomination.readDraft' },
      schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      show(request, reply, request.params.id, {
        input: null,
        errors: [],
        saved: request.query.lagret !== undefined,
      }),
  );

  app.post(
    '/soknad/:id/soker',
    { config: { action: 'nomination.edit' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, applicantForm, ({ partners, organisation = '', ...facts }) => {
        // Only a name that can be changed has a field; emptied, it is a name that is missing.
        const name = 'organisation' in ((request.body ?? {}) as FormInput) ? { organisation } : {};
        return transact(db, contextOf(request), (unit) =>
          changeApplicant(unit, id, { ...facts, ...name, partners: partners?.split('\n') }),
        );
      });
      if (!sent.ok) {
        const { input, errors } = sent;
        const names = ['organisation', 'organisationNumber', 'unit', 'partners'] as const;
        reply.code(sent.status);
        return show(request, reply, id, {
          input: Object.fromEntries(names.map((name) => [name, inputText(input, name)])),
          errors,
          saved: false,
        });
      }
      // It is saved; whether the register answers in time only decides what the next page can say.
      await lookUp(services, sent.result);
      return seeOther(reply, `/soknad/${id}/soker?lagret=1`);
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    rest: Pick<ApplicantView, 'input' | 'errors' | 'saved'>,
  ): Promise<FastifyReply> {
    await nominationFor(db, request, id, 'readDraft');
    const view = await organisationOfNomination(db, request, id);
    return reply.page(applicantPage({ ...view, ...rest }, request.lang));
  }
}
