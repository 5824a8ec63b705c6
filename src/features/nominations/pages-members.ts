/** Who works on an application: invite, remove, answer those who ask to join. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm } from '../../platform/http/forms.ts';
import { realNow } from '../../platform/clock.ts';
import { PRESENT } from '../writing/schema.ts';
import type { Services } from '../../platform/services.ts';
import { answerJoinRequest } from './join-requests.ts';
import { handOver, inviteColleague, removeMember } from './members.ts';
import { requestsFor } from './overview.ts';
import { membersOf, nominationFor } from './queries.ts';
import { membersPage, type MembersView } from './views-members.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const inviteForm = Type.Object({
  email: Type.String({ format: 'email', maxLength: 254 }),
  /** The application is handed over: the one who invites goes. */
  leave: Type.Boolean(),
});
const removeForm = Type.Object({ person: Type.String({ format: 'uuid' }) });
const answerForm = Type.Object({
  request: Type.String({ format: 'uuid' }),
  /** The application that is opened, or no. */
  nomination: Type.Union([Type.Literal('no'), Type.String({ format: 'uuid' })]),
});
const doneOf = { invitert: 'invited', fjernet: 'removed', svart: 'answered' } as const;
const query = Type.Object({
  gjort: Type.Optional(
    Type.Union((Object.keys(doneOf) as (keyof typeof doneOf)[]).map((each) => Type.Literal(each))),
  ),
});

export async function nominationMembersPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'nomination.manageMembers' };
  const here = (id: string) => `/soknad/${id}/medarbeidere`;

  app.get(
    '/soknad/:id/medarbeidere',
    { config, schema: { params, querystring: query } },
    async (request, reply) =>
      show(request, reply, request.params.id, {
        done: request.query.gjort ? doneOf[request.query.gjort] : null,
      }),
  );

  app.post('/soknad/:id/medarbeidere', { config, schema: { params } }, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, inviteForm, async ({ email, leave }) => {
      await transact(db, contextOf(request), async (unit) =>
        leave ? handOver(unit, id, email) : inviteColleague(unit, id, email),
      );
      return leave;
    });
    if (sent.ok) return seeOther(reply, sent.result ? '/min-side' : `${here(id)}?gjort=invitert`);
    reply.code(sent.status);
    return show(request, reply, id, { errors: sent.errors, email: inputText(sent.input, 'email') });
  });

  app.post('/soknad/:id/medarbeidere/fjern', { config, schema: { params } }, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, removeForm, async ({ person }) => {
      await transact(db, contextOf(request), (unit) => removeMember(unit, id, person));
      return person;
    });
    if (sent.ok)
      return seeOther(
        reply,
        sent.result === request.actor?.personId ? '/min-side' : `${here(id)}?gjort=fjernet`,
      );
    reply.code(sent.status);
    return show(request, reply, id, { errors: sent.errors });
  });

  app.post('/soknad/:id/medarbeidere/svar', { config, schema: { params } }, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, answerForm, ({ request: requestId, nomination }) =>
      transact(db, contextOf(request), async (unit) => {
        await nominationFor(unit.trx, unit, id, 'manageMembers');
        await answerJoinRequest(unit, requestId, { accept: nomination !== 'no', nominationId: id });
      }),
    );
    if (sent.ok) return seeOther(reply, `${here(id)}?gjort=svart`);
    reply.code(sent.status);
    return show(request, reply, id, { errors: sent.errors });
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    rest: Partial<MembersView>,
  ): Promise<FastifyReply> {
    const view = await transact(db, contextOf(request), async (unit) => {
      const row = await nominationFor(unit.trx, unit, id, 'manageMembers');
      return { row, members: await membersOf(unit.trx, id), requests: await requestsFor(unit, row) };
    });
    return reply.page(
      membersPage(
        {
          ...view,
          me: request.actor?.personId ?? null,
          present: realNow().getTime() - PRESENT,
          email: '',
          errors: [],
          done: null,
          ...rest,
        },
        request.lang,
      ),
    );
  }
}
