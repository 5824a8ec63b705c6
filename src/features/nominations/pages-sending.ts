/** Sending in, the receipt, what was sent, and withdrawing. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { checklist, type ChecklistItem } from '../../core/process/dispatch.ts';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { refusal, seeOther, submitForm } from '../../platform/http/forms.ts';
import { Problem, problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import { fieldId, type FormError, type Requirement } from '../../ui/components/index.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import { fileFaults } from '../documents/queries.ts';
import { readBeforeSending } from '../reading/commands.ts';
import { identityNumberPlaces, type Place } from '../reading/queries.ts';
import { placeText } from '../reading/words.ts';
import { rulesFor, wantedFor } from '../confirmations/queries.ts';
import { sendEvent } from './commands.ts';
import { fieldsOf, isMissing, isTooLong } from './fields.ts';
import { nominationFlow } from './flow.ts';
import { mayNow } from './overview.ts';
import { latestSubmission, nominationFor, submissionsOf } from './queries.ts';
import { callOf } from './queries-call.ts';
import type { Field } from './schema.ts';
import { renderSubmission, submissionHash } from './submission.ts';
import { fieldNames, slugOfQuestion } from '../writing/schema-steps.ts';
import { receiptPage, sendPage, sentPage, withdrawPage } from './views-sending.ts';
import { deadlineOf } from './window.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const versionForm = Type.Object({ version: Type.Integer({ minimum: 0 }) });
const sendForm = Type.Object({
  ...versionForm.properties,
  seen: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
});

export async function nominationSendingPages(
  plain: FastifyInstance,
  { services: { db, files } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const read = { config: { action: 'nomination.readDraft' }, schema: { params } };

  app.get('/soknad/:id/send-inn', read, async (request, reply) =>
    showSend(request, reply, request.params.id, []),
  );

  app.post(
    '/soknad/:id/send-inn',
    { config: { action: 'nomination.submit' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      try {
        const sent = await submitForm(request, sendForm, async ({ version, seen }) => {
          await readBeforeSending({ db, files }, request, id);
          return transact(db, contextOf(request), (unit) =>
            sendEvent(unit, id, { event: { type: 'submit' }, version, seen }),
          );
        });
        if (sent.ok || (await isSentAlready(request, id))) return seeOther(reply, `/soknad/${id}/kvittering`);
        reply.code(sent.status);
        return showSend(
          request,
          reply,
          id,
          sent.errors.map((error) =>
            sent.status === 409 && !error.field ? changedSince(error, 'send', request.lang) : error,
          ),
        );
      } catch (error) {
        // The second of a double click comes to an application that is sent: it gets the same receipt.
        if (
          error instanceof Problem &&
          error.type === 'process/not-now' &&
          (await isSentAlready(request, id))
        )
          return seeOther(reply, `/soknad/${id}/kvittering`);
        throw error;
      }
    },
  );

  async function showSend(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    errors: readonly FormError[],
  ): Promise<FastifyReply> {
    const view = await transact(db, contextOf(request), async (unit) => {
      const row = await nominationFor(unit.trx, unit, id, 'readDraft');
      const items = await checklist(unit, nominationFlow, row, { type: 'submit' });
      if (!items) return undefined;
      const content = await renderSubmission(unit.trx, row);
      const wanted = await wantedFor(unit.trx, row, await rulesFor(unit.trx, row.edition_id));
      const found = {
        fields: await fieldsOf(unit.trx, row),
        places: await identityNumberPlaces(unit.trx, content),
        asksFor: new Set(wanted.map(({ kind }) => kind)),
      };
      const requirements = requirementsOf(items, found, id, request.lang);
      return {
        row,
        content,
        seen: submissionHash(content),
        requirements,
        deadline: deadlineOf(await callOf(unit.trx, row.edition_id), row),
      };
    });
    if (!view) return seeOther(reply, `/soknad/${id}`);
    const faults = await fileFaults(db, files, view.content.documents);
    return reply.page(sendPage({ ...view, faults, now: request.now, errors }, request.lang));
  }

  /** What is written is what was sent in: there is a receipt for it. */
  const isSentAlready = (request: FastifyRequest, id: string): Promise<boolean> =>
    transact(db, contextOf(request), async (unit) => {
      const row = await nominationFor(unit.trx, unit, id, 'readDraft');
      if (row.submission_count === 0) return false;
      const last = (await submissionsOf(unit.trx, id)).at(-1);
      return last?.sha256 === submissionHash(await renderSubmission(unit.trx, row));
    });

  app.get('/soknad/:id/innsendt', read, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const { rendered, submittedAt } = await latestSubmission(db, row);
    return reply.page(
      sentPage(
        { row, content: rendered, faults: await fileFaults(db, files, rendered.documents), submittedAt },
        request.lang,
      ),
    );
  });

  app.get('/soknad/:id/kvittering', read, async (request, reply) => {
    const row = await nominationFor(db, request, request.params.id, 'readDraft');
    const { rendered, ...sent } = await latestSubmission(db, row);
    const submissions = await submissionsOf(db, row.id);
    const { year } = await callOf(db, row.edition_id);
    return reply.page(
      receiptPage({ row, year, ...sent, documents: rendered.documents, submissions }, request.lang),
    );
  });

  app.get('/soknad/:id/trekk', read, async (request, reply) => {
    const view = await transact(db, contextOf(request), (unit) => withdrawal(unit, request.params.id));
    return reply.page(withdrawPage(view, request.lang));
  });

  app.post(
    '/soknad/:id/trekk',
    { config: { action: 'nomination.withdraw' }, schema: { params } },
    async (request, reply) => {
      const { id } = request.params;
      const sent = await submitForm(request, versionForm, ({ version }) =>
        transact(db, contextOf(request), (unit) =>
          sendEvent(unit, id, { event: { type: 'withdraw' }, version }),
        ),
      );
      if (sent.ok) return seeOther(reply, `/soknad/${id}`);
      const view = await transact(db, contextOf(request), (unit) => withdrawal(unit, id));
      // The second of a double click: it is withdrawn, as was asked for.
      if (view.row.state === 'withdrawn') return seeOther(reply, `/soknad/${id}`);
      const errors = sent.errors.map((error) => changedSince(error, 'withdraw', request.lang));
      return reply.code(sent.status).page(withdrawPage({ ...view, errors }, request.lang));
    },
  );

  async function withdrawal(unit: Unit, id: string) {
    const row = await nominationFor(unit.trx, unit, id, 'readDraft');
    return { row, allowed: (await mayNow(unit, row, 'withdraw')) === true };
  }
}

/** Requirements about confirmations, and whose. */
const confirmations: Record<string, string> = { leaderAsked: 'leader', partnersAsked: 'partner' };

/** The checklist in words; what is missing in the form line by line, each with the way to its field. */
function requirementsOf(
  items: readonly ChecklistItem[],
  {
    fields,
    places,
    asksFor,
  }: { fields: readonly Field[]; places: readonly Place[]; asksFor: ReadonlySet<string> },
  id: string,
  lang: Lang,
): Requirement[] {
  const t = texts(lang);
  const own = t.nominations.send;
  const lines = (wrong: readonly Field[], say: (question: string) => string): Requirement[] =>
    wrong.map(({ question }) => ({
      label: say(question.texts[lang]?.label ?? question.texts['nb']?.label ?? ''),
      met: false,
      href: addressOf(question),
    }));
  const addressOf = (question: Field['question']): string =>
    `/soknad/${id}/del/${slugOfQuestion(fields, question.id)}#${fieldId(fieldNames(question.id).answer)}`;
  const wayTo = (place: Place): string | undefined => {
    if (place.in === 'organisation') return `/soknad/${id}/soker`;
    if (place.in !== 'answer') return `/soknad/${id}/vedlegg`;
    const field = fields.find(({ question }) => question.id === place.question);
    return field && addressOf(field.question);
  };
  const allRead = items.every(({ requirement, met }) => met || requirement !== 'documentsRead');
  return items.flatMap(({ requirement, met, items: about }) => {
    // It is read when it is sent in: nothing that the person can do, so nothing to tick.
    if (requirement === 'documentsRead') return [];
    // Said only where the year asks for it.
    if (met && confirmations[requirement] && !asksFor.has(confirmations[requirement])) return [];
    if (requirement === 'noIdentityNumbers' && met && !allRead) return [];
    if (requirement === 'documentsClean' || requirement === 'documentsChecked')
      return met
        ? []
        : [{ label: requirementText(t, requirement, about), met, href: `/soknad/${id}/vedlegg` }];
    if (met)
      return [
        {
          label: own.met[requirement as keyof typeof own.met] ?? t.requirements[requirement] ?? requirement,
          met,
        },
      ];
    if (confirmations[requirement])
      return [{ label: requirementText(t, requirement, about), met, href: `/soknad/${id}/bekreftelser` }];
    if (requirement === 'everythingAnswered') return lines(fields.filter(isMissing), own.answerThis);
    if (requirement === 'withinWordLimits') return lines(fields.filter(isTooLong), own.shortenThis);
    if (requirement === 'noIdentityNumbers')
      return places.map((place) => {
        const href = wayTo(place);
        return { label: t.reading.identityNumberIn(placeText(place, lang)), met, ...(href ? { href } : {}) };
      });
    return [{ label: t.requirements[requirement] ?? requirement, met }];
  });
}

/** A version that is not the one that was seen, said for this page. */
function changedSince(error: FormError, what: 'send' | 'withdraw', lang: Lang): FormError {
  const conflict = refusal(problem('conflict/version'), lang)[0]?.message;
  return error.message === conflict ? { message: texts(lang).nominations[what].changed } : error;
}
