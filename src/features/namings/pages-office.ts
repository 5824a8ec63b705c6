import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { namingsHref } from '../../ui/edition-nav.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { registerNaming } from './commands.ts';
import { removeNamed } from './commands-content.ts';
import { namingsOf, officePicture } from './queries.ts';
import { RegisteredIn, RemoveIn } from './schema.ts';
import { officePage } from './views-office.ts';

const uuid = Type.String({ format: 'uuid' });
interface Redrawn {
  at?: string | null;
  errors?: readonly FormError[];
  input?: FormInput;
}

/** Who has been told in confidence, and what they have said. */
export async function namingOfficePages(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const see = { action: 'edition.seeDecisions' };
  const one = { params: Type.Object({ editionId: uuid, nominationId: uuid }) };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    editionId: string,
    { at = null, errors = [], input = {} }: Redrawn,
  ): Promise<FastifyReply> => {
    const { edition, namings } = await namingsOf(db, request, editionId);
    const mayWrite = can(editionResource, 'writeLetters', edition);
    const view = { edition, namings, mayWrite, errors, at, input: (name: string) => inputText(input, name) };
    return reply.page(officePage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/nominerte',
    { config: see, schema: { params: Type.Object({ editionId: uuid }) } },
    (request, reply) => show(request, reply, request.params.editionId, {}),
  );

  app.get(
    '/sekretariat/:editionId/nominerte/:nominationId/bilde',
    { config: see, schema: one },
    async (request, reply) => {
      const { editionId, nominationId } = request.params;
      return sendFile(request, reply, files, await officePicture(db, request, editionId, nominationId));
    },
  );

  app.post(
    '/sekretariat/:editionId/nominerte/:nominationId/svar',
    { config: { action: 'nomination.registerNaming' }, schema: one },
    async (request, reply) => {
      const { editionId, nominationId: at } = request.params;
      // There is one such form for each of them on the page.
      const { version, answer, reason } = RegisteredIn.properties;
      const form = Type.Object(
        { version, [`answer-${at}`]: answer, [`reason-${at}`]: reason },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, form, (fields) => {
        const given = fields as Record<string, unknown>;
        const said = { answer: given[`answer-${at}`], reason: given[`reason-${at}`] } as Pick<
          RegisteredIn,
          'answer' | 'reason'
        >;
        return transact(db, contextOf(request), (unit) =>
          registerNaming(unit, at, { version: Number(given['version']), ...said }),
        );
      });
      if (!sent.ok) return show(request, reply.code(sent.status), editionId, { ...sent, at });
      await removeUnreferenced(db, files, sent.result.removed);
      return seeOther(reply, `${namingsHref(editionId)}#n-${at}`);
    },
  );

  app.post(
    '/sekretariat/:editionId/nominerte/:nominationId/fjern',
    { config: { action: 'nomination.removeNamed' }, schema: one },
    async (request, reply) => {
      const { editionId, nominationId: at } = request.params;
      const sent = await submitForm(request, RemoveIn, (given) =>
        transact(db, contextOf(request), (unit) => removeNamed(unit, at, given, 'seeNaming')),
      );
      if (!sent.ok) return show(request, reply.code(sent.status), editionId, { ...sent, at });
      await removeUnreferenced(db, files, sent.result.removed);
      return seeOther(reply, `${namingsHref(editionId)}#n-${at}`);
    },
  );
}
