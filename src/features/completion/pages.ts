/** The secretariat asks for more: which parts, with a word on each, and by when. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { inputText, readMoment, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/index.ts';
import { sendEvent } from '../nominations/commands.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { nominationFor } from '../nominations/queries.ts';
import { callOf } from '../nominations/queries-call.ts';
import { REASON_LENGTH } from '../nominations/schema.ts';
import { partsOfForm } from './commands.ts';
import { askedFor } from './queries.ts';
import { PART_NOTE_LENGTH, type ReturnedPart } from './schema.ts';
import { askPage, type AskView } from './views.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const PART_FIELD = /^(part|note)-([a-z0-9-]{1,40})$/;

/** Two fields a part, besides what concerns them all. Which parts there are is the command's to say. */
const askForm = (body: unknown) =>
  Type.Object({
    version: Type.Integer({ minimum: 0 }),
    reason: Type.Optional(Type.String({ maxLength: REASON_LENGTH })),
    due: Type.Optional(Type.String()),
    dueTime: Type.Optional(Type.String()),
    ...Object.fromEntries(
      Object.keys(body ?? {}).flatMap((name): [string, TSchema][] => {
        const [, what] = PART_FIELD.exec(name) ?? [];
        if (what === undefined) return [];
        return [[name, Type.Optional(Type.String(what === 'note' ? { maxLength: PART_NOTE_LENGTH } : {}))]];
      }),
    ),
  });

export async function completionPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/sekretariat/soknad/:id/mangler',
    { config: { action: 'nomination.return' }, schema: { params } },
    async (request, reply) => show(request, reply, request.params.id, { errors: [], input: null }),
  );

  app.post(
    '/sekretariat/soknad/:id/mangler',
    { config: { action: 'nomination.return' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, askForm(request.body), async (form) => {
        const fields = form as typeof form & Record<string, string | undefined>;
        const moment = readMoment('due', form.due ?? '', form.dueTime ?? '', { deadline: true });
        if (!moment.ok) throw problem('request/invalid', {}, moment.errors);
        const event = {
          type: 'return',
          reason: form.reason ?? '',
          dueAt: moment.instant,
          parts: tickedIn(fields),
        } as const;
        try {
          await transact(db, contextOf(request), (unit) =>
            sendEvent(unit, id, { event, version: form.version }),
          );
        } catch (error) {
          throw error instanceof Problem ? atFields(error) : error;
        }
      });
      if (sent.ok) return seeOther(reply, `/sekretariat/soknad/${id}?lagret=1`);
      return show(request, reply.code(sent.status), id, { errors: sent.errors, input: sent.input });
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    { errors, input }: { errors: readonly FormError[]; input: FormInput | null },
  ): Promise<FastifyReply> {
    const view = await transact(db, contextOf(request), (unit) => askOf(unit, id));
    const written =
      input && Object.fromEntries(Object.keys(input).map((name) => [name, inputText(input, name)]));
    return reply.page(askPage({ ...view, errors, input: written ?? view.input }, request.lang));
  }
}

/** The form as it stands: what is asked for already, where it has been returned before. */
async function askOf(unit: Unit, id: string): Promise<Omit<AskView, 'errors'>> {
  const row = await nominationFor(unit.trx, unit, id, 'return');
  const call = await callOf(unit.trx, row.edition_id);
  const asked = (await askedFor(unit.trx, row)) ?? [];
  const questions = new Map(
    (await fieldsOf(unit.trx, row)).map((field) => [field.question.id, field.question]),
  );
  const parts = (await partsOfForm(unit, row)).map((part) => {
    const question = questions.get(part);
    return {
      part,
      section: question?.section ?? null,
      question: (question?.texts[row.language] ?? question?.texts['nb'])?.label ?? '',
    };
  });
  return {
    row,
    year: call.year,
    parts,
    input: {
      reason: row.state === 'returned' ? (row.return_reason ?? '') : '',
      ...Object.fromEntries(
        asked.flatMap(({ part, note }) => [
          [`part-${part}`, 'yes'],
          [`note-${part}`, note],
        ]),
      ),
    },
    dueAt: row.state === 'returned' ? row.return_due_at : null,
  };
}

const tickedIn = (fields: Readonly<Record<string, string | undefined>>): ReturnedPart[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith('part-') && fields[name] !== undefined)
    .map((name) => name.slice('part-'.length))
    .map((part) => ({ part, note: fields[`note-${part}`] ?? '' }));

/** What the machine misses in the event is missing in a field of the form. */
function atFields(error: Problem): Problem {
  const fields: Record<string, string> = {
    reasonGiven: 'reason',
    dueInFuture: 'due',
    partsNamed: 'part-applicant',
  };
  if (!error.errors.some(({ requirement }) => requirement !== undefined && requirement in fields))
    return error;
  return problem(
    'request/invalid',
    {},
    error.errors.map((each) => {
      const field = fields[each.requirement ?? ''];
      return field === undefined ? each : { ...each, field };
    }),
  );
}
