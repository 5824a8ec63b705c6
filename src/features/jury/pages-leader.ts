import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { checklist } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput, type Sent } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { sendEditionEvent } from '../editions/commands.ts';
import { editionFlow } from '../editions/flow.ts';
import { findEdition } from '../editions/queries.ts';
import { decideConflict } from './commands-decide.ts';
import { proposalsToDecide } from './queries-detect.ts';
import { progressOf } from './queries-progress.ts';
import { mySeat, seatView, type MySeat } from './queries.ts';
import { conflictsOf } from './queries-declarations.ts';
import { reaches, type ConflictOut, type Reach } from './schema.ts';
import { conflictKey, leaderPage, withReason } from './views-leader.ts';

const uuid = Type.String({ format: 'uuid' });
const Closing = Type.Object(
  { version: Type.Integer({ minimum: 0 }), reason: Type.Optional(Type.String({ maxLength: 2000 })) },
  { additionalProperties: false },
);
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  saved?: boolean;
}

/** The chair's page; and the page of whoever decides where the chair is out. */
export async function leaderPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const config = { action: 'nomination.decideConflict' };

  app.get('/jury/leder', { config }, async (request, reply) => {
    const { lagret } = request.query as { lagret?: string };
    return show(request, reply, await leadingSeat(request), { saved: lagret !== undefined });
  });

  /** @throws not-found without a seat, auth/forbidden for a juror with nothing to lead */
  async function leadingSeat(request: FastifyRequest): Promise<MySeat> {
    const seat = await mySeat(db, request);
    if (
      !seat.leads &&
      !seat.settles &&
      !(await ownsConflicts(request, seat)) &&
      (await proposalsToDecide(db, request, seat.edition_id)).length === 0
    )
      throw problem('auth/forbidden');
    return seat;
  }
  const ownsConflicts = async (request: FastifyRequest, seat: MySeat) =>
    (await conflictsOf(db, request, seat.edition_id)).some(({ mayDecide }) => mayDecide);

  const show = (
    request: FastifyRequest,
    reply: FastifyReply,
    seat: MySeat,
    redrawn: Redrawn,
  ): Promise<FastifyReply> =>
    transact(db, contextOf(request), async (unit) => {
      const { input = {}, errors = [], saved = false } = redrawn;
      return reply.page(
        leaderPage(
          {
            seat: seatView(seat),
            editionId: seat.edition_id,
            version: seat.version,
            state: seat.state,
            judging_closed_at: seat.judging_closed_at,
            progress: seat.leads ? await progressOf(unit.trx, unit, seat.edition_id) : null,
            conflicts: (await conflictsOf(unit.trx, unit, seat.edition_id)).map(forView),
            detected: await proposalsToDecide(unit.trx, unit, seat.edition_id),
            closing: await closingOf(unit, seat),
            statements: ['decided', 'finalistsPublished'].includes(seat.state),
            saved,
            errors,
            input: (name) => inputText(input, name),
          },
          request.lang,
        ),
      );
    });

  app.post(
    '/jury/leder/habilitet/:nominationId/:personId',
    { config, schema: { params: Type.Object({ nominationId: uuid, personId: uuid }) } },
    async (request, reply) => {
      const seat = await leadingSeat(request);
      const { nominationId, personId } = request.params;
      const key = conflictKey(request.params);
      const schema = Type.Object(
        {
          [`outcome-${key}`]: Type.Enum(['yes', 'no']),
          [`reach-${key}`]: Type.Optional(Type.Enum([...reaches])),
          [`reason-${key}`]: Type.String({ minLength: 1, maxLength: 2000 }),
        },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, schema, (given) => {
        const {
          [`outcome-${key}`]: outcome,
          [`reason-${key}`]: reason = '',
          ...rest
        } = given as Record<string, string>;
        const reach = rest[`reach-${key}`] as Reach | undefined;
        return transact(db, contextOf(request), (unit) =>
          decideConflict(unit, nominationId, {
            personId,
            recused: outcome === 'yes',
            reason,
            ...(reach && { reach }),
          }),
        ).catch(atReason(key));
      });
      return sent.ok
        ? seeOther(reply, '/jury/leder?lagret=1')
        : show(request, reply.code(sent.status), seat, sent);
    },
  );

  app.post('/jury/leder/avslutt', { config: { action: 'edition.closeJudging' } }, async (request, reply) => {
    const seat = await mySeat(db, request);
    const sent: Sent<void> = await submitForm(request, Closing, ({ version, reason }) =>
      transact(db, contextOf(request), (unit) =>
        sendEditionEvent(unit, seat.edition_id, { type: 'closeJudging', version, reason }).catch(asField),
      ),
    );
    return sent.ok ? seeOther(reply, '/jury/resultat') : show(request, reply.code(sent.status), seat, sent);
  });
}

/** What is wrong with the reason belongs to the field of its form. */
const atReason =
  (key: string) =>
  (error: unknown): never => {
    if (
      error instanceof Problem &&
      error.errors.length > 0 &&
      error.errors.every(({ field }) => field === 'reason')
    )
      throw problem(
        'request/invalid',
        {},
        error.errors.map(({ message }) => ({ field: `reason-${key}`, ...(message && { message }) })),
      );
    throw error;
  };

/** The missing reason belongs to its field. */
function asField(error: unknown): never {
  if (
    error instanceof Problem &&
    error.errors.length > 0 &&
    error.errors.every(({ requirement = '' }) => withReason.has(requirement))
  ) {
    throw problem('request/invalid', {}, [
      { field: 'reason', message: (t) => t.requirements['reasonGiven'] ?? '' },
    ]);
  }
  throw error;
}

async function closingOf(unit: Unit, seat: MySeat) {
  if (seat.state !== 'judging' || !seat.leads) return null;
  const row = await findEdition(unit.trx, unit, seat.edition_id);
  return (await checklist(unit, editionFlow, row, { type: 'closeJudging' })) ?? null;
}

const forView = ({ decision, ...conflict }: ConflictOut) => ({
  ...conflict,
  decision: decision && {
    recused: decision.recused,
    reach: decision.reach,
    reason: decision.reason,
    decidedBy: decision.decidedBy,
    at: instant(decision.decidedAt),
  },
});
