/**
 * The letters whose words a year may write anew, which words of the recipient each may hold, and what they say as long as nobody has:
 * the standard is read out of the catalogue itself, with placeholders for what it is told.
 */
import { instant } from '../../platform/clock.ts';
import { formatDate, formatDateTime, formatDeadline, formatDeadlineExact } from '../../ui/text/format.ts';
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
  /** Whose data a preview shows: 'public' are those who left an address for this alone. */
  to: 'applicant' | 'jury' | 'public';
  words: readonly Word[];
  /** How the deadline is told: its last minute where nothing is said, with its zone, or its day alone. */
  deadline?: 'exact' | 'day';
  /** Where one letter of the catalogue says two things: which of them this is. */
  when?: Readonly<Record<string, boolean>>;
}

/** Placeholder > what the letter calls it. */
const names = {
  organisasjon: ['organisation'],
  år: ['year'],
  frist: ['dueAt', 'until', 'goesAt'],
  kvitteringsnummer: ['receiptNumber'],
  deler: ['parts'],
  begrunnelse: ['reason'],
  tid: ['ceremonyAt'],
} as const;
type Word = keyof typeof names;

const plain = ['organisasjon', 'år'] as const;
const applicant = (template: LetterTemplate, words: readonly Word[] = plain): Kind => ({
  template,
  to: 'applicant',
  words,
});
const withDeadline = [...plain, 'frist'] as const;
const toPublic = (template: LetterTemplate, words: readonly Word[]): Kind => ({
  template,
  to: 'public',
  words,
});

export const kinds = {
  helpAnswered: applicant('helpAnswered'),
  draftReminder: { ...applicant('draftReminder', withDeadline), deadline: 'exact' },
  changesReminder: { ...applicant('changesReminder', withDeadline), deadline: 'exact' },
  extensionApproved: { ...applicant('extensionApproved', withDeadline), deadline: 'exact' },
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
  ceremonyReminder: { ...applicant('ceremonyReminder', ['år', 'frist']), deadline: 'exact' },
  judgingStarted: { template: 'judgingStarted', to: 'jury', words: ['år', 'frist'] },
  declarationsReminder: {
    template: 'declarationsReminder',
    to: 'jury',
    words: ['år', 'frist'],
    deadline: 'exact',
  },
  ballotsReminder: { template: 'ballotsReminder', to: 'jury', words: ['år', 'frist'], deadline: 'exact' },
  voteInWriting: { template: 'voteInWriting', to: 'jury', words: ['år', 'frist'] },
  rulesChanged: applicant('rulesChanged', ['år', 'begrunnelse']),
  draftErasure: { ...applicant('draftErasure', withDeadline), deadline: 'day' },
  callReminder: { ...toPublic('callReminder', ['år', 'frist']), deadline: 'exact' },
  questionAnswered: { ...toPublic('questionAnswered', ['år']), when: { corrected: false } },
  answerCorrected: { ...toPublic('questionAnswered', ['år']), when: { corrected: true } },
  ceremonyPlace: toPublic('ceremonyPlace', ['år', 'tid']),
  ceremonyWaiting: toPublic('ceremonyWaiting', ['år', 'tid']),
  ceremonyPlaceFree: toPublic('ceremonyPlaceFree', ['år', 'tid']),
  ceremonyMoved: { ...toPublic('ceremonyMoved', ['år', 'tid']), when: { waiting: false } },
  ceremonyMovedWaiting: { ...toPublic('ceremonyMoved', ['år', 'tid']), when: { waiting: true } },
  ceremonyCancelled: toPublic('ceremonyCancelled', ['år', 'tid']),
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
const kindOf = (name: KindName): Kind => kinds[name];

/** The letters that a publication sends when it is out. */
export const sentBy = {
  finalists: ['finalist', 'notSelected'],
  winner: ['outcomeWon', 'outcomeOther'],
} as const satisfies Record<string, readonly KindName[]>;

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
const deadlineIn = { exact: formatDeadlineExact, day: formatDate, minute: formatDeadline };
const momentIn = (kind: Kind, word: Word, at: Date, language: Written): string =>
  (word === 'tid' ? formatDateTime : deadlineIn[kind.deadline ?? 'minute'])(at, language);
const isMoment = (word: Word): boolean => word === 'frist' || word === 'tid';

/** What the service says of itself, with placeholders. */
export function standardText(name: KindName, language: Written): Words {
  const kind = kindOf(name);
  const tokens: Record<string, unknown> = { ...kind.when };
  for (const word of kind.words)
    for (const param of names[word])
      tokens[param] = isMoment(word) ? SOME_DAY : word === 'deler' ? [`{${word}}`] : `{${word}}`;
  const letter = texts(language).letters[kind.template] as unknown as Record<
    keyof Words,
    (p: Params) => string
  >;
  const say = (part: keyof Words) =>
    kind.words
      .filter(isMoment)
      .reduce(
        (said, word) => said.replaceAll(momentIn(kind, word, SOME_DAY, language), `{${word}}`),
        letter[part]({ place: '', ...tokens }),
      );
  return { subject: say('subject'), body: say('body') };
}

/** What stands for each placeholder in a letter with these `params`. */
function valuesOf(kind: Kind, language: Written, params: Params): Values {
  const found = kind.words.map((word) => {
    const value = names[word].map((param) => params[param]).find((one) => one !== undefined);
    if (value instanceof Date) {
      // The place goes with the hour, where there is one.
      const { place } = params;
      const where = word === 'tid' && typeof place === 'string' && place ? `, ${place}` : '';
      return [word, momentIn(kind, word, value, language) + where] as const;
    }
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
  forget?: string,
): RenderedLetter {
  const values = valuesOf(kindOf(name), language, params);
  return renderWritten(language, {
    subject: fillIn(subject, values, ', '),
    body: fillIn(body, values),
    path: params.path,
    forget,
  });
}
