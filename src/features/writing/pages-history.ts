/** The history of a draft: what each has written, and bringing it back. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, seeOther } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { texts } from '../../ui/text/index.ts';
import { partsOpen } from '../completion/queries.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { isOpen } from '../nominations/window.ts';
import { restoreRevision, type Wanted } from './restore.ts';
import { PAGE_SIZE, revisionOf, revisionsOf } from './revisions.ts';
import { historyPage, revisionPage } from './views-history.ts';

const id = Type.String({ format: 'uuid' });
const one = { params: Type.Object({ id, revision: id }) };

export async function historyPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const read = { action: 'nomination.readDraft' };
  const query = Type.Object({ eldre: Type.Optional(id), hentet: Type.Optional(Type.String()) });

  app.get(
    '/soknad/:id/historikk',
    { config: read, schema: { params: Type.Object({ id }), querystring: query } },
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const found = await revisionsOf(db, row.id, { before: request.query.eldre });
      const shown = found.slice(0, PAGE_SIZE);
      return reply.page(
        historyPage(
          {
            row,
            revisions: shown,
            fields: await fieldsOf(db, row),
            older: found.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
            restored: request.query.hentet !== undefined,
          },
          request.lang,
        ),
      );
    },
  );

  app.get('/soknad/:id/historikk/:revision', { config: read, schema: one }, async (request, reply) =>
    show(request, reply, []),
  );

  app.post(
    '/soknad/:id/historikk/:revision',
    { config: { action: 'nomination.edit' }, schema: one },
    async (request, reply) => {
      const t = texts(request.lang);
      const { id: nominationId, revision } = request.params;
      const wanted = wantedIn((request.body ?? {}) as Record<string, string>);
      if (Object.keys(wanted).length === 0)
        return show(request, reply.code(422), [{ message: t.writing.history.choose }]);
      try {
        await transact(db, contextOf(request), (unit) =>
          restoreRevision(unit, nominationId, revision, wanted),
        );
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.type === 'conflict/version')
          return show(request, reply.code(409), [{ message: t.writing.history.changed }]);
        if (error.type !== 'request/invalid') throw error;
        return show(request, reply.code(422), formErrors(error.errors, request.lang));
      }
      return seeOther(reply, `/soknad/${nominationId}/historikk?hentet=1`);
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly FormError[],
  ): Promise<FastifyReply> {
    const { id: nominationId, revision } = request.params as { id: string; revision: string };
    const row = await nominationFor(db, request, nominationId, 'readDraft');
    const found = await revisionOf(db, row.id, revision);
    const writable =
      can(nomination, 'edit', row) && isOpen(await callOf(db, row.edition_id), row, request.now);
    const isAsked = await partsOpen(db, row);
    const open = (question: string) => writable && isAsked(question);
    return reply.page(
      revisionPage({ row, revision: found, fields: await fieldsOf(db, row), open, errors }, request.lang),
    );
  }
}

/** Ticked fields with the versions that stood beside them. */
const wantedIn = (body: Record<string, string>): Wanted =>
  Object.fromEntries(
    Object.keys(body)
      .filter((name) => name.startsWith('hent-'))
      .map((name) => name.slice('hent-'.length))
      .map((field) => [field, Number(body[`v-${field}`]) || 0]),
  );
