import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf } from '../../core/process/unit.ts';
import { seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { listHash, previewRetention, runRetention } from './commands.ts';
import { ownData } from './own-data.ts';
import { schedule } from './queries.ts';
import { retentionPage, type RetentionView } from './views.ts';

const HERE = '/administrasjon/sletting';

/** What has had its time, for the administrator; one's own data, for everybody. */
export async function retentionPages(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = services;
  const count = Type.Optional(Type.Integer({ minimum: 0 }));

  app.get(
    HERE,
    {
      config: { action: 'service.seeRetention' },
      schema: { querystring: Type.Object({ slettet: count, igjen: count, filer: count }) },
    },
    async (request, reply) => {
      const { slettet, igjen = 0, filer = 0 } = request.query;
      const done = slettet === undefined ? null : { erased: slettet, failed: igjen, files: filer };
      return show(request, reply, { done });
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { done = null, errors = [] }: Pick<Partial<RetentionView>, 'done' | 'errors'>,
  ): Promise<FastifyReply> {
    const due = await previewRetention(db, contextOf(request));
    const mayRun = contextOf(request).actor.roles.includes('administrator');
    return reply.page(
      retentionPage(
        { rules: await schedule(db), due, seen: listHash(due), done, errors, mayRun },
        request.lang,
      ),
    );
  }

  const runForm = Type.Object({
    seen: Type.String({ maxLength: 100 }),
    sure: Type.Literal('yes', { description: 'That the list has been read' }),
  });
  app.post(HERE, { config: { action: 'service.runRetention' } }, async (request, reply) => {
    const sent = await submitForm(request, runForm, ({ seen }) =>
      runRetention(services, contextOf(request), { seen }),
    );
    if (!sent.ok) return show(request, reply.code(sent.status), sent);
    const { erased, failed, files } = sent.result;
    return seeOther(reply, `${HERE}?slettet=${erased.length}&igjen=${failed.length}&filer=${files}`);
  });

  app.get('/min-side/mine-opplysninger.json', { config: { action: 'signedIn' } }, async (request, reply) =>
    reply
      .header('content-disposition', 'attachment; filename="mine-opplysninger.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(await ownData(db, request), null, 2)),
  );
}
