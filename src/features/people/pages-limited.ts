import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { addDays, osloInstant } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { limitedRolesHref } from '../../ui/edition-nav.ts';
import { endLimitedRole, giveLimitedRole, limitedRolesOf, rolesToGive } from './limited.ts';
import { limitedForm } from './schema.ts';
import { limitedPage } from './views-limited.ts';

const uuid = Type.String({ format: 'uuid' });
const config = { action: 'edition.giveLimitedRoles' };
const params = Type.Object({ editionId: uuid });
const HERE = '/sekretariat/:editionId/innsyn/roller';
const fields = ['email', 'name', 'language', 'role', 'from', 'until'] as const;

/** Those who are let in for one task of a year: by the secretariat. */
export async function limitedRolePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { done?: string | undefined; input?: FormInput; errors?: readonly FormError[] },
  ): Promise<FastifyReply> {
    const found = await limitedRolesOf(db, request, id);
    const { done = null, input = {}, errors = [] } = given;
    const written = Object.fromEntries(fields.map((name) => [name, inputText(input, name)]));
    return reply.page(
      limitedPage(
        {
          ...found,
          roles: rolesToGive(found.edition),
          done,
          errors,
          written: { ...written, language: written['language'] || 'nb' },
        },
        request.lang,
      ),
    );
  }

  app.get(
    HERE,
    { config, schema: { params, querystring: Type.Object({ gjort: Type.Optional(Type.String()) }) } },
    async (request, reply) => show(request, reply, request.params.editionId, { done: request.query.gjort }),
  );

  app.post(HERE, { config, schema: { params } }, async (request, reply) => {
    const { editionId } = request.params;
    // Days as people mean them: from the morning of the first to the end of the last.
    const sent = await submitForm(request, limitedForm, async ({ from, until, ...given }) => {
      await transact(db, contextOf(request), (unit) =>
        giveLimitedRole(unit, editionId, {
          ...given,
          from: from ? osloInstant(from) : undefined,
          until: addDays(osloInstant(until), 1),
        }),
      );
      return given.role === 'embargoReader' ? 'uten-brev' : 'gitt';
    });
    return sent.ok
      ? seeOther(reply, `${limitedRolesHref(editionId)}?gjort=${sent.result}`)
      : show(request, reply.code(sent.status), editionId, sent);
  });

  app.post(
    `${HERE}/:grantId/avslutt`,
    { config, schema: { params: Type.Object({ editionId: uuid, grantId: uuid }) } },
    async (request, reply) => {
      const { editionId, grantId } = request.params;
      await transact(db, contextOf(request), (unit) => endLimitedRole(unit, editionId, grantId));
      return seeOther(reply, `${limitedRolesHref(editionId)}?gjort=avsluttet`);
    },
  );
}
