import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { addDays, osloInstant } from '../../platform/clock.ts';
import { inputText, refusal, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { ADMINISTRATORS, administratorsToStay } from './queries-administrators.ts';
import { listPeople, peoplePerPage, personById, roleChoices } from './queries.ts';
import { invite, removePerson } from './commands-access.ts';
import { endRole, grantRole } from './commands-roles.ts';
import { grantForm, inviteForm, type GrantedRole, type NewGrant } from './schema.ts';
import { administrationPage, invitePage } from './views-administration.ts';
import { personPage, removePersonPage, type PersonView } from './views-person.ts';
import type { RoleInput } from './views-role.ts';

const HOME = '/administrasjon';
const admin = { config: { action: 'service.managePeople' } };
const uuid = Type.String({ format: 'uuid' });
const byId = { ...admin, schema: { params: Type.Object({ id: uuid }) } };
const flag = Type.Optional(Type.String());

/** Days as people mean them: from the morning of the first to the end of the last. */
const asGrant = (given: {
  role: GrantedRole;
  editionId?: string;
  from?: string;
  until?: string;
  substituteFor?: string;
}): NewGrant => ({
  role: given.role,
  editionId: given.editionId ?? null,
  from: given.from ? osloInstant(given.from) : undefined,
  until: given.until ? addDays(osloInstant(given.until), 1) : null,
  substituteFor: given.substituteFor ?? null,
});

const roleInput = (input: FormInput): RoleInput => ({
  role: inputText(input, 'role'),
  editionId: inputText(input, 'editionId'),
  from: inputText(input, 'from'),
  until: inputText(input, 'until'),
  substituteFor: inputText(input, 'substituteFor'),
});

/** A reader under embargo gets no letter: somebody must tell them. */
const givenAs: Record<string, PersonView['done']> = { '1': 'granted', 'uten-brev': 'grantedWithoutLetter' };

/** Who has access to what, and giving and taking it. */
export async function administrationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  const listQuery = Type.Object({
    sok: Type.Optional(Type.String({ maxLength: 200 })),
    invitert: flag,
    fjernet: flag,
  });
  app.get(HOME, { ...admin, schema: { querystring: listQuery } }, async (request, reply) => {
    const { sok: search = '', invitert, fjernet } = request.query;
    const people = await listPeople(db, request, search);
    const alone = (await administratorsToStay(db, request.now)).length < ADMINISTRATORS;
    const done = invitert === undefined ? (fjernet === undefined ? null : 'removedDone') : 'invited';
    return reply.page(
      administrationPage({ people, search: search.trim(), max: peoplePerPage, alone, done }, request.lang),
    );
  });

  app.get(`${HOME}/inviter`, admin, async (request, reply) => showInvitation(request, reply, {}, []));
  async function showInvitation(
    request: FastifyRequest,
    reply: FastifyReply,
    input: FormInput,
    errors: FormError[],
  ): Promise<FastifyReply> {
    const choices = await roleChoices(db, request);
    const written = {
      ...roleInput(input),
      email: inputText(input, 'email'),
      name: inputText(input, 'name'),
      language: inputText(input, 'language') || 'nb',
    };
    return reply.page(invitePage(written, { ...choices, errors }, request.lang));
  }

  app.post(`${HOME}/inviter`, admin, async (request, reply) => {
    const sent = await submitForm(request, inviteForm, ({ email, name, language, ...role }) =>
      transact(db, contextOf(request), (unit) => invite(unit, { email, name, language, ...asGrant(role) })),
    );
    return sent.ok
      ? seeOther(reply, `${HOME}?invitert=1`)
      : showInvitation(request, reply.code(sent.status), sent.input, sent.errors);
  });

  const personQuery = Type.Object({ gitt: flag, avsluttet: flag });
  app.get(
    `${HOME}/person/:id`,
    { ...admin, schema: { ...byId.schema, querystring: personQuery } },
    async (request, reply) => {
      const { gitt, avsluttet } = request.query;
      const done = gitt === undefined ? (avsluttet === undefined ? null : 'ended') : (givenAs[gitt] ?? null);
      return showPerson(request, reply, request.params.id, { done });
    },
  );
  async function showPerson(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { input?: FormInput; errors?: FormError[]; done?: PersonView['done'] },
  ): Promise<FastifyReply> {
    const [person, choices] = await Promise.all([personById(db, request, id), roleChoices(db, request)]);
    const { input = {}, errors = [], done = null } = given;
    return reply.page(
      personPage({ person, input: roleInput(input), done }, { ...choices, errors }, request.lang),
    );
  }

  app.post(`${HOME}/person/:id/roller`, byId, async (request, reply) => {
    const { id } = request.params;
    const sent = await submitForm(request, grantForm, async (role) => {
      await transact(db, contextOf(request), (unit) => grantRole(unit, id, asGrant(role)));
      return role.role === 'embargoReader' ? 'uten-brev' : '1';
    });
    return sent.ok
      ? seeOther(reply, `${HOME}/person/${id}?gitt=${sent.result}`)
      : showPerson(request, reply.code(sent.status), id, sent);
  });

  /** What an act on a person's page refused stands on that page. */
  async function act(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    next: string,
    work: (unit: Unit) => Promise<unknown>,
  ): Promise<FastifyReply> {
    try {
      await transact(db, contextOf(request), work);
      return seeOther(reply, next);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      return showPerson(request, reply.code(error.status), id, { errors: refusal(error, request.lang) });
    }
  }

  const roleParams = Type.Object({ id: uuid, grantId: uuid });
  app.post(
    `${HOME}/person/:id/roller/:grantId/avslutt`,
    { ...admin, schema: { params: roleParams } },
    async (request, reply) => {
      const { id, grantId } = request.params;
      return act(request, reply, id, `${HOME}/person/${id}?avsluttet=1`, (unit) => endRole(unit, grantId));
    },
  );

  app.get(`${HOME}/person/:id/steng-ute`, byId, async (request, reply) =>
    reply.page(removePersonPage(await personById(db, request, request.params.id), request.lang)),
  );

  app.post(`${HOME}/person/:id/steng-ute`, byId, async (request, reply) => {
    const { id } = request.params;
    return act(request, reply, id, `${HOME}?fjernet=1`, (unit) => removePerson(unit, id));
  });
}
