import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { addAffiliation, affiliationsOf, removeAffiliation } from './affiliations.ts';
import { NewAffiliation } from './schema.ts';
import { workPage } from './views-work.ts';

const here = '/min-side/arbeid';
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
}

/** Where one works and sits: the service uses it to point at connections, and for nothing else. */
export async function workPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'signedIn' };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], saved = false }: Redrawn,
  ): Promise<FastifyReply> =>
    reply.page(
      workPage(
        {
          affiliations: await affiliationsOf(db, request),
          errors,
          saved,
          input: (name) => inputText(input, name),
        },
        request.lang,
      ),
    );

  app.get(
    here,
    { config, schema: { querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) } },
    (request, reply) => show(request, reply, { saved: request.query.lagret !== undefined }),
  );

  app.post(here, { config }, async (request, reply) => {
    const sent = await submitForm(request, NewAffiliation, (given) =>
      transact(db, contextOf(request), (unit) => addAffiliation(unit, given)),
    );
    return sent.ok ? seeOther(reply, `${here}?lagret=1`) : show(request, reply.code(sent.status), sent);
  });

  app.post(
    `${here}/:affiliationId/fjern`,
    { config, schema: { params: Type.Object({ affiliationId: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => removeAffiliation(unit, request.params.affiliationId));
      return seeOther(reply, `${here}?lagret=1`);
    },
  );
}
