/** The formal check: read what was sent in, admit it, or propose to reject it. Asking for more has a page of its own. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { NominationEvent } from '../../../workflows/nomination.ts';
import { aboutInput } from '../../../workflows/requirements.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { checklist } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput, type Sent } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { askedFor } from '../completion/queries.ts';
import { fileFaults } from '../documents/queries.ts';
import { sendEvent } from './commands.ts';
import { nominationFlow } from './flow.ts';
import { mustsOf } from './queries-musts.ts';
import { mayNow } from './overview.ts';
import { rulesFor, wantedFor } from '../confirmations/queries.ts';
import { organisationOfNomination } from '../organisations/queries.ts';
import { findNomination, latestSubmission, membersOf, submissionsOf } from './queries.ts';
import { nextToCheck } from './queries-next.ts';
import { rejectionsOf } from './queries-rejections.ts';
import { approveRejection, declineRejection, proposeRejection } from './rejections.ts';
import { callOf } from './queries-call.ts';
import { REASON_LENGTH, type NominationWithRelations } from './schema.ts';
import { checkPage, type CheckView, type Step } from './views-check.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ id: uuid });
const reason = Type.Optional(Type.String({ maxLength: REASON_LENGTH }));
const checkForm = Type.Object({
  event: Type.Union([Type.Literal('admit'), Type.Literal('reject')]),
  version: Type.Integer({ minimum: 0 }),
  rejectReason: reason,
});
const approvalForm = Type.Object({ aloneBecause: reason });
const rejectionParams = Type.Object({ id: uuid, rejectionId: uuid });

const doneWords = { '1': 'saved', foreslatt: 'proposed', avslatt: 'declined' } as const;
const doneBy = (word: string | undefined): CheckView['done'] =>
  doneWords[word as keyof typeof doneWords] ?? null;

export async function formalCheckPages(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/soknad/:id',
    {
      config: { action: 'nomination.read' },
      schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) },
    },
    async (request, reply) =>
      show(request, reply, { errors: [], input: {}, done: doneBy(request.query.lagret) }),
  );

  app.post(
    '/sekretariat/soknad/:id',
    { config: { action: 'nomination.admit' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, checkForm, async (form) => {
        const { event, version, rejectReason = '' } = form;
        try {
          await transact(db, contextOf(request), async (unit) => {
            if (event === 'admit') await sendEvent(unit, id, { event: { type: event }, version });
            else await proposeRejection(unit, id, { reason: rejectReason, version });
          });
          return event;
        } catch (error) {
          throw error instanceof Problem ? atField(error) : error;
        }
      });
      return answered(request, reply, sent, sent.ok && sent.result === 'reject' ? 'foreslatt' : '1');
    },
  );

  app.post(
    '/sekretariat/soknad/:id/avvisning/:rejectionId/godkjenn',
    { config: { action: 'nomination.reject' }, schema: { params: rejectionParams } },
    async (request, reply) => {
      const sent = await submitForm(request, approvalForm, ({ aloneBecause }) =>
        transact(db, contextOf(request), (unit) =>
          approveRejection(unit, request.params.rejectionId, aloneBecause),
        ),
      );
      return answered(request, reply, sent);
    },
  );

  app.post(
    '/sekretariat/soknad/:id/avvisning/:rejectionId/avsla',
    { config: { action: 'nomination.reject' }, schema: { params: rejectionParams } },
    async (request, reply) => {
      const sent = await submitForm(request, Type.Object({}), () =>
        transact(db, contextOf(request), (unit) => declineRejection(unit, request.params.rejectionId)),
      );
      return answered(request, reply, sent, 'avslatt');
    },
  );

  function answered(
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent<unknown>,
    done: keyof typeof doneWords = '1',
  ): FastifyReply | Promise<FastifyReply> {
    const { id } = request.params as { id: string };
    if (sent.ok) return seeOther(reply, `/sekretariat/soknad/${id}?lagret=${done}`);
    reply.code(sent.status);
    return show(request, reply, { errors: sent.errors, input: sent.input, done: null });
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    rest: Pick<CheckView, 'errors' | 'done'> & { input: FormInput },
  ): Promise<FastifyReply> {
    const view = await transact(db, contextOf(request), (unit) =>
      checkOf(unit, (request.params as { id: string }).id, request.lang),
    );
    const input = Object.fromEntries(
      Object.keys(rest.input).map((name) => [name, inputText(rest.input, name)]),
    );
    return reply.page(
      checkPage(
        { ...view, faults: await fileFaults(db, files, view.content.documents), ...rest, input },
        request.lang,
      ),
    );
  }
}

async function checkOf(unit: Unit, id: string, lang: Lang) {
  const { trx } = unit;
  const row = await findNomination(trx, unit, id);
  // Whoever works on the application reads it on its own page.
  if (!row.rel.secretary) throw problem('not-found');
  const { rendered, submittedAt, sha256 } = await latestSubmission(trx, row);
  const call = await callOf(trx, row.edition_id);
  return {
    row,
    content: rendered,
    submittedAt,
    sha256,
    edition: { id: row.edition_id, year: call.year },
    musts: await mustsOf(trx, row, { call, sent: rendered }),
    submissions: await submissionsOf(trx, id),
    members: await membersOf(trx, id),
    organisation: await organisationOfNomination(trx, unit, id),
    confirmations: await wantedFor(trx, row, await rulesFor(trx, row.edition_id)),
    asked: (await askedFor(trx, row)) ?? [],
    next: await nextToCheck(trx, unit, row),
    rejection: (await rejectionsOf(unit, id)).find(({ state }) => state === 'proposed') ?? null,
    mayTakeOut: can(nomination, 'takeOut', row),
    mayRegisterWithdrawal: (await mayNow(unit, row, 'registerWithdrawal')) === true,
    steps: {
      admit: await stepOf(unit, row, 'admit', lang),
      return: await stepOf(unit, row, 'return', lang),
      reject: await stepOf(unit, row, 'reject', lang),
    },
  };
}

/** What must be in place before a step, apart from what its form brings. */
async function stepOf(
  unit: Unit,
  row: NominationWithRelations,
  type: 'admit' | 'return' | 'reject',
  lang: Lang,
): Promise<Step> {
  const items = await checklist(unit, nominationFlow, row, { type } as NominationEvent);
  const t = texts(lang);
  return items
    ?.filter(({ requirement }) => !aboutInput.has(requirement))
    .map(({ requirement, met }) => ({ label: t.requirements[requirement] ?? requirement, met }));
}

/** What the machine misses in the event is missing in the field of the form. */
function atField(error: Problem): Problem {
  if (!error.errors.some(({ requirement }) => requirement === 'reasonGiven')) return error;
  return problem(
    'request/invalid',
    {},
    error.errors.map((each) =>
      each.requirement === 'reasonGiven' ? { ...each, field: 'rejectReason' } : each,
    ),
  );
}
