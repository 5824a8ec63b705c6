import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf } from '../../core/process/unit.ts';
import { seeOther } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { previewRetention, runRetention } from './commands.ts';
import { ownData } from './own-data.ts';
import { schedule } from './queries.ts';
import { retentionPage } from './views.ts';

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
      const due = await previewRetention(db, contextOf(request));
      return reply.page(
        retentionPage(
          {
            rules: await schedule(db),
            due,
            done,
            mayRun: contextOf(request).actor.roles.includes('administrator'),
          },
          request.lang,
        ),
      );
    },
  );

  app.post(HERE, { config: { action: 'service.runRetention' } }, async (request, reply) => {
    const { erased, failed, files } = await runRetention(services, contextOf(request));
    return seeOther(reply, `${HERE}?slettet=${erased.length}&igjen=${failed.length}&filer=${files}`);
  });

  app.get('/min-side/mine-opplysninger.json', { config: { action: 'signedIn' } }, async (request, reply) =>
    reply
      .header('content-disposition', 'attachment; filename="mine-opplysninger.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(await ownData(db, request), null, 2)),
  );
}
