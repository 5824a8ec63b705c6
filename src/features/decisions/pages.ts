import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Decision } from '../../../workflows/edition.ts';
import { can } from '../../core/policy/policy.ts';
import { edition } from '../../core/policy/resources.ts';
import { allowedEvents } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { sendEditionEvent } from '../editions/commands.ts';
import { editionFlow } from '../editions/flow.ts';
import { demand, findEdition, type JudgedEdition } from '../editions/queries.ts';
import { mySeat, seatView, type MySeat } from '../jury/queries.ts';
import { placesFor } from '../results/queries-result.ts';
import { carriedFor } from './motions.ts';
import { candidatesFor, decisionsSeenBy } from './queries.ts';
import { nextChoice, votersFor } from './voters.ts';
import type { DecisionKind, DecisionOut } from './schema.ts';
import { decidePage, type DecidingView } from './views.ts';
import { applicantName } from '../../ui/text/format.ts';

const uuid = Type.String({ format: 'uuid' });
const version = Type.Integer({ minimum: 0 });
const text = Type.Optional(Type.String({ maxLength: 10_000 }));
const DecisionForm = Type.Object(
  {
    version,
    kind: Type.Enum(['finalists', 'winner', 'noAward']),
    finalists: Type.Array(uuid),
    winner: Type.Optional(Type.Union([uuid, Type.Literal('none')])),
    honourableMentions: Type.Array(uuid),
    reason: text,
    noAwardReason: text,
    sure: Type.Optional(Type.Literal('yes')),
  },
  { additionalProperties: false },
);
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  done?: 'recorded' | 'retractDone' | null;
}

/** Recording and retracting what the jury decides. */
export async function decisionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'edition.seeDecisions' };

  app.get('/jury/vedtak', { config }, async (request, reply) => {
    const { ferdig } = request.query as { ferdig?: string };
    return show(request, reply, await mySeat(db, request), {
      done: ({ fort: 'recorded', trukket: 'retractDone' } as const)[ferdig ?? ''] ?? null,
    });
  });

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    seat: MySeat,
    { input = {}, errors = [], done = null }: Redrawn,
  ): Promise<FastifyReply> =>
    transact(db, contextOf(request), async (unit) => {
      const row = await findEdition(unit.trx, unit, seat.edition_id);
      demand(row, 'seeDecisions');
      const allowed = can(edition, 'decideFinalists', row) ? await allowedEvents(unit, editionFlow, row) : [];
      const kind: DecisionKind | null = allowed.includes('decideFinalists')
        ? 'finalists'
        : allowed.includes('decideWinner')
          ? 'winner'
          : null;
      return reply.page(
        decidePage(
          {
            seat: seatView(seat),
            editionId: row.id,
            version: row.version,
            scoring: row.scoring,
            range: { min: row.finalists_min, max: row.finalists_max },
            open: kind && (await choiceOf(unit, row, kind)),
            voting: can(edition, 'decideFinalists', row) ? await votingOf(unit, row) : null,
            holdsMeetings: can(edition, 'holdMeeting', row),
            noAwardOpen: allowed.includes('decideWinner'),
            decisions: (await decisionsSeenBy(unit.trx, unit, row.id)).map(forView),
            retractable: (['finalists', 'winner'] as const).filter((one) =>
              allowed.includes(one === 'finalists' ? 'retractFinalists' : 'retractWinner'),
            ),
            done,
            errors,
            input: (name) => input[name],
          },
          request.lang,
        ),
      );
    });

  app.post('/jury/vedtak', { config: { action: 'edition.decideFinalists' } }, async (request, reply) => {
    const seat = await mySeat(db, request);
    const sent = await submitForm(request, DecisionForm, ({ version: seen, ...given }) => {
      const { type, decision, field } = eventOf(given);
      return transact(db, contextOf(request), (unit) =>
        sendEditionEvent(unit, seat.edition_id, { type, version: seen, decision }),
      ).catch(asField(field));
    });
    return sent.ok
      ? seeOther(reply, '/jury/vedtak?ferdig=fort')
      : show(request, reply.code(sent.status), seat, sent);
  });

  app.post(
    '/jury/vedtak/:kind/trekk',
    {
      config: { action: 'edition.retractFinalists' },
      schema: { params: Type.Object({ kind: Type.Enum(['finalists', 'winner']) }) },
    },
    async (request, reply) => {
      const { kind } = request.params;
      const seat = await mySeat(db, request);
      const field = `retract-${kind}`;
      const sent = await submitForm(
        request,
        Type.Object(
          { version, [field]: Type.String({ minLength: 1, maxLength: 2000 }) },
          { additionalProperties: false },
        ),
        (given) => {
          const { version: seen, [field]: reason } = given as { version: number } & Record<string, string>;
          return transact(db, contextOf(request), (unit) =>
            sendEditionEvent(unit, seat.edition_id, {
              type: kind === 'finalists' ? 'retractFinalists' : 'retractWinner',
              version: seen,
              reason,
            }),
          );
        },
      );
      return sent.ok
        ? seeOther(reply, '/jury/vedtak?ferdig=trukket')
        : show(request, reply.code(sent.status), seat, sent);
    },
  );
}

async function choiceOf(unit: Unit, row: JudgedEdition, kind: DecisionKind): Promise<DecidingView['open']> {
  const candidates = await candidatesFor(unit.trx, unit, row.id, kind);
  const places = await placesFor(unit.trx, unit, row.id, candidates);
  const carried = await carriedFor(unit.trx, row.id, kind);
  return {
    kind,
    options: candidates.map(({ id, organisation_name, unit_name }) => ({
      id,
      name: applicantName(organisation_name, unit_name),
      place: places.get(id) ?? null,
      carried: carried.has(id),
    })),
  };
}

/** Who takes part in the next choice; null when there is none to make. */
async function votingOf(unit: Unit, row: JudgedEdition): Promise<DecidingView['voting']> {
  const choice = await nextChoice(unit.trx, row.id);
  const { count, quorum, quorate } = choice;
  return row.state === 'deliberating' || row.state === 'decided' || row.state === 'finalistsPublished'
    ? { voters: await votersFor(unit.trx, unit, choice), count, quorum, quorate }
    : null;
}

interface Given {
  kind: 'finalists' | 'winner' | 'noAward';
  finalists: string[];
  winner?: string;
  honourableMentions: string[];
  reason?: string;
  noAwardReason?: string;
  sure?: 'yes';
}

/** The form as an event, and the field that a refusal belongs to. @throws request/invalid where nothing was chosen */
function eventOf({
  kind,
  finalists,
  winner,
  honourableMentions,
  reason = '',
  noAwardReason = '',
  sure,
}: Given): { type: string; decision: Decision; field: string } {
  const missing = (field: string) =>
    problem('request/invalid', {}, [{ field, message: (t) => t.fieldErrors.choose }]);
  if (kind === 'finalists') {
    if (finalists.length === 0) throw missing('finalists');
    return { type: 'decideFinalists', decision: { finalists, reason }, field: 'reason' };
  }
  if (kind === 'winner' && winner !== 'none') {
    if (!winner) throw missing('winner');
    return {
      type: 'decideWinner',
      decision: { winner, honourableMentions, reason },
      field: honourableMentions.includes(winner) ? 'honourableMentions' : 'reason',
    };
  }
  if (kind === 'noAward' && !sure)
    throw problem('request/invalid', {}, [{ field: 'sure', message: (t) => t.fieldErrors.mustConfirm }]);
  return {
    type: 'decideWinner',
    decision: { noAward: true, reason: kind === 'noAward' ? noAwardReason : reason },
    field: kind === 'noAward' ? 'noAwardReason' : 'reason',
  };
}

/** A decision that is not valid as it stands: in nearly every case the reason is missing. */
const asField =
  (field: string) =>
  (error: unknown): never => {
    if (
      error instanceof Problem &&
      error.type === 'process/unmet' &&
      error.errors.some(({ requirement }) => requirement === 'decisionValid')
    ) {
      throw problem('request/invalid', {}, [
        {
          field,
          message: (t) =>
            field === 'honourableMentions' ? t.decisions.mentionsHint : t.decisions.reasonNeeded,
        },
      ]);
    }
    throw error;
  };

const forView = ({ decidedAt, retracted, ...decision }: DecisionOut) => ({
  ...decision,
  at: instant(decidedAt),
  retracted: retracted && { ...retracted, at: instant(retracted.at) },
});
