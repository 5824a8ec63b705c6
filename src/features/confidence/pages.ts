import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, localPath, seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { confirmForRoles } from './commands.ts';
import { myRoles } from './queries.ts';
import { AcceptanceForm } from './schema.ts';
import { roleConfidencePage } from './views.ts';

export const CONFIDENCE_PATH = '/min-side/fortrolighet';
const AFTERWARDS = `${CONFIDENCE_PATH}?bekreftet=1`;
const text = Type.Optional(Type.String({ maxLength: 2000 }));

/** The rules of confidence, for everybody who has been given a role. */
export async function confidencePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const signedIn = { config: { action: 'signedIn' } };

  app.get(
    CONFIDENCE_PATH,
    { ...signedIn, schema: { querystring: Type.Object({ til: text, bekreftet: text }) } },
    async (request, reply) => {
      const { til = '', bekreftet } = request.query;
      const roles = await myRoles(db, request);
      return reply.page(
        roleConfidencePage({ roles, til, done: bekreftet !== undefined, errors: [] }, request.lang),
      );
    },
  );

  app.post(CONFIDENCE_PATH, signedIn, async (request, reply) => {
    const sent = await submitForm(request, AcceptanceForm, async ({ til }) => {
      await transact(db, contextOf(request), confirmForRoles);
      return til ? localPath(til, AFTERWARDS) : AFTERWARDS;
    });
    if (sent.ok) return seeOther(reply, sent.result);
    const roles = await myRoles(db, request);
    const til = inputText(sent.input, 'til');
    return reply
      .code(sent.status)
      .page(roleConfidencePage({ roles, til, done: false, errors: sent.errors }, request.lang));
  });
}
