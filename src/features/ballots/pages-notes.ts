import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { demandSamePerson, signedInAs } from '../writing/same-person.ts';
import { eraseNote, findNote, saveNote } from './notes.ts';
import { ownBallot } from './queries.ts';
import { NOTE_LENGTH, NoteIn } from './schema.ts';
import { notePage } from './views-notes.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const config = { action: 'ballot.read' };
const tags = ['ballots'];
const NoteForm = Type.Object(
  { version: Type.Integer({ minimum: 0 }), note: Type.String({ maxLength: NOTE_LENGTH }) },
  { additionalProperties: false },
);

/** A juror's private note on an application. */
export async function notePages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/jury/soknad/:id/notat', { config, schema: { params } }, async (request, reply) => {
    const { edition_id } = await ownBallot(db, request, { nominationId: request.params.id });
    const seat = seatView(await mySeat(db, request, edition_id));
    const note = await findNote(db, request, request.params.id);
    const plainly = { written: undefined, errors: [], clash: false };
    return reply.page(notePage({ seat, nominationId: request.params.id, note, ...plainly }, request.lang));
  });

  app.post('/jury/soknad/:id/notat', { config, schema: { params } }, async (request, reply) => {
    const nominationId = request.params.id;
    const { edition_id } = await ownBallot(db, request, { nominationId });
    const sent = await submitForm(request, NoteForm, ({ note, version }) =>
      transact(db, contextOf(request), (unit) => saveNote(unit, nominationId, { text: note, version })),
    );
    if (sent.ok) return seeOther(reply, `/jury/soknad/${nominationId}?ferdig=notat#notat`);
    return reply.code(sent.status).page(
      notePage(
        {
          seat: seatView(await mySeat(db, request, edition_id)),
          nominationId,
          note: await findNote(db, request, nominationId),
          written: inputText(sent.input, 'note'),
          errors: sent.errors,
          clash: sent.status === 409,
        },
        request.lang,
      ),
    );
  });
}

export async function notesApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const NoteOut = NoteIn;

  app.get(
    '/nominations/:id/note',
    {
      config,
      schema: {
        tags,
        summary: 'My private note on an application; nobody else reads it',
        params,
        response: { 200: NoteOut },
      },
    },
    async (request) => {
      await ownBallot(db, request, { nominationId: request.params.id });
      return findNote(db, request, request.params.id);
    },
  );

  app.put(
    '/nominations/:id/note',
    {
      config,
      schema: {
        tags,
        summary: 'Keep my private note; an empty one is deleted',
        params,
        headers: signedInAs,
        body: NoteIn,
        response: {
          200: Type.Object({ ...NoteIn.properties, savedAt: Type.String({ format: 'date-time' }) }),
        },
      },
    },
    async (request) => {
      demandSamePerson(request);
      const note = await transact(db, contextOf(request), (unit) =>
        saveNote(unit, request.params.id, request.body),
      );
      return { ...note, savedAt: request.now.toISOString() };
    },
  );

  app.delete(
    '/nominations/:id/note',
    {
      config,
      schema: {
        tags,
        summary: 'Delete my private note, also where I am out of the application',
        params,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => eraseNote(unit, request.params.id));
      return reply.code(204).send(null);
    },
  );
}
