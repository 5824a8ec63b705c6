import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { uuid } from './input.ts';
import { newerNotes, notesOf, writeNote } from './notes.ts';
import { demand, findEdition } from './queries.ts';
import { NOTE_LENGTH, phases } from './schema-notes.ts';
import { notesHref, notesPage } from './views-notes.ts';

const config = { action: 'edition.manage' };
const version = Type.Integer({ minimum: 0 });

/** Notes to whoever runs the next year: for the secretariat, as pages and as JSON. */
export async function successorPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const HERE = '/sekretariat/:editionId/notater';

  app.get(
    HERE,
    {
      config,
      schema: {
        params: Type.Object({ editionId: uuid }),
        querystring: Type.Object({ lagret: Type.Optional(Type.String()) }),
      },
    },
    async (request, reply) =>
      show(request, reply, request.params.editionId, { saved: request.query.lagret !== undefined }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { saved?: boolean; errors?: readonly FormError[]; refused?: { phase: string; body: string } },
  ): Promise<FastifyReply> {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    const { saved = false, errors = [], refused = null } = given;
    return reply.page(
      notesPage(
        { edition, notes: await notesOf(db, id), newer: await newerNotes(db, id), saved, errors, refused },
        request.lang,
      ),
    );
  }

  app.post(
    `${HERE}/:phase`,
    { config, schema: { params: Type.Object({ editionId: uuid, phase: Type.Enum([...phases]) }) } },
    async (request, reply) => {
      const { editionId, phase } = request.params;
      const field = `body-${phase}`;
      const noteForm = Type.Object({
        version,
        [field]: Type.Optional(Type.String({ maxLength: NOTE_LENGTH })),
      });
      const sent = await submitForm(request, noteForm, (given) =>
        transact(db, contextOf(request), (unit) =>
          writeNote(unit, editionId, phase, {
            body: (given as Record<string, string | undefined>)[field] ?? '',
            version: (given as { version: number }).version,
          }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `${notesHref(editionId)}?lagret=1#${phase}`)
        : show(request, reply.code(sent.status), editionId, {
            errors: sent.errors,
            refused: { phase, body: inputText(sent.input, field) },
          });
    },
  );
}

export async function successorApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['editions'];
  const note = Type.Object({
    phase: Type.String(),
    body: Type.String(),
    version: Type.Integer({ description: '0 where nobody has written anything' }),
    writtenAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    writtenBy: Type.Union([Type.String(), Type.Null()], {
      description: 'Null where it came along with the year that was copied',
    }),
  });

  app.get(
    '/editions/:id/notes',
    {
      config,
      schema: {
        tags,
        summary: 'Notes to whoever runs the next year, phase by phase',
        params: Type.Object({ id: uuid }),
        response: { 200: Type.Object({ notes: Type.Array(note) }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      demand(await findEdition(db, request, id), 'manage');
      const notes = await notesOf(db, id);
      return {
        notes: notes.map((one) => ({ ...one, writtenAt: one.writtenAt?.toISOString() ?? null })),
      };
    },
  );

  app.put(
    '/editions/:id/notes/:phase',
    {
      config,
      schema: {
        tags,
        summary: 'Write the note of a phase; an empty one takes it away',
        params: Type.Object({ id: uuid, phase: Type.Enum([...phases]) }),
        body: Type.Object(
          { version, body: Type.String({ maxLength: NOTE_LENGTH }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async (request) => {
      const { id, phase } = request.params;
      return transact(db, contextOf(request), (unit) => writeNote(unit, id, phase, request.body));
    },
  );
}
