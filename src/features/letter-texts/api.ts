import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { faultsOf, saveText } from './commands.ts';
import { previewOf, textOf, textsOf } from './queries.ts';
import { BothWords, letterName, ListedText, TextPreview, WholeText } from './schema.ts';

const uuid = Type.String({ format: 'uuid' });
const one = Type.Object({ id: uuid, letter: letterName });
const tags = ['letters'];
const config = { action: 'edition.writeLetters' };
const version = Type.Integer({ minimum: 0 });
const closed = { additionalProperties: false };

export async function letterTextApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions/:id/letter-texts',
    {
      config,
      schema: {
        tags,
        summary: 'The letters whose words the year may write anew',
        params: Type.Object({ id: uuid }),
        response: { 200: Type.Object({ letters: Type.Array(ListedText) }) },
      },
    },
    async (request) => {
      const { letters } = await textsOf(db, request, request.params.id);
      return { letters };
    },
  );

  app.get(
    '/editions/:id/letter-texts/:letter',
    {
      config,
      schema: {
        tags,
        summary: 'The words of a letter, the standard, what it looks like, and what it said before',
        params: one,
        response: { 200: WholeText },
      },
    },
    async (request) => (await textOf(db, request, request.params.id, request.params.letter)).text,
  );

  app.put(
    '/editions/:id/letter-texts/:letter',
    {
      config,
      schema: {
        tags,
        summary: 'Write the words of a letter anew, or take the standard',
        params: one,
        body: Type.Object(
          { version, texts: Type.Union([BothWords, Type.Null()], { description: 'Null: the standard' }) },
          closed,
        ),
        response: { 200: Type.Object({ version }) },
      },
    },
    (request) => {
      const { id, letter } = request.params;
      return transact(db, contextOf(request), (unit) => saveText(unit, id, { letter, ...request.body }));
    },
  );

  app.post(
    '/editions/:id/letter-texts/:letter/preview',
    {
      config,
      schema: {
        tags,
        summary: 'What words would look like with real data; nothing is saved',
        params: one,
        body: Type.Object({ texts: BothWords }, closed),
        response: { 200: TextPreview },
      },
    },
    async (request) => {
      const { id, letter } = request.params;
      const { texts } = request.body;
      const { edition } = await textsOf(db, request, id);
      const errors = faultsOf(letter, texts);
      if (errors.length > 0) throw problem('request/invalid', {}, errors);
      return previewOf(db, request, { edition, letter, texts });
    },
  );
}
