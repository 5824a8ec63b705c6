import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { contextOf, transact, type Unit } from '../../core/process/unit.ts';
import { instant } from '../../platform/clock.ts';
import type { Services } from '../../platform/services.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import { datesOf } from './schema-readiness.ts';
import { cautionText } from './views-readiness.ts';
import { can } from '../../core/policy/policy.ts';
import { edition as editionResource } from '../../core/policy/resources.ts';
import { comingUp } from './queries-coming.ts';
import { waitsOf } from './queries-waits.ts';
import { createEdition, sendEditionEvent, updateEdition } from './commands.ts';
import { putCriteria, putQuestions } from './content.ts';
import {
  criterionInput,
  datesInput,
  editionPatch,
  questionInput,
  uuid,
  type EditionPatch,
  decisionInput,
} from './input.ts';
import {
  criteriaOf,
  findEdition,
  listEditions,
  questionsOf,
  stepsOf,
  type JudgedEdition,
  rulesVersions,
} from './queries.ts';
import { amendRules } from './amend.ts';
import { amendment, rulesVersionAsJson, rulesVersionOut } from './schema-rules.ts';
import { criterionOut, editionHead, editionOut, headOf, questionOut, settingsOf } from './schema-api.ts';

const tags = ['editions'];
const closed = { additionalProperties: false };
const params = Type.Object({ id: uuid });
const version = Type.Integer({
  minimum: 0,
  description: 'The version you read; refused when somebody was faster.',
});
const changed = { 200: Type.Object({ version: Type.Integer() }) };

export async function editionApi(
  plain: FastifyInstance,
  { services: { db } }: { services: Services },
): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/editions',
    {
      config: { action: 'edition.read' },
      schema: {
        tags,
        summary: 'The editions you work with, the latest first',
        response: { 200: Type.Object({ editions: Type.Array(editionHead) }) },
      },
    },
    async (request) => ({ editions: (await listEditions(db, request)).map(headOf) }),
  );

  app.post(
    '/editions',
    {
      config: { action: 'service.createEdition' },
      schema: {
        tags,
        summary: 'Create the edition of a year, by copying one or from the defaults',
        body: Type.Object(
          {
            year: Type.Integer({ minimum: 2000, maximum: 2200 }),
            copyFrom: Type.Optional(Type.Union([uuid, Type.Null()])),
          },
          closed,
        ),
        response: { 201: Type.Object({ id: uuid, version: Type.Integer() }) },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await transact(db, contextOf(request), (unit) => createEdition(unit, request.body))),
  );

  app.get(
    '/editions/:id',
    {
      config: { action: 'edition.read' },
      schema: {
        tags,
        summary: 'An edition with criteria, form, and what can be done with it now',
        params,
        response: { 200: editionOut },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) =>
        whole(unit, await findEdition(unit.trx, unit, request.params.id), request.lang),
      ),
  );

  app.patch(
    '/editions/:id',
    {
      config: { action: 'edition.adjust' },
      schema: {
        tags,
        summary: 'Change dates, contacts and, before the announcement, everything else',
        params,
        body: Type.Object({ version, ...editionPatch.properties }, closed),
        response: changed,
      },
    },
    async (request) => {
      const { version: seen, ...patch } = request.body as { version: number } & Record<string, unknown>;
      return transact(db, contextOf(request), (unit) =>
        updateEdition(unit, request.params.id, seen, withDates(patch)),
      );
    },
  );

  app.put(
    '/editions/:id/criteria',
    {
      config: { action: 'edition.configure' },
      schema: {
        tags,
        summary: 'Replace the criteria, in their order',
        params,
        body: Type.Object({ version, criteria: Type.Array(criterionInput, { maxItems: 50 }) }, closed),
        response: changed,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) =>
        putCriteria(unit, request.params.id, request.body.version, request.body.criteria),
      ),
  );

  app.put(
    '/editions/:id/questions',
    {
      config: { action: 'edition.configure' },
      schema: {
        tags,
        summary: 'Replace the questions of the form, in their order',
        params,
        body: Type.Object({ version, questions: Type.Array(questionInput, { maxItems: 100 }) }, closed),
        response: changed,
      },
    },
    async (request) =>
      transact(db, contextOf(request), (unit) =>
        putQuestions(unit, request.params.id, request.body.version, request.body.questions),
      ),
  );

  app.get(
    '/editions/:id/rules-versions',
    {
      config: { action: 'edition.read' },
      schema: {
        tags,
        summary: 'What was frozen at the announcement, and each change of it, the latest first',
        params,
        response: { 200: Type.Object({ versions: Type.Array(rulesVersionOut) }) },
      },
    },
    async (request) => {
      const { id } = await findEdition(db, request, request.params.id);
      return { versions: (await rulesVersions(db, id)).map(rulesVersionAsJson) };
    },
  );
  app.post(
    '/editions/:id/rules-versions',
    {
      config: { action: 'edition.amend' },
      schema: {
        tags,
        summary: 'Change what was frozen, as a new version with a reason; those concerned get a letter',
        description:
          'Until the judging begins. Words and weights can change; no criterion and no question comes or goes.',
        params,
        body: Type.Object({ version, ...amendment }, closed),
        response: { 200: Type.Object({ version: Type.Integer(), sha256: Type.String() }) },
      },
    },
    async (request) => {
      const { version: seen, ...change } = request.body;
      return transact(db, contextOf(request), (unit) => amendRules(unit, request.params.id, seen, change));
    },
  );

  app.post(
    '/editions/:id/events',
    {
      config: { action: 'edition.read' },
      schema: {
        tags,
        summary:
          'Move the year: announce, start and close the judging, record and retract decisions, cancel, archive',
        params,
        body: Type.Object(
          {
            type: Type.String({ maxLength: 50 }),
            version,
            reason: Type.Optional(Type.String({ maxLength: 10_000 })),
            decision: Type.Optional(decisionInput),
          },
          closed,
        ),
        response: { 200: editionOut },
      },
    },
    async (request) =>
      transact(db, contextOf(request), async (unit) => {
        await sendEditionEvent(unit, request.params.id, request.body);
        return whole(unit, await findEdition(unit.trx, unit, request.params.id), request.lang);
      }),
  );
}

async function whole(unit: Unit, row: JudgedEdition, lang: Lang): Promise<Static<typeof editionOut>> {
  const t = texts(lang);
  const { allowed, rights, checklists, gaps, cautions } = await stepsOf(unit, row);
  const said = checklists.map(({ event, items }) => [
    event,
    items.map(({ requirement, met, items: what }) => ({
      requirement,
      met,
      message: requirementText(t, requirement, what),
    })),
  ]);
  return {
    ...settingsOf(row),
    criteria: (await criteriaOf(unit.trx, row.id)).map(criterionOut),
    questions: (await questionsOf(unit.trx, row.id)).map(questionOut),
    allowedActions: [...rights, ...allowed],
    coming: can(editionResource, 'seeProgress', row)
      ? (await comingUp(unit.trx, row.id, unit.now)).map((one) => ({ ...one, at: one.at.toISOString() }))
      : [],
    waits: can(editionResource, 'seeProgress', row)
      ? (await waitsOf(unit.trx, unit, row)).map(({ names, due, ...one }) => ({
          ...one,
          names: [...names],
          due: due?.toISOString() ?? null,
        }))
      : [],
    missingTranslations: gaps,
    cautions: cautions.map((one) => ({
      field: one.field,
      kind: one.kind,
      message: cautionText(one, datesOf(row), lang),
    })),
    checklists: Object.fromEntries(said),
  };
}

/** The instants of a patch as dates. */
function withDates(patch: Record<string, unknown>): EditionPatch {
  const names = Object.keys(datesInput.properties);
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [
      key,
      names.includes(key) && value !== null ? instant(value as string) : value,
    ]),
  );
}
