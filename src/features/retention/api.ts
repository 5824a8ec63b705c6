import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { listHash, previewRetention, runRetention } from './commands.ts';
import { ownData } from './own-data.ts';
import { schedule } from './queries.ts';
import { dueAsJson, erasedAsJson, reportOut, retentionOut, ruleAsJson } from './schema-api.ts';

const tags = ['retention'];

/** What has had its time, erasing it, and a person's own data. */
export async function retentionApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db } = services;

  app.get(
    '/retention',
    {
      config: { action: 'service.seeRetention' },
      schema: {
        tags,
        summary: 'The schedule, and what a run would erase now: a run that is taken back',
        response: { 200: retentionOut },
      },
    },
    async (request) => {
      const due = await previewRetention(db, contextOf(request));
      return {
        due: due.map(erasedAsJson),
        seen: listHash(due),
        schedule: (await schedule(db)).map(ruleAsJson),
      };
    },
  );

  app.post(
    '/retention/runs',
    {
      config: { action: 'service.runRetention' },
      schema: {
        tags,
        summary: 'Erase what is due: rows, files, what can be searched, and letters. Cannot be undone.',
        body: Type.Optional(
          Type.Object(
            {
              seen: Type.Optional(
                Type.String({ description: '`seen` of the list; refused when it is another list by now' }),
              ),
            },
            { additionalProperties: false },
          ),
        ),
        response: { 200: reportOut },
      },
    },
    async (request) => {
      const { erased, failed, files } = await runRetention(services, contextOf(request), request.body);
      return { erased: erased.map(erasedAsJson), failed: failed.map(dueAsJson), files };
    },
  );

  app.get(
    '/me/data',
    {
      config: { action: 'signedIn' },
      schema: {
        tags: ['me'],
        summary: 'Everything that is kept about oneself, as a file',
        description: 'Without what a juror has written of an application that is closed to that juror.',
        response: { 200: Type.Object({}, { additionalProperties: true }) },
      },
    },
    async (request, reply) =>
      reply
        .header('content-disposition', 'attachment; filename="mine-opplysninger.json"')
        .send(await ownData(db, request)),
  );
}
