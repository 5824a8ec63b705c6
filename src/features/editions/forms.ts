/** The forms of the setup page, each read into a patch of the edition. */
import Type from 'typebox';
import { readMoment } from '../../platform/http/forms.ts';
import { SHOW } from '../../ui/components/shown.ts';
import { problem, type ProblemError } from '../../platform/http/problem.ts';
import type { DatesInput, EditionPatch } from './input.ts';
import { deadlines } from './schema-readiness.ts';
import { grounds, reaches } from './recusal.ts';
import {
  editionTextKeys,
  reminderDays,
  reminderField,
  reminderKinds,
  workReminderDays,
  type EditionRow,
  type Localised,
} from './schema.ts';
import { numbersOf } from './translations.ts';

const version = Type.Integer();
const day = Type.String({ maxLength: 20 });
const text = Type.Optional(Type.String({ maxLength: 20_000 }));
const line = Type.Optional(Type.String({ maxLength: 300 }));

const dateNames = [
  'announcesAt',
  'opensAt',
  'closesAt',
  'judgingEndsAt',
  'finalistsAt',
  'ceremonyAt',
] as const satisfies readonly (keyof DatesInput)[];

const dates = Type.Object({
  version,
  // Only looked at, not saved.
  then: Type.Optional(Type.Literal(SHOW)),
  ...Object.fromEntries(
    dateNames.flatMap((name) => [
      [name, name === 'announcesAt' ? Type.Optional(day) : day],
      [`${name}Time`, name === 'announcesAt' ? Type.Optional(day) : day],
    ]),
  ),
  ceremonyPlace: line,
});
const contact = Type.Object({ version, helpName: line, helpEmail: line, helpPhone: line });
const limits = Type.Object({
  version,
  prizeAmount: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
  finalistsMin: Type.Integer({ minimum: 1, maximum: 50 }),
  finalistsMax: Type.Integer({ minimum: 1, maximum: 50 }),
  documentsMax: Type.Integer({ minimum: 0, maximum: 50 }),
  scoring: Type.Boolean(),
  scaleMin: Type.Integer({ minimum: 0, maximum: 99 }),
  scaleMax: Type.Integer({ minimum: 1, maximum: 100 }),
});
const ranking = Type.Object({
  version,
  rankRule: Type.Union([Type.Literal('adjusted'), Type.Literal('plain'), Type.Literal('trimmed')]),
  tieRule: Type.Union([Type.Literal('shared'), Type.Literal('ladder'), Type.Literal('ladder+lot')]),
  lotSource: line,
  publicExtract: Type.Boolean(),
});
const confirmations = Type.Object({
  version,
  leaderApproval: Type.Union([Type.Literal('tick'), Type.Literal('link')]),
  confirmationDays: Type.Integer({ minimum: 0, maximum: 60 }),
  partnerConfirmation: Type.Boolean(),
});
const reminders = Type.Object({
  version,
  ...Object.fromEntries(reminderDays.map((days) => [reminderField(days), Type.Boolean()])),
  ...Object.fromEntries(
    reminderKinds.flatMap((kind) =>
      workReminderDays.map((days) => [reminderField(days, kind), Type.Boolean()]),
    ),
  ),
});
const recusal = Type.Object({
  version,
  ...Object.fromEntries(grounds.map((ground) => [`reach-${ground}`, Type.Enum([...reaches])])),
  quorum: Type.Optional(Type.Integer({ minimum: 3, maximum: 50 })),
  objectionDays: Type.Integer({ minimum: 1, maximum: 60 }),
  publishRecusals: Type.Boolean(),
});
const voting = Type.Object({
  version,
  castingVote: Type.Boolean(),
  dissent: Type.Union([Type.Literal('named'), Type.Literal('counted')]),
});
const feedback = Type.Object({
  version,
  feedbackFrom: Type.Union([Type.Literal('announced'), Type.Literal('nominated')]),
  reasonsPromised: Type.Boolean(),
  applicantFigures: Type.Boolean(),
});
export const formLangs = ['nb', 'nn', 'en'] as const;
const words = Type.Object({
  version,
  lang: Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('en')]),
  ...Object.fromEntries(editionTextKeys.flatMap((key) => formLangs.map((lang) => [`${key}-${lang}`, text]))),
});
/** The words of each level in each language: the fields of a form. */
export const scaleFields = (levels: readonly string[]) =>
  Object.fromEntries(levels.flatMap((level) => formLangs.map((lang) => [`${level}-${lang}`, line] as const)));
export const scaleWordsOf = (levels: readonly string[], read: Record<string, unknown>) =>
  Object.fromEntries(levels.map((level) => [level, wordsOf(read, level)]));

type Read = { version: number } & Record<string, unknown>;
export interface Part {
  schema: ReturnType<typeof Type.Object>;
  patch(read: Read): EditionPatch;
}

const chosenReminders = (read: Read) =>
  Object.fromEntries(
    reminderKinds.map((kind) => [kind, workReminderDays.filter((days) => read[reminderField(days, kind)])]),
  ) as Required<EditionPatch>['reminderDays'];

/** Part of the page > its form and what it changes. `levels` are the levels of the edition's scale. */
export function setupParts(levels: readonly string[]): Record<string, Part> {
  return {
    datoer: { schema: dates, patch: datesOf },
    kontakt: {
      schema: contact,
      patch: ({ helpName = '', helpEmail = '', helpPhone = '' }) =>
        ({ helpName, helpEmail, helpPhone }) as EditionPatch,
    },
    paminnelser: {
      schema: reminders,
      patch: (read) => ({
        draftReminderDays: reminderDays.filter((days) => read[reminderField(days)]),
        reminderDays: chosenReminders(read),
      }),
    },
    rammer: { schema: limits, patch: ({ version: _, ...rest }) => rest },
    rangering: {
      schema: ranking,
      patch: ({ version: _, lotSource = '', ...rest }) => ({ lotSource, ...rest }) as EditionPatch,
    },
    bekreftelser: { schema: confirmations, patch: ({ version: _, ...rest }) => rest },
    habilitet: { schema: recusal, patch: recusalOf },
    tilbakemelding: { schema: feedback, patch: ({ version: _, ...rest }) => rest },
    avstemninger: { schema: voting, patch: ({ version: _, ...rest }) => rest },
    skala: {
      schema: Type.Object({ version, ...scaleFields(levels) }),
      patch: (read) => ({ scaleWords: scaleWordsOf(levels, read) }),
    },
    tekster: {
      schema: words,
      patch: ({ lang, ...rest }) => ({
        texts: {
          [lang as string]: Object.fromEntries(
            editionTextKeys.map((key) => [key, rest[`${key}-${lang as string}`] ?? '']),
          ),
        },
      }),
    },
  };
}

const recusalOf = (read: Read): EditionPatch =>
  ({
    recusalReach: Object.fromEntries(grounds.map((ground) => [ground, read[`reach-${ground}`]])),
    // Left empty: half the seats.
    quorum: read['quorum'] ?? null,
    objectionDays: read['objectionDays'],
    publishRecusals: read['publishRecusals'],
  }) as EditionPatch;

function datesOf(read: Read): EditionPatch {
  const errors: ProblemError[] = [];
  const patch: EditionPatch = { ceremonyPlace: (read['ceremonyPlace'] as string | undefined) ?? '' };
  for (const name of dateNames) {
    if (name === 'announcesAt' && !read[name] && !read[`${name}Time`]) {
      patch.announcesAt = null;
      continue;
    }
    const [date = '', time = ''] = [read[name], read[`${name}Time`]] as (string | undefined)[];
    const moment = readMoment(name, date, time, {
      deadline: deadlines.includes(name),
    });
    if (moment.ok) patch[name] = moment.instant;
    else errors.push(...moment.errors);
  }
  if (errors.length) throw problem('request/invalid', {}, errors);
  return patch;
}

function wordsOf(read: Record<string, unknown>, level: string) {
  const said = (lang: string) => (read[`${level}-${lang}`] as string | undefined) ?? '';
  return { nb: said('nb'), nn: said('nn'), ...(said('en') ? { en: said('en') } : {}) };
}

/** The levels of the scale from the lowest, and what an application does not describe. */
export const levelsOf = (row: EditionRow): string[] => [...numbersOf(row), 'none'];

/** The words of the levels as they are stored, by the fields of a form. */
export const scaleValues = (row: EditionRow): [string, string][] => {
  const words = row.scale_words as Record<string, Localised<string>>;
  return levelsOf(row).flatMap((level) =>
    formLangs.map((lang): [string, string] => [`${level}-${lang}`, words[level]?.[lang] ?? '']),
  );
};
