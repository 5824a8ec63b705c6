/** Writing together over JSON: who is here and what has changed, the history, and bringing back. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { nominationFor } from '../nominations/queries.ts';
import { sections } from '../nominations/schema.ts';
import { beHere } from './presence.ts';
import { demandSamePerson, signedInAs } from './same-person.ts';
import { restoreRevision } from './restore.ts';
import { PAGE_SIZE, revisionOf, revisionsOf, type Revision } from './revisions.ts';

const uuid = Type.String({ format: 'uuid' });
const time = Type.String({ format: 'date-time' });
const versions = Type.Record(uuid, Type.Integer({ minimum: 0 }), { maxProperties: 100 });
const tags = ['applications'];
const closed = { additionalProperties: false };
const params = Type.Object({ id: uuid });
const section = Type.Union(sections.map((each) => Type.Literal(each)));
const one = Type.Object({ id: uuid, revision: uuid });

const revisionHead = Type.Object({
  id: uuid,
  section: Type.String(),
  kind: Type.String({ description: 'writing, conflict (did not stand), submission, restore (stood before)' }),
  by: Type.String(),
  begunAt: time,
  savedAt: time,
  fields: Type.Array(Type.String()),
});
const headOf = ({ id, section: part, kind, by, begunAt, savedAt, answers }: Revision) => ({
  id,
  section: part,
  kind,
  by,
  begunAt: begunAt.toISOString(),
  savedAt: savedAt.toISOString(),
  fields: Object.keys(answers),
});

export async function writingApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.post(
    '/nominations/:id/presence',
    {
      // Asked by a page that is open, not by a person: it does not keep anybody signed in.
      config: { action: 'nomination.readDraft', background: true },
      schema: {
        tags,
        summary: 'Say that one has a part of the form open; learn who else has, and what has changed',
        headers: signedInAs,
        params,
        body: Type.Object(
          {
            section,
            field: Type.Optional(uuid),
            versions: Type.Optional(versions),
          },
          closed,
        ),
        response: {
          200: Type.Object({
            others: Type.Array(
              Type.Object({
                name: Type.String(),
                section: Type.String(),
                field: Type.Union([uuid, Type.Null()]),
              }),
            ),
            changes: Type.Array(
              Type.Object({
                field: uuid,
                value: Type.String(),
                version: Type.Integer(),
                updatedBy: Type.String(),
                updatedAt: time,
                own: Type.Boolean({ description: 'Written by the one who asks, elsewhere' }),
              }),
            ),
            open: Type.Boolean({ description: 'The application can be written in' }),
          }),
        },
      },
    },
    async (request) => {
      demandSamePerson(request);
      const { versions: seen = {}, ...here } = request.body;
      const now = await transact(db, contextOf(request), (unit) =>
        beHere(unit, request.params.id, { ...here, versions: seen }),
      );
      const changes = now.changes.map((change) => ({ ...change, updatedAt: change.updatedAt.toISOString() }));
      return { ...now, others: now.others.map(({ personId: _, ...other }) => other), changes };
    },
  );

  app.get(
    '/nominations/:id/revisions',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'The history of the draft, newest first',
        params,
        querystring: Type.Object({ section: Type.Optional(section), before: Type.Optional(uuid) }, closed),
        response: { 200: Type.Object({ revisions: Type.Array(revisionHead), more: Type.Boolean() }) },
      },
    },
    async (request) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const found = await revisionsOf(db, row.id, request.query);
      return { revisions: found.slice(0, PAGE_SIZE).map(headOf), more: found.length > PAGE_SIZE };
    },
  );

  app.get(
    '/nominations/:id/revisions/:revision',
    {
      config: { action: 'nomination.readDraft' },
      schema: {
        tags,
        summary: 'One step of the history with its texts',
        params: one,
        response: {
          200: Type.Object({
            ...revisionHead.properties,
            answers: Type.Record(Type.String(), Type.String()),
          }),
        },
      },
    },
    async (request) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const found = await revisionOf(db, row.id, request.params.revision);
      return { ...headOf(found), answers: { ...found.answers } };
    },
  );

  app.post(
    '/nominations/:id/revisions/:revision/restore',
    {
      config: { action: 'nomination.edit' },
      schema: {
        tags,
        summary:
          'Make texts of a step of the history the answers again; what stands now becomes a step first',
        params: one,
        body: Type.Object(
          {
            versions: Type.Record(uuid, Type.Integer({ minimum: 0 }), {
              description: 'The fields to bring back, with the versions they have now',
            }),
          },
          closed,
        ),
        response: { 200: Type.Object({ versions: Type.Record(Type.String(), Type.Integer()) }) },
      },
    },
    async (request) => {
      const { id, revision } = request.params;
      const saved = await transact(db, contextOf(request), (unit) =>
        restoreRevision(unit, id, revision, request.body.versions),
      );
      return { versions: saved.versions };
    },
  );
}
