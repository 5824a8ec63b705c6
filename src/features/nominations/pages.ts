/** Working on an application: the list of what is left, and its sections. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { formErrors, inputText, readForm, seeOther, type FormInput } from '../../platform/http/forms.ts';
import { Problem, type ProblemError } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { formatTime } from '../../ui/text/format.ts';
import { saveAnswers, type Changes, type Clash } from './answers.ts';
import { fieldsOf } from './fields.ts';
import { overviewOf } from './overview.ts';
import { nominationFor } from './queries.ts';
import { callOf } from './queries-call.ts';
import type { Field, NominationWithRelations, Section } from './schema.ts';
import { renderSubmission } from './submission.ts';
import { overviewPage, sectionSlugs, slugOfSection } from './views.ts';
import { closedSectionPage, fieldNames, sectionPage, type SectionView } from './views-form.ts';
import { isOpen } from './window.ts';

const id = Type.String({ format: 'uuid' });
const slug = Type.Union(
  (Object.keys(sectionSlugs) as (keyof typeof sectionSlugs)[]).map((each) => Type.Literal(each)),
);

export async function nominationPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id',
    { config: { action: 'nomination.readDraft' }, schema: { params: Type.Object({ id }) } },
    async (request, reply) => {
      const overview = await transact(db, contextOf(request), (unit) => overviewOf(unit, request.params.id));
      return reply.page(overviewPage(overview, request.lang));
    },
  );

  const sectionRoute = { schema: { params: Type.Object({ id, section: slug }) } };
  const saved = Type.Object({ lagret: Type.Optional(Type.String()) });
  app.get(
    '/soknad/:id/del/:section',
    { config: { action: 'nomination.readDraft' }, schema: { ...sectionRoute.schema, querystring: saved } },
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const section = sectionSlugs[request.params.section];
      if (!(can(nomination, 'edit', row) && isOpen(await callOf(db, row.edition_id), row, request.now)))
        return showClosed(request, reply, row, section);
      return show(request, reply, row, section, {
        savedAt: request.query.lagret === undefined ? null : formatTime(request.now, request.lang),
      });
    },
  );

  app.post(
    '/soknad/:id/del/:section',
    { config: { action: 'nomination.edit' }, ...sectionRoute },
    async (request, reply) => {
      const { id: nominationId } = request.params;
      const section = sectionSlugs[request.params.section];
      const row = await nominationFor(db, request, nominationId, 'edit');
      const fields = inSection(await fieldsOf(db, row), section);
      const form = readForm(sectionForm(fields), request.body);
      const redraw = (status: number, rest: Partial<SectionView>) => {
        reply.code(status);
        return show(request, reply, row, section, { fields: asWritten(fields, form.input), ...rest });
      };
      if (!form.ok) return redraw(422, { errors: formErrors(form.errors, request.lang) });
      try {
        await transact(db, contextOf(request), (unit) =>
          saveAnswers(unit, nominationId, changesOf(fields, form.input)),
        );
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.type === 'request/invalid')
          return redraw(422, { errors: formErrors(atFields(error.errors), request.lang) });
        if (error.type !== 'conflict/version') throw error;
        return redraw(409, {
          clashes: clashesOf(error),
          errors: formErrors(atFields(error.errors), request.lang),
        });
      }
      if (inputText(form.input, 'then') === 'stay')
        return seeOther(reply, `/soknad/${nominationId}/del/${request.params.section}?lagret=1`);
      const following = await nextSection(row, section);
      return seeOther(
        reply,
        following ? `/soknad/${nominationId}/del/${slugOfSection(following)}` : `/soknad/${nominationId}`,
      );
    },
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    row: NominationWithRelations,
    section: Section,
    rest: Partial<SectionView>,
  ): Promise<FastifyReply> {
    const fields = inSection(await fieldsOf(db, row), section);
    const view = {
      row,
      section,
      fields,
      clashes: new Map(),
      errors: [],
      savedAt: null,
      last: (await nextSection(row, section)) === undefined,
      ...rest,
    };
    return reply.page(sectionPage(view, request.lang));
  }

  async function showClosed(
    request: FastifyRequest,
    reply: FastifyReply,
    row: NominationWithRelations,
    section: Section,
  ): Promise<FastifyReply> {
    const content = await renderSubmission(db, row);
    const answers = content.answers.filter((answer) => answer.section === section);
    return reply.page(closedSectionPage({ row, section, content: { ...content, answers } }, request.lang));
  }

  async function nextSection(row: NominationWithRelations, section: Section): Promise<Section | undefined> {
    const present = [
      ...new Set((await fieldsOf(db, row)).map(({ question }) => question.section)),
    ] as Section[];
    return present[present.indexOf(section) + 1];
  }
}

const inSection = (fields: readonly Field[], section: Section): Field[] =>
  fields.filter(({ question }) => question.section === section);

/** One field for each answer, with the version it was read at and, after a clash, which of the two texts counts. */
function sectionForm(fields: readonly Field[]) {
  const properties: Record<string, TSchema> = { then: Type.Optional(Type.String()) };
  for (const { question } of fields) {
    const names = fieldNames(question.id);
    properties[names.answer] = Type.Optional(Type.String());
    properties[names.version] = Type.Optional(Type.Integer({ minimum: 0 }));
    properties[names.choice] = Type.Optional(Type.Union([Type.Literal('mine'), Type.Literal('theirs')]));
  }
  return Type.Object(properties);
}

/** A field counts as written when its version came along: an empty answer is an answer, a field that was not sent is none. */
function changesOf(fields: readonly Field[], input: FormInput): Changes {
  const sent = fields.filter(({ question }) => {
    const names = fieldNames(question.id);
    return inputText(input, names.version) !== '' && inputText(input, names.choice) !== 'theirs';
  });
  return Object.fromEntries(
    sent.map(({ question }) => {
      const names = fieldNames(question.id);
      return [
        question.id,
        { value: inputText(input, names.answer), version: Number(inputText(input, names.version)) },
      ];
    }),
  );
}

/** The fields with what the person wrote, to be shown again. */
const asWritten = (fields: readonly Field[], input: FormInput): Field[] =>
  fields.map((field) => {
    const names = fieldNames(field.question.id);
    const version = inputText(input, names.version);
    return version === ''
      ? field
      : { ...field, value: inputText(input, names.answer), version: Number(version) };
  });

const clashesOf = (error: Problem): ReadonlyMap<string, Clash> =>
  new Map((error.params['fields'] as Clash[]).map((clash) => [clash.field, clash]));

/** Errors name questions; the form's fields are called after them. */
const atFields = (errors: readonly ProblemError[]): ProblemError[] =>
  errors.map((error) =>
    error.field === undefined ? error : { ...error, field: fieldNames(error.field).answer },
  );
