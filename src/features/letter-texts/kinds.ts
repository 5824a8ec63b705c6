/**
 * The letters whose words a year may write anew, which words of the recipient each may hold, and what they say as long as nobody has:
 * the standard is read out of the catalogue itself, with placeholders for what it is told.
 */
import { instant } from '../../platform/clock.ts';
import { formatDeadline, formatDeadlineExact } from '../../ui/text/format.ts';
import { texts } from '../../ui/text/index.ts';
import { fillIn, type Values } from '../correspondence/placeholders.ts';
import { renderWritten, type RenderedLetter } from '../correspondence/written.ts';
import type { LetterTemplate } from '../correspondence/schema.ts';

export type Written = 'nb' | 'nn';
export interface Words {
  subject: string;
  body: string;
}
interface Kind {
  template: LetterTemplate;
  to: 'applicant' | 'jury';
  words: readonly Word[];
  /** The deadline with its zone. */
  exact?: true;
  /** Where one letter of the catalogue says two things: which of them this is. */
  when?: Readonly<Record<string, boolean>>;
}

/** Placeholder > what the letter calls it. */
const names = {
  organisasjon: ['organisation'],
  år: ['year'],
  frist: ['dueAt', 'until'],
  kvitteringsnummer: ['receiptNumber'],
  deler: ['parts'],
} as const;
type Word = keyof typeof names;

const plain = ['organisasjon', 'år'] as const;
const applicant = (template: LetterTemplate, words: readonly Word[] = plain): Kind => ({
  template,
  to: 'applicant',
  words,
});
const withDeadline = [...plain, 'frist'] as const;

export const kinds = {
  helpAnswered: applicant('helpAnswered'),
  draftReminder: { ...applicant('draftReminder', withDeadline), exact: true },
  changesReminder: { ...applicant('changesReminder', withDeadline), exact: true },
  extensionApproved: { ...applicant('extensionApproved', withDeadline), exact: true },
  received: applicant('received', [...plain, 'kvitteringsnummer']),
  returned: applicant('returned', [...withDeadline, 'deler']),
  admitted: applicant('admitted'),
  rejected: applicant('rejected'),
  withdrawn: applicant('withdrawn'),
  objectionAnswered: applicant('objectionAnswered'),
  finalist: applicant('finalist'),
  notSelected: applicant('notSelected'),
  outcomeWon: { ...applicant('outcome'), when: { won: true } },
  outcomeOther: { ...applicant('outcome'), when: { won: false } },
  feedback: applicant('feedback'),
  ceremonyReminder: { ...applicant('ceremonyReminder', ['år', 'frist']), exact: true },
  judgingStarted: { template: 'judgingStarted', to: 'jury', words: ['år', 'frist'] },
  declarationsReminder: { template: 'declarationsReminder', to: 'jury', words: ['år', 'frist'], exact: true },
  ballotsReminder: { template: 'ballotsReminder', to: 'jury', words: ['år', 'frist'], exact: true },
  voteInWriting: { template: 'voteInWriting', to: 'jury', words: ['år', 'frist'] },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
const kindOf = (name: KindName): Kind => kinds[name];

type Params = Readonly<Record<string, unknown>>;

/** Which of them a letter of the catalogue is; undefined for those that say what the service says. */
export const kindFor = (template: string, params: Params): KindName | undefined =>
  kindNames.find((name) => {
    const kind = kindOf(name);
    return (
      kind.template === template &&
      Object.entries(kind.when ?? {}).every(([key, value]) => params[key] === value)
    );
  });

/** A moment that no year has: where the standard tells it, there the placeholder stands. */
const SOME_DAY = instant('2222-02-22T11:22:00Z');
const dateIn = (kind: Kind, at: Date, language: Written): string =>
  (kind.exact ? formatDeadlineExact : formatDeadline)(at, language);

/** What the service says of itself, with placeholders. */
export function standardText(name: KindName, language: Written): Words {
  const kind = kindOf(name);
  const tokens: Record<string, unknown> = { ...kind.when };
  for (const word of kind.words)
    for (const param of names[word])
      tokens[param] = word === 'frist' ? SOME_DAY : word === 'deler' ? [`{${word}}`] : `{${word}}`;
  const letter = texts(language).letters[kind.template] as unknown as Record<
    keyof Words,
    (p: Params) => string
  >;
  const say = (part: keyof Words) =>
    letter[part](tokens).replaceAll(dateIn(kind, SOME_DAY, language), '{frist}');
  return { subject: say('subject'), body: say('body') };
}

/** What stands for each placeholder in a letter with these `params`. */
function valuesOf(kind: Kind, language: Written, params: Params): Values {
  const found = kind.words.map((word) => {
    const value = names[word].map((param) => params[param]).find((one) => one !== undefined);
    if (value instanceof Date) return [word, dateIn(kind, value, language)] as const;
    if (Array.isArray(value)) return [word, value.map(String)] as const;
    return [word, typeof value === 'string' || typeof value === 'number' ? String(value) : ''] as const;
  });
  return Object.fromEntries(found);
}

/** A letter in words that the year has written. */
export function renderOwn(
  name: KindName,
  language: Written,
  { subject, body }: Words,
  params: Params & { path: string },
): RenderedLetter {
  const values = valuesOf(kindOf(name), language, params);
  return renderWritten(language, {
    subject: fillIn(subject, values, ', '),
    body: fillIn(body, values),
    path: params.path,
  });
}
