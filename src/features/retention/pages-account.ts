import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { seeOther, submitForm } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { accountOf, eraseOwnAccount } from './account.ts';
import { accountPath } from './schema-account.ts';
import { accountPage } from './views-account.ts';

const config = { action: 'signedIn' };

/** Deleting one's own account: a page that says what goes and what stays, and the deletion. */
export async function accountPages(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const show = async (request: FastifyRequest, reply: FastifyReply, errors: readonly FormError[] = []) =>
    reply.page(accountPage({ ...(await accountOf(db, contextOf(request))), errors }, request.lang));

  app.get(accountPath, { config }, async (request, reply) => show(request, reply));

  const sureForm = Type.Object({
    sure: Type.Literal('yes', { description: 'That what goes and what stays has been read' }),
  });
  app.post(accountPath, { config }, async (request, reply) => {
    const sent = await submitForm(request, sureForm, () =>
      transact(db, contextOf(request), (unit) => eraseOwnAccount(unit, settings)),
    );
    if (!sent.ok) return show(request, reply.code(sent.status), sent.errors);
    return seeOther(reply.session(null).header('clear-site-data', '"storage"'), '/logg-ut?konto=slettet');
  });
}

const orNull = <T extends Parameters<typeof Type.Optional>[0]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const accountOut = Type.Object({
  bonds: Type.Array(
    Type.Object({
      kind: Type.Enum(['role', 'seat', 'application', 'region']),
      name: orNull(Type.String({ description: 'The role, or the organisation that applies' })),
      year: orNull(Type.Integer()),
      until: orNull(Type.String({ format: 'date-time' })),
    }),
    { description: 'What has to end before the account can be deleted; empty when it can be' },
  ),
  nameStays: Type.Boolean({ description: 'Whoever judged or had a role stays by name' }),
});

export async function accountApi(
  plain: FastifyInstance,
  { services: { db, config: settings } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const tags = ['me'];

  app.get(
    '/me/account',
    {
      config,
      schema: { tags, summary: 'Whether the own account can be deleted', response: { 200: accountOut } },
    },
    async (request) => {
      const { bonds, nameStays } = await accountOf(db, contextOf(request));
      return {
        bonds: bonds.map((bond) => ({ ...bond, until: bond.until?.toISOString() ?? null })),
        nameStays,
      };
    },
  );

  app.delete(
    '/me/account',
    {
      config,
      schema: {
        tags,
        summary: 'Delete the own account, with sessions and access keys. Cannot be undone.',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await transact(db, contextOf(request), (unit) => eraseOwnAccount(unit, settings));
      return reply.code(204).send(null);
    },
  );
}
