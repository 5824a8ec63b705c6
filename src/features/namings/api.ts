import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import type { Services } from '../../platform/services.ts';
import { removeUnreferenced } from '../documents/commands.ts';
import { sendFile } from '../documents/send-file.ts';
import { answerNaming, registerNaming, type Changed } from './commands.ts';
import { removeNamed, saveQuote } from './commands-content.ts';
import { receivePicture } from './picture.ts';
import { namingFor, namingsOf, ownPicture } from './queries.ts';
import { AnswerIn, NamingOut, OfficeNaming, QuoteIn, RegisteredIn, RemoveIn, version } from './schema.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tags = ['nominated'];
const changed = { 200: Type.Object({ version }) };

export async function namingsApi(
  plain: FastifyInstance,
  { services }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const { db, files } = services;
  const done = async ({ version: now, removed }: Changed) => {
    await removeUnreferenced(db, files, removed);
    return { version: now };
  };
  const doing = async (request: FastifyRequest, work: (unit: Unit) => Promise<Changed>) =>
    done(await transact(db, contextOf(request), work));

  app.get(
    '/editions/:id/namings',
    {
      config: { action: 'edition.seeDecisions' },
      schema: {
        tags,
        summary: 'The nominated: who has been told in confidence, what they have answered and sent',
        params,
        response: { 200: Type.Object({ namings: Type.Array(OfficeNaming) }) },
      },
    },
    async (request) => {
      const { namings } = await namingsOf(db, request, request.params.id);
      return { namings };
    },
  );

  app.get(
    '/nominations/:id/naming',
    {
      config: { action: 'nomination.readConfidence' },
      schema: {
        tags,
        summary: 'That the jury has nominated it, in confidence; 404 for whoever has not been told',
        params,
        response: { 200: NamingOut },
      },
    },
    (request) => namingFor(db, request, request.params.id),
  );

  app.put(
    '/nominations/:id/naming/answer',
    {
      config: { action: 'nomination.answerNaming' },
      schema: {
        tags,
        summary: 'Agree to be named, or decline: then the decision of the jury is open again',
        params,
        body: AnswerIn,
        response: changed,
      },
    },
    (request) => doing(request, (unit) => answerNaming(unit, request.params.id, request.body)),
  );

  app.put(
    '/nominations/:id/naming/registered-answer',
    {
      config: { action: 'nomination.registerNaming' },
      schema: {
        tags,
        summary: 'Write down an answer that was given to the secretariat',
        params,
        body: RegisteredIn,
        response: changed,
      },
    },
    (request) => doing(request, (unit) => registerNaming(unit, request.params.id, request.body)),
  );

  app.put(
    '/nominations/:id/naming/quote',
    {
      config: { action: 'nomination.answerNaming' },
      schema: {
        tags,
        summary: 'The words that stand beside the name once it is public',
        params,
        body: QuoteIn,
        response: changed,
      },
    },
    (request) => doing(request, (unit) => saveQuote(unit, request.params.id, request.body)),
  );

  app.post(
    '/nominations/:id/naming/picture',
    {
      config: { action: 'nomination.answerNaming' },
      schema: {
        tags,
        summary:
          'The picture: multipart, with the fields `version`, `alt`, `credit` and `consent` ("yes") before the file',
        description:
          'JPEG or PNG. It is drawn anew at most 1600 points wide; nothing else of the file is kept.',
        consumes: ['multipart/form-data'],
        params,
        response: changed,
      },
    },
    async (request) => done(await receivePicture(request, services, request.params.id)),
  );

  app.get(
    '/nominations/:id/naming/picture',
    {
      config: { action: 'nomination.readConfidence' },
      schema: { tags, summary: 'The picture before it is public', params },
    },
    async (request, reply) =>
      sendFile(request, reply, files, await ownPicture(db, request, request.params.id)),
  );

  app.post(
    '/nominations/:id/naming/removal',
    {
      config: { action: 'nomination.removeNamed' },
      schema: {
        tags,
        summary: 'Take away the picture or the quote, at any time',
        params,
        body: RemoveIn,
        response: changed,
      },
    },
    (request) =>
      doing(request, (unit) => removeNamed(unit, request.params.id, request.body, 'readConfidence')),
  );
}
