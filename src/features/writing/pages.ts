/** Writing in an application: a short page at a time, saved with a button where no scripts run. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { contextOf } from '../../core/process/unit.ts';
import { formErrors, inputText, localPath, readForm, seeOther } from '../../platform/http/forms.ts';
import { Problem, problem, type ProblemError } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { formatTime } from '../../ui/text/format.ts';
import { askedFor, partsOpen } from '../completion/queries.ts';
import { saveOrKeep } from '../nominations/answers.ts';
import type { Clash } from '../nominations/stored-answers.ts';
import { fieldsOf } from '../nominations/fields.ts';
import { nominationFor } from '../nominations/queries.ts';
import { identityNumbers } from '../reading/identity-numbers.ts';
import { callOf } from '../nominations/queries-call.ts';
import type { NominationWithRelations } from '../nominations/schema.ts';
import { renderSubmission } from '../nominations/submission.ts';
import { deadlineOf, isOpen } from '../nominations/window.ts';
import { deviceCookie, isShared } from './device.ts';
import { afterSaving, asWritten, changesOf, clashesOf, sectionForm } from './section-form.ts';
import { fieldNames, stepAfter, stepAt, STEP_SLUG, type Step } from './schema-steps.ts';
import { closedSectionPage, sectionPage, type SectionView } from './views-section.ts';

const id = Type.String({ format: 'uuid' });
const params = Type.Object({ id, step: Type.String({ pattern: STEP_SLUG }) });
const query = Type.Object({
  lagret: Type.Optional(Type.String()),
  renset: Type.Optional(Type.String()),
  /** A table that gets more empty rows. */
  rader: Type.Optional(Type.String({ maxLength: 60 })),
});
const deviceForm = Type.Object({ shared: Type.String(), til: Type.Optional(Type.String()) });
/** A paste of 2 MB comes back with an answer at its field; encoded, letters can take three times their room. */
const FORM_BYTES = 10 * 1_048_576;

export async function writingPages(
  plain: FastifyInstance,
  { services: { db, config } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/soknad/:id/del/:step',
    { config: { action: 'nomination.readDraft' }, schema: { params, querystring: query } },
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'readDraft');
      const found = await stepOf(row, request.params.step);
      const open = can(nomination, 'edit', row) && isOpen(await callOf(db, row.edition_id), row, request.now);
      if (!open || found.step.fields.length === 0)
        return showClosed(request, reply, { row, step: found.page, locked: open });
      const { lagret, renset, rader } = request.query;
      return show(request, reply, row, found.step, {
        savedAt: lagret === undefined ? null : formatTime(request.now, request.lang),
        cleaned: renset !== undefined,
        moreRows: rader ?? null,
      });
    },
  );

  app.post(
    '/soknad/:id/del/:step',
    { config: { action: 'nomination.edit' }, bodyLimit: FORM_BYTES, schema: { params } },
    async (request, reply) => {
      const row = await nominationFor(db, request, request.params.id, 'edit');
      const { fields, step } = await stepOf(row, request.params.step);
      if (step.fields.length === 0) throw problem('nomination/part-closed');
      const form = readForm(sectionForm(step.fields, request.body), request.body);
      const redraw = (status: number, rest: Partial<SectionView>) => {
        reply.code(status);
        return show(request, reply, row, step, { fields: asWritten(step.fields, form.input), ...rest });
      };
      if (!form.ok) return redraw(422, { errors: formErrors(form.errors, request.lang) });
      try {
        const changes = changesOf(step.fields, form.input);
        const { cleaned } = await saveOrKeep(db, contextOf(request), row.id, changes);
        const home = `/soknad/${row.id}`;
        const then = inputText(form.input, 'then');
        // Of a returned application the list says what is next.
        const following = row.state === 'returned' ? undefined : stepAfter(fields, step);
        const joining = Object.entries(form.input).some(
          ([name, value]) => name.startsWith('c-') && value === 'both',
        );
        if (then === 'next' && cleaned.length === 0 && !joining)
          return seeOther(reply, following ? `${home}/del/${following.slug}` : home);
        return seeOther(reply, `${home}/del/${step.slug}${afterSaving(then, cleaned, step)}`);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const errors = formErrors(atFields(error.errors), request.lang);
        if (error.type === 'request/invalid') return redraw(422, { errors });
        if (error.type !== 'conflict/version') throw error;
        return redraw(409, { clashes: clashesOf(error.params['fields'] as Clash[]), errors });
      }
    },
  );

  /** Whether what is typed may be kept in this browser: a choice about the device, not about the person. */
  app.post('/maskin', { config: { action: 'anyone' } }, async (request, reply) => {
    const form = readForm(deviceForm, request.body);
    if (!form.ok) throw problem('request/invalid', {}, form.errors);
    deviceCookie(reply, form.value.shared === 'yes', config.baseUrl);
    return seeOther(reply, localPath(form.value.til, '/min-side'));
  });

  async function stepOf(row: NominationWithRelations, slug: string) {
    const fields = await fieldsOf(db, row);
    const page = stepAt(fields, slug);
    if (!page) throw problem('not-found');
    const isAsked = await partsOpen(db, row);
    // Of a returned application, only what is asked for is a field.
    const step = { ...page, fields: page.fields.filter(({ question }) => isAsked(question.id)) };
    return { fields, page, step };
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    row: NominationWithRelations,
    step: Step,
    rest: Partial<SectionView>,
  ): Promise<FastifyReply> {
    const asked = (await askedFor(db, row)) ?? [];
    const { page } = await stepOf(row, step.slug);
    const open = new Set(step.fields.map(({ question }) => question.id));
    const locked = page.fields.filter(({ question }) => !open.has(question.id));
    const view: SectionView = {
      row,
      step,
      fields: step.fields,
      locked: locked.length > 0 ? { ...(await contentOf(row, locked)), organisation: null } : null,
      wanted: new Map(asked.map(({ part, note }) => [part, note])),
      clashes: new Map(),
      errors: [],
      savedAt: null,
      cleaned: false,
      moreRows: null,
      deadline: deadlineOf(await callOf(db, row.edition_id), row),
      now: request.now,
      withNumbers: new Set(
        step.fields
          .filter(({ value }) => identityNumbers(value).length > 0)
          .map(({ question }) => question.id),
      ),
      me: request.actor?.personId ?? '',
      shared: isShared(request),
      previewAt: null,
      ...rest,
    };
    return reply.page(sectionPage(view, request.lang));
  }

  async function showClosed(
    request: FastifyRequest,
    reply: FastifyReply,
    closed: { row: NominationWithRelations; step: Step; locked: boolean },
  ): Promise<FastifyReply> {
    const content = await contentOf(closed.row, closed.step.fields);
    return reply.page(closedSectionPage({ ...closed, content }, request.lang));
  }

  /** Some of the answers, as they are read. */
  async function contentOf(row: NominationWithRelations, fields: Step['fields']) {
    const content = await renderSubmission(db, row);
    const own = new Set(fields.map(({ question }) => question.id));
    return {
      ...content,
      answers: content.answers.filter((answer) => own.has(answer.question)),
      documents: null,
    };
  }
}

/** Errors name questions; the form's fields are called after them. */
const atFields = (errors: readonly ProblemError[]): ProblemError[] =>
  errors.map((error) =>
    error.field === undefined ? error : { ...error, field: fieldNames(error.field).answer },
  );
