import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { readForm, seeOther } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { isOpen } from '../nominations/window.ts';
import { startFrom } from './commands.ts';
import { earlierOf, oldOf } from './queries.ts';
import { earlierPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const count = Type.Optional(Type.String({ pattern: '^[0-9]{1,3}$' }));

/** Applied before: the organisation's earlier applications, for those who worked on them. */
export async function earlierPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id/tidligere',
    {
      config: { action: 'nomination.readDraft' },
      schema: { params, querystring: Type.Object({ kopiert: count, igjen: count }) },
    },
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const { kopiert, igjen } = request.query;
      const view = {
        row,
        open: can(nomination, 'edit', row) && isOpen(await callOf(db, row.edition_id), row, request.now),
        earlier: await earlierOf(db, request, row),
        old: await oldOf(db, request, row),
        done: kopiert === undefined ? null : { copied: Number(kopiert), left: Number(igjen ?? 0) },
      };
      return reply.page(earlierPage(view, request.lang));
    },
  );

  app.post(
    '/soknad/:id/tidligere',
    { config: { action: 'nomination.edit' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const form = readForm(Type.Object({ from: uuid }), request.body);
      if (!form.ok) throw problem('not-found');
      const { copied, left } = await transact(db, contextOf(request), (unit) =>
        startFrom(unit, id, form.value.from),
      );
      return seeOther(reply, `/soknad/${id}/tidligere?kopiert=${copied}&igjen=${left}`);
    },
  );
}
