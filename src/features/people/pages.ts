import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, personOf } from '../../core/process/unit.ts';
import { inputText, localPath, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { FormError } from '../../ui/components/forms.ts';
import type { Services } from '../../platform/services.ts';
import { keptFormsOf } from '../sign-in/queries.ts';
import { createToken, revokeToken, updateProfile } from './commands.ts';
import { profileOf, tokensOf } from './queries.ts';
import { profileForm, tokenForm } from './schema.ts';
import { tokensPage, type TokensView } from './views-tokens.ts';
import { myPage, profilePage } from './views.ts';
import { waitingFor } from './waiting.ts';

const signedIn = { config: { action: 'signedIn' } };

/** One's own pages, for everybody who is signed in. */
export async function myPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/min-side', signedIn, async (request, reply) => {
    const { name, roles } = contextOf(request).actor;
    if (name === '') return seeOther(reply, '/min-side/profil?til=/min-side');
    const [waiting, kept] = await Promise.all([waitingFor(db, request), keptFormsOf(db, request.actor)]);
    const notices = kept.map(({ id, createdAt }) => ({ path: `/min-side/tatt-vare-pa/${id}`, createdAt }));
    return reply.page(myPage({ ...waiting, name, roles, kept: notices }, request.lang));
  });

  const profileQuery = Type.Object({
    til: Type.Optional(Type.String()),
    lagret: Type.Optional(Type.String()),
  });
  app.get(
    '/min-side/profil',
    { ...signedIn, schema: { querystring: profileQuery } },
    async (request, reply) => {
      const { til, lagret } = request.query;
      const { name, phone, email, language } = await profileOf(db, request);
      const onTheWayTo = til === undefined ? null : localPath(til, '/min-side');
      return reply.page(
        profilePage(
          { name, phone: phone ?? '', email, language, errors: [], saved: lagret !== undefined, onTheWayTo },
          request.lang,
        ),
      );
    },
  );

  app.post('/min-side/profil', signedIn, async (request, reply) => {
    const sent = await submitForm(request, profileForm, ({ name, phone, language }) =>
      transact(db, contextOf(request), (unit) => updateProfile(unit, { name, phone, language })),
    );
    const til = inputText((request.body ?? {}) as FormInput, 'til');
    if (sent.ok) return seeOther(reply, til ? localPath(til, '/min-side') : '/min-side/profil?lagret=1');
    const { email } = contextOf(request).actor;
    const written = {
      name: inputText(sent.input, 'name'),
      phone: inputText(sent.input, 'phone'),
      language: inputText(sent.input, 'language'),
    };
    const onTheWayTo = til ? localPath(til, '/min-side') : null;
    return reply
      .code(sent.status)
      .page(profilePage({ ...written, email, errors: sent.errors, saved: false, onTheWayTo }, request.lang));
  });

  app.get(
    '/min-side/nokler',
    { ...signedIn, schema: { querystring: Type.Object({ trukket: Type.Optional(Type.String()) }) } },
    async (request, reply) => showTokens(request, reply, { revoked: request.query.trukket !== undefined }),
  );

  async function showTokens(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Partial<TokensView>,
  ): Promise<FastifyReply> {
    const tokens = await tokensOf(db, request);
    return reply.page(
      tokensPage(
        { tokens, input: { name: '', days: '90' }, errors: [], created: null, revoked: false, ...view },
        request.lang,
      ),
    );
  }

  // The one form that answers with a page instead of 303: the key is in no address and no table, so it cannot be shown again.
  app.post('/min-side/nokler', signedIn, async (request, reply) => {
    const sent = await submitForm(request, tokenForm, ({ name, days }) =>
      transact(db, contextOf(request), (unit) =>
        createToken(unit, { personId: personOf(unit), name, days: Number(days) }),
      ),
    );
    if (sent.ok) return showTokens(request, reply, { created: sent.result });
    const input = { name: inputText(sent.input, 'name'), days: inputText(sent.input, 'days') };
    return showTokens(request, reply.code(sent.status), { input, errors: sent.errors satisfies FormError[] });
  });

  app.post(
    '/min-side/nokler/:id/trekk-tilbake',
    { ...signedIn, schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => revokeToken(unit, request.params.id));
      return seeOther(reply, '/min-side/nokler?trukket=1');
    },
  );
}
