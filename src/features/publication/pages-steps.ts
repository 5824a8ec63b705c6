/** Stopping, approving alone, taking down: each on a page of its own, with a reason. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { approvePublication, stopPublication } from './commands.ts';
import { approveMove } from './commands-move.ts';
import { takeDownPublication } from './commands-release.ts';
import { SEEN_LENGTH } from './schema.ts';
import { publicationOf } from './queries.ts';
import { stepPage, stepPaths, type StepWithReason } from './views-step.ts';

const uuid = Type.String({ format: 'uuid' });
const params = Type.Object({ editionId: uuid, id: uuid });
const words = Type.String({ minLength: 1, maxLength: 5000 });
const reasonForm = Type.Object({ version: Type.Integer(), reason: words });
const aloneForm = Type.Object({
  ...reasonForm.properties,
  seen: Type.Optional(Type.String({ maxLength: SEEN_LENGTH })),
});
const noticeForm = Type.Object({ ...reasonForm.properties, nb: words, nn: words });
type Given = Static<typeof reasonForm> & Partial<Static<typeof noticeForm> & Static<typeof aloneForm>>;

interface Step {
  action: string;
  form: typeof reasonForm;
  done: string;
  run(unit: Unit, id: string, given: Given): Promise<unknown>;
}
const steps: Record<StepWithReason, Step> = {
  stop: { action: 'edition.stopPublication', form: reasonForm, done: 'stoppet', run: stopPublication },
  alone: {
    action: 'edition.approvePublication',
    form: aloneForm,
    done: 'alene',
    run: (unit, id, { version, seen = '', reason }) =>
      approvePublication(unit, id, { version, seen, aloneBecause: reason }),
  },
  moveAlone: {
    action: 'edition.approvePublication',
    form: reasonForm,
    done: 'flyttet',
    run: (unit, id, { version, reason }) => approveMove(unit, id, version, reason),
  },
  takeDown: {
    action: 'edition.stopPublication',
    form: noticeForm,
    done: 'tatt-ned',
    run: (unit, id, { nb = '', nn = '', ...given }) =>
      takeDownPublication(unit, id, { ...given, notice: { nb, nn } }),
  },
};

export async function publicationStepPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  async function show(
    request: FastifyRequest<{ Params: Static<typeof params> }>,
    reply: FastifyReply,
    step: StepWithReason,
    { input = {}, errors = [] }: { input?: FormInput; errors?: FormError[] },
  ): Promise<FastifyReply> {
    const { all, one } = await publicationOf(db, request, request.params.editionId, request.params.id);
    const typed = {
      reason: inputText(input, 'reason'),
      nb: inputText(input, 'nb'),
      nn: inputText(input, 'nn'),
    };
    const takesWinner =
      one.row.kind === 'finalists' &&
      all.publications.some(
        ({ row, state }) => row.kind === 'winner' && !['stopped', 'replaced', 'takenDown'].includes(state),
      );
    return reply.page(
      stepPage({ step, edition: all.edition, one, takesWinner, input: typed, errors }, request.lang),
    );
  }

  for (const [name, { action, form, done, run }] of Object.entries(steps)) {
    const step = name as StepWithReason;
    const address = `/sekretariat/:editionId/offentliggjoring/:id/${stepPaths[step]}`;
    const route = { config: { action }, schema: { params } };
    app.get(address, route, async (request, reply) => show(request, reply, step, {}));
    app.post(address, route, async (request, reply) => {
      const { editionId, id } = request.params;
      const sent = await submitForm(request, form, (given) =>
        transact(db, contextOf(request), (unit) => run(unit, id, given)),
      );
      return sent.ok
        ? seeOther(reply, `${editionHref(editionId, 'publication')}?gjort=${done}`)
        : show(request, reply.code(sent.status), step, sent);
    });
  }
}
