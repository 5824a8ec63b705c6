import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, inputText, readForm, refusal, seeOther } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import { readTextUpload } from '../../platform/http/text-upload.ts';
import type { Services } from '../../platform/services.ts';
import { authoriseService } from '../people/commands.ts';
import { importHistory } from './commands.ts';
import { storedYears } from './queries.ts';
import { importForm } from './schema.ts';
import { HERE, importPage, type ImportView } from './views.ts';

/** The years before the service, for the secretariat and the administrators. */
export async function historyPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'service.importHistory' };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: Partial<Omit<ImportView, 'stored'>>,
  ) => {
    await transact(db, contextOf(request), (unit) => authoriseService(unit, 'importHistory'));
    const stored = [...(await storedYears(db))];
    return reply.page(
      importPage({ lines: '', plan: null, errors: [], saved: null, ...given, stored }, request.lang),
    );
  };

  app.get(
    HERE,
    {
      config,
      schema: { querystring: Type.Object({ lagret: Type.Optional(Type.Integer({ minimum: 0 })) }) },
    },
    (request, reply) => show(request, reply, { saved: request.query.lagret ?? null }),
  );

  app.post(HERE, { config }, async (request, reply) => {
    await transact(db, contextOf(request), (unit) => authoriseService(unit, 'importHistory'));
    const { fields, refused } = await readTextUpload(request, 'lines');
    const form = readForm(importForm, fields);
    const lines = inputText(form.input, 'lines');
    try {
      if (refused) throw refused;
      if (!form.ok)
        return await show(request, reply.code(422), { lines, errors: formErrors(form.errors, request.lang) });
      const seen = form.value.save === undefined ? undefined : (form.value.seen ?? '');
      const { plan, saved } = await transact(db, contextOf(request), (unit) =>
        importHistory(unit, { lines, seen }),
      );
      if (!saved) return await show(request, reply, { lines, plan });
      return seeOther(reply, `${HERE}?lagret=${plan.lines.filter(({ kind }) => kind !== 'same').length}`);
    } catch (error) {
      if (!(error instanceof Problem) || ![409, 413, 422].includes(error.status)) throw error;
      return show(request, reply.code(error.status), { lines, errors: refusal(error, request.lang) });
    }
  });
}
