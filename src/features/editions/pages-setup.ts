import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { contextOf, transact } from '../../core/process/unit.ts';
import { osloDeadlineFields, osloFields } from '../../platform/clock.ts';
import { inputText, seeOther, submitForm, type FormInput } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import type { Services } from '../../platform/services.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { SHOW } from '../../ui/components/shown.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { isLang } from '../../ui/text/index.ts';
import { recordBeacon } from '../results/beacon.ts';
import { updateEdition } from './commands.ts';
import { formLangs, levelsOf, scaleValues, setupParts, type Part } from './forms.ts';
import { uuid, type EditionPatch } from './input.ts';
import { dateErrors } from './dates.ts';
import { guideOf } from './guide.ts';
import { datesOf, deadlines, inOrder, type EditionDates } from './schema-readiness.ts';
import { comingCautions, demand, findEdition } from './queries.ts';
import { reachOf } from './recusal.ts';
import {
  editionTextKeys,
  reminderDays,
  reminderField,
  reminderKinds,
  workReminderDays,
  type ReminderDays,
  type EditionRow,
  type EditionTexts,
  type Localised,
} from './schema.ts';
import { setupPage } from './views-setup.ts';

/** Texts, dates, limits and scale: one page, one form for each part. */
export async function setupPages(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();
  const params = Type.Object({ editionId: uuid });
  const config = { action: 'edition.adjust' };

  app.get(
    '/sekretariat/:editionId/oppsett',
    { config, schema: { params, querystring: Type.Object({ lagret: Type.Optional(Type.String()) }) } },
    async (request, reply) =>
      show(request, reply, request.params.editionId, { saved: request.query.lagret !== undefined }),
  );

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    given: { saved?: boolean; input?: FormInput; errors?: FormError[]; looked?: EditionDates | null },
  ): Promise<FastifyReply> {
    const edition = await findEdition(db, request, id);
    demand(edition, 'manage');
    const { input = {}, errors = [], saved = false, looked } = given;
    const dates = looked ?? datesOf(edition);
    // A box that was not ticked is not sent.
    const unticked = {
      ...(input['scaleMin'] === undefined ? {} : { scoring: inputText(input, 'scoring') }),
      ...(input['rankRule'] === undefined ? {} : { publicExtract: inputText(input, 'publicExtract') }),
      ...(input['confirmationDays'] === undefined
        ? {}
        : { partnerConfirmation: inputText(input, 'partnerConfirmation') }),
      ...(input['objectionDays'] === undefined
        ? {}
        : { publishRecusals: inputText(input, 'publishRecusals') }),
      ...(input['feedbackFrom'] === undefined
        ? {}
        : {
            applicantFigures: inputText(input, 'applicantFigures'),
            reasonsPromised: inputText(input, 'reasonsPromised'),
          }),
      ...(input['dissent'] === undefined
        ? {}
        : {
            castingVote: inputText(input, 'castingVote'),
          }),
    };
    const written = Object.fromEntries(Object.keys(input).map((name) => [name, inputText(input, name)]));
    const refused = errors.length ? input['lang'] : undefined;
    return reply.page(
      setupPage(
        {
          edition,
          guide: await guideOf(db, contextOf(request), id),
          calendar: {
            dates,
            cautions: comingCautions(dates, request.now),
            looked: looked !== undefined,
          },
          saved,
          errors,
          levels: levelsOf(edition),
          refusedLang: isLang(refused) ? refused : null,
          values: { ...valuesOf(edition), ...written, ...unticked },
          mayConfigure: can(editionResource, 'configure', edition),
          mayAdjust: can(editionResource, 'adjust', edition),
          mayRecordBeacon: can(editionResource, 'recordBeacon', edition),
        },
        request.lang,
      ),
    );
  }

  /** What the calendar says of dates that are written and not saved. */
  async function look(request: FastifyRequest, reply: FastifyReply, id: string, part: Part) {
    const edition = await findEdition(db, request, id);
    demand(edition, 'adjust');
    const sent = await submitForm(request, part.schema, async (read) =>
      lookedAt(edition, part.patch(read as { version: number }), request.now),
    );
    return show(request, sent.ok ? reply : reply.code(sent.status), id, {
      input: (request.body ?? {}) as FormInput,
      errors: sent.ok ? [] : sent.errors,
      looked: sent.ok ? sent.result : null,
    });
  }

  app.post(
    '/sekretariat/:editionId/oppsett/lodd',
    { config: { action: 'edition.recordBeacon' }, schema: { params } },
    async (request, reply) => {
      const { editionId } = request.params;
      const sent = await submitForm(
        request,
        Type.Object({ beacon: Type.String({ maxLength: 300 }) }),
        (given) => transact(db, contextOf(request), (unit) => recordBeacon(unit, editionId, given.beacon)),
      );
      return sent.ok
        ? seeOther(reply, `${editionHref(editionId, 'setup')}?lagret=1#rangering`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );

  app.post(
    '/sekretariat/:editionId/oppsett/:part',
    { config, schema: { params: Type.Object({ editionId: uuid, part: Type.String() }) } },
    async (request, reply) => {
      const { editionId, part: name } = request.params;
      const part = setupParts(levelsOf(await findEdition(db, request, editionId)))[name];
      if (!part) throw problem('not-found');
      if (name === 'datoer' && inputText((request.body ?? {}) as FormInput, 'then') === SHOW)
        return look(request, reply, editionId, part);
      const sent = await submitForm(request, part.schema, async (read) => {
        const { version } = read as { version: number };
        const patch = part.patch(read as { version: number });
        return transact(db, contextOf(request), (unit) => updateEdition(unit, editionId, version, patch));
      });
      return sent.ok
        ? seeOther(reply, `${editionHref(editionId, 'setup')}?lagret=1#${name}`)
        : show(request, reply.code(sent.status), editionId, sent);
    },
  );
}

/** @throws request/invalid where the dates cannot be saved like this */
function lookedAt(edition: EditionRow, patch: EditionPatch, now: Date): EditionDates {
  const errors = dateErrors(edition, patch, now);
  if (errors.length > 0) throw problem('request/invalid', {}, errors);
  return {
    ...datesOf(edition),
    ...Object.fromEntries(Object.entries(patch).filter(([name]) => (inOrder as string[]).includes(name))),
  };
}

/** Every field of the page as it is stored. */
function valuesOf(row: EditionRow): Record<string, string> {
  const moments = Object.entries(datesOf(row)).flatMap(([name, at]) => {
    if (at === null) return [];
    const { date, time } = deadlines.includes(name) ? osloDeadlineFields(at) : osloFields(at);
    return [
      [name, date],
      [`${name}Time`, time],
    ];
  });
  const stored = row.texts as Localised<EditionTexts>;
  const texts = editionTextKeys.flatMap((key) =>
    formLangs.map((lang) => [`${key}-${lang}`, stored[lang]?.[key] ?? '']),
  );
  const scale = scaleValues(row);
  return {
    ...Object.fromEntries(Object.entries(reachOf(row)).map(([ground, reach]) => [`reach-${ground}`, reach])),
    ...Object.fromEntries([...moments, ...texts, ...scale]),
    ceremonyPlace: row.ceremony_place,
    helpName: row.help_name,
    helpEmail: row.help_email,
    helpPhone: row.help_phone,
    ...Object.fromEntries(
      reminderDays.map((days) => [reminderField(days), row.draft_reminder_days.includes(days) ? 'yes' : '']),
    ),
    ...workReminders(row.reminder_days as ReminderDays),
    prizeAmount: String(row.prize_amount),
    finalistsMin: String(row.finalists_min),
    finalistsMax: String(row.finalists_max),
    quorum: row.quorum === null ? '' : String(row.quorum),
    objectionDays: String(row.objection_days),
    publishRecusals: row.publish_recusals ? 'yes' : '',
    castingVote: (row.casting_vote ?? true) ? 'yes' : '',
    dissent: row.dissent ?? 'named',
    feedbackFrom: row.feedback_from ?? 'announced',
    reasonsPromised: row.reasons_promised ? 'yes' : '',
    applicantFigures: row.applicant_figures ? 'yes' : '',
    leaderApproval: row.leader_approval,
    confirmationDays: String(row.confirmation_days),
    partnerConfirmation: row.partner_confirmation ? 'yes' : '',
    documentsMax: String(row.documents_max),
    scoring: row.scoring ? 'yes' : '',
    scaleMin: String(row.scale_min),
    scaleMax: String(row.scale_max),
    rankRule: row.rank_rule ?? 'plain',
    tieRule: row.tie_rule,
    lotSource: row.lot_source,
    publicExtract: row.public_extract ? 'yes' : '',
  };
}

const workReminders = (chosen: ReminderDays): Record<string, string> =>
  Object.fromEntries(
    reminderKinds.flatMap((kind) =>
      workReminderDays.map((days) => [reminderField(days, kind), chosen[kind]?.includes(days) ? 'yes' : '']),
    ),
  );
