/** Confirmations: asked for by those who apply, given by a link that needs no account. A GET of the link changes nothing. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { systemActor } from '../../platform/actor.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { askedFor, partsOpen } from '../completion/queries.ts';
import { nominationFor } from '../nominations/queries.ts';
import { answerLink, askConfirmation, openLink } from './commands.ts';
import { confirmable, confirmBy, contentToConfirm, rulesFor, wantedFor } from './queries.ts';
import { answerFields, askFields } from './schema.ts';
import { confirmationsPage, linkPage } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const tokenParams = Type.Object({ token: Type.String({ pattern: '^[\\w-]{43}$' }) });
/** One of several forms on the page: the fields of each end in its number, so that no two are called the same. */
const askForm = (at: string) =>
  Type.Object({
    at: Type.Optional(Type.String()),
    kind: Type.Union([Type.Literal('leader'), Type.Literal('partner')]),
    organisation: Type.Optional(Type.String({ maxLength: 200 })),
    ...Object.fromEntries(Object.entries(askFields).map(([name, field]) => [`${name}-${at}`, field])),
  });
const answerForm = Type.Object(answerFields);
const written = (input: FormInput) =>
  Object.fromEntries(Object.keys(input).map((name) => [name, inputText(input, name)]));

export async function confirmationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id/bekreftelser',
    {
      config: { action: 'nomination.readDraft' },
      schema: { params, querystring: Type.Object({ sendt: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      show(request, reply, request.params.id, {
        input: {},
        errors: [],
        sent: request.query.sendt !== undefined,
      }),
  );

  app.post(
    '/soknad/:id/bekreftelser',
    { config: { action: 'nomination.manageMembers' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const at = /^\d{1,2}$/.exec(inputText((request.body ?? {}) as FormInput, 'at'))?.[0] ?? '0';
      const sent = await submitForm(request, askForm(at), (form) => {
        const read = (name: keyof typeof askFields) =>
          (form as Record<string, string | undefined>)[`${name}-${at}`];
        const { kind, organisation = '' } = form;
        const who = { name: read('name') ?? '', title: read('title'), email: read('email') ?? '' };
        return transact(db, contextOf(request), (unit) =>
          askConfirmation(unit, id, { kind, organisation, ...who }),
        );
      });
      if (sent.ok) return seeOther(reply, `/soknad/${id}/bekreftelser?sendt=1`);
      reply.code(sent.status);
      const errors = sent.errors.map((error) =>
        error.field && error.field in askFields ? { ...error, field: `${error.field}-${at}` } : error,
      );
      return show(request, reply, id, { input: written(sent.input), errors, sent: false });
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    rest: { input: Record<string, string>; errors: readonly FormError[]; sent: boolean },
  ): Promise<FastifyReply> {
    const row = await nominationFor(db, request, id, 'readDraft');
    const rules = await rulesFor(db, row.edition_id);
    const deadline = confirmBy(rules, row);
    const open = confirmable.includes(row.state) && request.now < deadline;
    const { sha256 } = await contentToConfirm(db, row);
    const wanted = await wantedFor(db, row, rules);
    const locked = open && !(await partsOpen(db, row))('confirmations');
    const note = (await askedFor(db, row))?.find(({ part }) => part === 'confirmations')?.note ?? null;
    return reply.page(
      confirmationsPage(
        { row, wanted, deadline: open ? deadline : null, locked, note, sha256, ...rest },
        request.lang,
      ),
    );
  }

  // Whoever holds the link is known by nothing else.
  const alone = <T>(request: FastifyRequest, name: string, work: (unit: Unit) => Promise<T>): Promise<T> =>
    transact(db, { actor: { ...systemActor, name }, now: request.now, requestId: request.id }, work);
  const byLink = { config: { action: 'anyone' }, schema: { params: tokenParams } };

  app.get('/bekreft/:token', byLink, async (request, reply) =>
    showLink(request, reply, request.params.token, { input: null, errors: [] }),
  );

  app.post('/bekreft/:token', byLink, async (request, reply) => {
    const { token } = request.params;
    const sent = await submitForm(request, answerForm, (answer) =>
      alone(request, answer.name, (unit) => answerLink(unit, token, answer)),
    );
    if (sent.ok) return seeOther(reply, `/bekreft/${token}`);
    reply.code(sent.status);
    return showLink(request, reply, token, { input: written(sent.input), errors: sent.errors });
  });

  async function showLink(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    rest: { input: Record<string, string> | null; errors: readonly FormError[] },
  ): Promise<FastifyReply> {
    const opened = await alone(request, '', (unit) => openLink(unit, token));
    const { confirmation: one, row, content } = opened;
    const leader = one.kind === 'leader';
    return reply.page(
      linkPage(
        {
          token,
          kind: one.kind,
          partner: one.organisation,
          organisation: row.organisation_name,
          language: row.language,
          year: opened.year,
          deadline: opened.deadline,
          name: one.name,
          title: one.title,
          askedAt: one.asked_at,
          answer: one.answer,
          answeredAt: one.answered_at,
          closed: opened.closed,
          content: leader ? content.rendered : null,
          documents: leader ? content.rendered.documents : [],
          sha256: content.sha256,
          ...rest,
        },
        request.lang,
      ),
    );
  }
}
