/** An application as the API gives it: what is open to the reader, and what can be done with it now. */
import Type, { type Static } from 'typebox';
import { aboutInput } from '../../../workflows/requirements.ts';
import { can } from '../../core/policy/policy.ts';
import { nomination } from '../../core/policy/resources.ts';
import { allowedOf, checklists } from '../../core/process/dispatch.ts';
import type { Unit } from '../../core/process/unit.ts';
import { requirementText, type Texts } from '../../ui/text/index.ts';
import { detailsSchema } from '../writing/schema-structured.ts';
import { askedFor } from '../completion/queries.ts';
import { returnedPartSchema } from '../completion/schema.ts';
import { fieldsOf } from './fields.ts';
import { nominationFlow } from './flow.ts';
import { opened, percent, progressOf, publicOutcomeOf } from './queries.ts';
import { callOf } from './queries-call.ts';
import { requestable, type NominationWithRelations } from './schema.ts';
import { deadlineOf, isOpen } from './window.ts';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const maybe = <T extends ReturnType<typeof Type.String>>(type: T) =>
  Type.Optional(Type.Union([type, Type.Null()]));

export const fieldSchema = Type.Object({
  id: uuid,
  section: Type.String(),
  kind: Type.String({
    description:
      'text, line, tick (value "yes" or ""), table (value a JSON array of rows, by column key) or choices (value {"chosen": [keys], "other": text} as JSON)',
  }),
  details: Type.Optional(
    Type.Union([detailsSchema], { description: 'Columns of a table, options of choices' }),
  ),
  label: Type.String(),
  required: Type.Boolean(),
  wordLimit: Type.Union([Type.Integer(), Type.Null()]),
  value: Type.String(),
  version: Type.Integer({
    description: 'Send it back when the answer is changed; 0 when nobody has answered',
  }),
});
const unmetSchema = Type.Object({ requirement: Type.String(), message: Type.String() });

export const nominationSchema = Type.Object({
  id: uuid,
  editionId: uuid,
  state: Type.String(),
  version: Type.Integer(),
  applicant: Type.Object({
    kind: Type.String(),
    name: Type.String(),
    unit: Type.String(),
    partners: Type.Array(Type.String()),
    key: Type.Optional(Type.String()),
    number: maybe(Type.String()),
  }),
  language: Type.Optional(Type.String()),
  progress: Type.Integer({ description: 'Percent of the required questions that are answered' }),
  receiptNumber: maybe(Type.String()),
  firstSubmittedAt: maybe(instant),
  submittedAt: maybe(instant),
  submissionCount: Type.Optional(Type.Integer()),
  returnDueAt: maybe(instant),
  returnReason: maybe(Type.String()),
  returnParts: Type.Optional(
    Type.Array(returnedPartSchema, {
      description: 'While it is returned: the parts that are open, and what is missing in each',
    }),
  ),
  rejectionReason: maybe(Type.String()),
  withdrawnAt: maybe(instant),
  deadline: Type.Optional(
    Type.String({
      format: 'date-time',
      description: 'The first instant that is too late for this application, for those who work on it',
    }),
  ),
  allowedActions: Type.Array(Type.String()),
  unmet: Type.Record(Type.String(), Type.Array(unmetSchema), {
    description: 'What stands between this application and each event that the reader may send',
  }),
  answers: Type.Optional(Type.Array(fieldSchema, { description: 'The draft, for those who work on it' })),
});
export type NominationView = Static<typeof nominationSchema>;

export async function represent(unit: Unit, row: NominationWithRelations, t: Texts): Promise<NominationView> {
  const seen = opened(row);
  const iso = (at: Date | null | undefined): string | null | undefined => (at ? at.toISOString() : at);
  const view = {
    id: row.id,
    editionId: row.edition_id,
    // What is public is so at its instant, also before the state has followed.
    state: (await publicOutcomeOf(unit.trx, row.id, unit.now)) ?? row.state,
    version: row.version,
    applicant: {
      kind: row.applicant_kind,
      name: row.organisation_name,
      unit: row.unit_name,
      partners: row.partners,
      key: seen.organisation_key,
      number: seen.organisation_number,
    },
    language: seen.language,
    progress: percent(await progressOf(unit.trx, row.id)),
    receiptNumber: seen.receipt_number,
    firstSubmittedAt: iso(seen.first_submitted_at),
    submittedAt: iso(seen.submitted_at),
    submissionCount: seen.submission_count,
    returnDueAt: iso(seen.return_due_at),
    returnReason: seen.return_reason,
    returnParts:
      seen.return_reason === undefined
        ? undefined
        : (await askedFor(unit.trx, row))?.map(({ part, note }) => ({ part, note })),
    rejectionReason: seen.rejection_reason,
    withdrawnAt: iso(seen.withdrawn_at),
    deadline: can(nomination, 'readDraft', row)
      ? deadlineOf(await callOf(unit.trx, row.edition_id), row).toISOString()
      : undefined,
    ...(await possibilities(unit, row, t)),
    answers: can(nomination, 'readDraft', row) ? await answersOf(unit, row) : undefined,
  };
  return defined(view);
}

/** Events and writing that would succeed now, but for what a form still brings; and what is missing for the rest. */
export async function possibilities(unit: Unit, row: NominationWithRelations, t: Texts) {
  const found = await checklists(unit, nominationFlow, row);
  // What the machine calls a rejection is one that two people have said.
  const allowedActions = allowedOf(found).map((event) => (event === 'reject' ? 'proposeRejection' : event));
  if (can(nomination, 'edit', row) && isOpen(await callOf(unit.trx, row.edition_id), row, unit.now))
    allowedActions.unshift('edit');
  if (can(nomination, 'manageMembers', row)) allowedActions.push('manageMembers');
  const unmet: NominationView['unmet'] = {};
  for (const type of [...requestable, 'reject']) {
    const items = found.find(({ event }) => event === type)?.items;
    const missing = items?.filter((item) => !item.met && !aboutInput.has(item.requirement)) ?? [];
    if (missing.length === 0) continue;
    unmet[type] = missing.map(({ requirement, items: what }) => ({
      requirement,
      message: requirementText(t, requirement, what),
    }));
  }
  return { allowedActions, unmet };
}

async function answersOf({ trx }: Unit, row: NominationWithRelations) {
  const fields = await fieldsOf(trx, row);
  return fields.map(({ question, value, version }) => ({
    id: question.id,
    section: question.section,
    kind: question.kind,
    required: question.required,
    wordLimit: question.word_limit,
    ...(question.details ? { details: question.details } : {}),
    label: (question.texts[row.language] ?? question.texts['nb'])?.label ?? '',
    value,
    version,
  }));
}

/** Without what the reader may not see: `undefined` is left out, `null` stays. */
function defined<T extends object>(view: T): NominationView {
  return JSON.parse(JSON.stringify(view)) as NominationView;
}
