import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { ballot } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem } from '../../platform/http/problem.ts';
import { textsTyped } from '../../platform/http/typed.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { mySeat, seatView } from '../jury/queries.ts';
import { LONGEST_QUERY } from '../reading/schema-search.ts';
import { isShared } from '../writing/device.ts';
import { saveScores } from './commands-scores.ts';
import { dispatchBallot } from './commands.ts';
import { findNote } from './notes.ts';
import { deskOf } from './queries-desk.ts';
import { lastHash } from './queries-hashes.ts';
import { reopeningsOf } from './queries-reopen.ts';
import { ballotOrFirst, ownBallot, scaleOf, sheetOf } from './queries.ts';
import type { JudgedBallot } from './schema.ts';
import { changesIn, clashesIn, formOf, missingOn, renamed } from './score-form.ts';
import { ballotPage } from './views.ts';

const schema = { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) };
const querystring = Type.Object({
  ferdig: Type.Optional(Type.String()),
  /** A document to read in the place of the application, and what to look for in it. */
  vis: Type.Optional(Type.String({ format: 'uuid' })),
  sok: Type.Optional(Type.String({ maxLength: LONGEST_QUERY })),
});
const dones: Record<string, Done> = {
  lagret: 'saved',
  levert: 'delivered',
  apnet: 'reopened',
  notat: 'note',
};
const config = { action: 'ballot.read' };
type Done = 'saved' | 'delivered' | 'reopened' | 'note' | null;
interface Redrawn {
  input?: FormInput;
  errors?: FormError[];
  done?: Done;
  /** What is read beside it. */
  shown?: { document?: string | undefined; sought?: string | undefined };
  /** What was written, where it may be too late for it. */
  typed?: readonly string[];
}

/** Reading an application and judging it. */
export async function ballotPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    row: JudgedBallot,
    { input = {}, errors = [], done = null, shown = {}, typed = [] }: Redrawn,
  ): Promise<FastifyReply> {
    const seat = await mySeat(db, request, row.edition_id);
    const open =
      row.state === 'reopened'
        ? seat.state === 'deliberating'
        : seat.state === 'judging' && request.now < seat.judging_ends_at;
    const writable = open && can(ballot, 'edit', row);
    const sheet = await sheetOf(db, row);
    return reply.page(
      ballotPage(
        {
          seat: seatView(seat),
          id: row.id,
          me: row.person_id,
          shared: isShared(request),
          nominationId: row.nomination_id,
          desk: await deskOf(db, request, row, shown),
          state: row.state,
          version: row.version,
          sheet,
          scale: await scaleOf(db, row.edition_id),
          writable,
          // The deadline has come in between: there is no form to show it in.
          typed: writable ? [] : typed,
          hash: row.delivered_at ? await lastHash(db, row.id) : null,
          note: await findNote(db, request, row.nomination_id),
          reopenings: await reopeningsOf(db, row),
          reopenable: open && row.state === 'delivered' && can(ballot, 'reopen', row),
          deadline: seat.state === 'judging' ? { at: seat.judging_ends_at, now: request.now } : null,
          done,
          errors,
          input: (name) => (name in input ? inputText(input, name) : undefined),
          clashes: clashesIn(sheet, input),
        },
        request.lang,
      ),
    );
  }

  app.get('/jury/soknad/:id', { config, schema: { ...schema, querystring } }, async (request, reply) => {
    const row = await ballotOrFirst(db, request, request.params.id);
    if (typeof row === 'string') return seeOther(reply, row);
    const { ferdig = '', vis: document, sok: sought } = request.query;
    return show(request, reply, row, { done: dones[ferdig] ?? null, shown: { document, sought } });
  });

  app.post('/jury/soknad/:id', { config: { action: 'ballot.edit' }, schema }, async (request, reply) => {
    const { id: nominationId } = request.params;
    const row = await ownBallot(db, request, { nominationId });
    const sheet = await sheetOf(db, row);
    const saved = await submitForm(request, formOf(sheet), (given) =>
      transact(db, contextOf(request), (unit) =>
        saveScores(unit, row.id, changesIn(sheet, given as Record<string, unknown>)),
      ).catch(renamed(sheet)),
    );
    if (!saved.ok)
      return show(request, reply.code(saved.status), await ownBallot(db, request, { nominationId }), {
        ...saved,
        typed: textsTyped(request),
      });
    if (inputText(request.body as FormInput, 'then') !== 'deliver')
      return seeOther(reply, `/jury/soknad/${nominationId}?ferdig=lagret`);
    return deliver(request, reply, { ...row, version: saved.result.version });
  });

  /** What was written is kept in any case; delivering names what is missing. */
  async function deliver(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, nomination_id, version }: JudgedBallot,
  ): Promise<FastifyReply> {
    try {
      await transact(db, contextOf(request), (unit) =>
        dispatchBallot(unit, { id, event: { type: 'deliver' }, version }),
      );
      return seeOther(reply, `/jury/soknad/${nomination_id}?ferdig=levert`);
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'process/unmet') throw error;
      const row = await ownBallot(db, request, { nominationId: nomination_id });
      const missing = missingOn(await sheetOf(db, row), request.lang);
      return show(request, reply.code(409), row, {
        errors: missing.length ? missing : formErrors(error.errors, request.lang),
      });
    }
  }

  app.post(
    '/jury/soknad/:id/apne',
    { config: { action: 'ballot.reopen' }, schema },
    async (request, reply) => {
      const { id: nominationId } = request.params;
      const row = await ownBallot(db, request, { nominationId });
      const Reopening = Type.Object(
        { version: Type.Integer({ minimum: 0 }) },
        { additionalProperties: false },
      );
      const sent = await submitForm(request, Reopening, ({ version }) =>
        transact(db, contextOf(request), (unit) =>
          dispatchBallot(unit, { id: row.id, event: { type: 'reopen' }, version }),
        ),
      );
      return sent.ok
        ? seeOther(reply, `/jury/soknad/${nominationId}?ferdig=apnet`)
        : show(request, reply.code(sent.status), row, { errors: sent.errors });
    },
  );
}
