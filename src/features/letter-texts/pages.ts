import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { pagesOf } from '../editions/queries.ts';
import { faultsOf, saveText } from './commands.ts';
import type { KindName } from './kinds.ts';
import { previewOf, textOf, textsOf } from './queries.ts';
import { asForm, fromForm, letterName, textForm, type TextPreview } from './schema.ts';
import { textPage, textsPage } from './views.ts';

const uuid = Type.String({ format: 'uuid' });
const list = { params: Type.Object({ editionId: uuid }) };
const one = { params: Type.Object({ editionId: uuid, letter: letterName }) };
const config = { action: 'edition.writeLetters' };
interface Drawn {
  input?: FormInput;
  errors?: readonly FormError[];
  preview?: TextPreview;
  isSaved?: boolean;
}

/** The words of a year's letters: read, shown with real data, written, and taken back to the standard. */
export async function letterTextPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const here = (editionId: string, letter: string) => `${editionHref(editionId, 'letterTexts')}/${letter}`;

  app.get('/sekretariat/:editionId/brevtekster', { config, schema: list }, async (request, reply) => {
    const found = await textsOf(db, request, request.params.editionId);
    return reply.page(textsPage({ ...found, pages: pagesOf(found.edition) }, request.lang));
  });

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { editionId, letter }: { editionId: string; letter: KindName },
    { input, errors = [], preview, isSaved = false }: Drawn,
  ) => {
    const { edition, text } = await textOf(db, request, editionId, letter);
    const view = {
      edition,
      pages: pagesOf(edition),
      text: preview ? { ...text, preview } : text,
      input: input ?? { ...asForm(text.texts), version: String(text.version) },
      errors,
      isSaved,
    };
    return reply.page(textPage(view, request.lang));
  };

  app.get(
    '/sekretariat/:editionId/brevtekster/:letter',
    { config, schema: { ...one, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) } },
    (request, reply) => show(request, reply, request.params, { isSaved: request.query.lagret !== undefined }),
  );

  app.post('/sekretariat/:editionId/brevtekster/:letter', { config, schema: one }, async (request, reply) => {
    const { editionId, letter } = request.params;
    const done = await submitForm(request, textForm, async (form) => {
      const texts = fromForm(form);
      if (form.vis === undefined) {
        await transact(db, contextOf(request), (unit) =>
          saveText(unit, editionId, { letter, version: form.version, texts }),
        );
        return null;
      }
      const errors = faultsOf(letter, texts);
      if (errors.length > 0) throw problem('request/invalid', {}, errors);
      const { edition } = await textsOf(db, request, editionId);
      return previewOf(db, request, { edition, letter, texts });
    });
    if (!done.ok) return show(request, reply.code(done.status), request.params, done);
    if (done.result === null) return seeOther(reply, `${here(editionId, letter)}?lagret=1`);
    return show(request, reply, request.params, {
      input: request.body as FormInput,
      preview: done.result,
    });
  });

  app.post(
    '/sekretariat/:editionId/brevtekster/:letter/standard',
    { config, schema: one },
    async (request, reply) => {
      const { editionId, letter } = request.params;
      const form = Type.Object({ version: Type.Integer({ minimum: 0 }) });
      const done = await submitForm(request, form, ({ version }) =>
        transact(db, contextOf(request), (unit) =>
          saveText(unit, editionId, { letter, version, texts: null }),
        ),
      );
      return done.ok
        ? seeOther(reply, `${here(editionId, letter)}?lagret=1`)
        : show(request, reply.code(done.status), request.params, { errors: done.errors });
    },
  );
}
