import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { seeOther, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { stack } from '../../ui/components/index.ts';
import { texts } from '../../ui/text/index.ts';
import { saveDeclarations } from './declare-form.ts';
import { declarationsOf } from './queries-declarations.ts';
import { declarePage } from './views-declare.ts';

const here = '/veiledning/habilitet';
const query = Type.Object({ lagret: Type.Optional(Type.String()), oppdaget: Type.Optional(Type.String()) });
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
  discovered?: string | undefined;
}

/** The regional adviser's own declarations, for the drafts that applicants have opened (HAB-9). */
export async function adviserPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'nomination.declare' };

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { input = {}, errors = [], saved = false, discovered }: Redrawn,
  ): Promise<FastifyReply> {
    const { jury, conflicts, common, guidance } = texts(request.lang);
    const own = conflicts.adviser;
    const page = declarePage(
      {
        action: here,
        title: jury.declaration.secretariatTitle,
        lead: own.lead,
        loses: { lead: own.loses, items: own.losesItems },
        words: { discoveredLead: own.discoveredLead, bounded: own.bounded, pending: own.pending },
        applicants: await declarationsOf(db, request, 'adviser'),
        input: (name) => input[name],
        errors,
        saved,
        discovered,
      },
      stack,
      request.lang,
    );
    const breadcrumbs = [
      { label: common.myPage, href: '/min-side' },
      { label: guidance.drafts.title, href: '/veiledning' },
      { label: page.title },
    ];
    return reply.page({ ...page, breadcrumbs });
  }

  app.get(here, { config, schema: { querystring: query } }, (request, reply) =>
    show(request, reply, {
      saved: request.query.lagret !== undefined,
      discovered: request.query.oppdaget,
    }),
  );

  app.post(here, { config }, async (request, reply) => {
    const sent = await saveDeclarations(db, request, 'adviser');
    return sent.ok ? seeOther(reply, `${here}?lagret=1`) : show(request, reply.code(sent.status), sent);
  });
}
