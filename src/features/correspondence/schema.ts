import type { Selectable } from 'kysely';
import Type from 'typebox';
import type { LettersTable } from '../../platform/db/types.ts';
import type { Texts } from '../../ui/text/index.ts';

export type LetterRow = Selectable<LettersTable>;
export type LetterState = LetterRow['state'];

/** Reasons of our own that stand in `letters.error`; anything else there is what the mail server said. */
export type LetterError = 'interrupted' | 'notMember' | 'outdated' | 'gaveUp';

type Catalogue = Texts['letters'];
/** The letters there are: every entry of the catalogue that has a subject and a body. */
export type LetterTemplate = {
  [K in keyof Catalogue]: Catalogue[K] extends { body: unknown } ? K : never;
}[keyof Catalogue];
/** What a letter's text asks for, besides the page it leads to. */
export type LetterParams<T extends LetterTemplate> = Parameters<Catalogue[T]['body']>[0] & {
  /** The page the letter leads to, beginning with '/'. */
  path: string;
};

/** Letters that hold what lets somebody in: emptied once they are sent, and never sent again. */
export const holdsKey = (template: string): boolean =>
  template === 'callReminderLink' ||
  template === 'signIn' ||
  template === 'leaderConfirmation' ||
  template === 'partnerConfirmation';

export interface Recipient {
  /** `null` for an address that belongs to nobody yet. */
  personId: string | null;
  email: string;
  language: string;
}

export interface NewLetter<T extends LetterTemplate> {
  template: T;
  /** One letter per key, however often it is asked for: name the happening and the recipient. */
  key: string;
  to: Recipient;
  editionId?: string | null;
  nominationId?: string | null;
  /** Where a mail program posts that the recipient wants no more (RFC 8058), beginning with '/'; of letters that one can decline. */
  unsubscribe?: string;
  /** Under a letter that was asked for: where one has deleted what is kept of one, beginning with '/'. */
  forgetAt?: string;
  /** From then on it says nothing that is of use, and does not go: the date that a reminder is about. */
  uselessAfter?: Date;
  /** A calendar file that goes with it. */
  calendar?: string;
  params: LetterParams<T>;
}

export const letterStates = Type.Enum(['queued', 'sending', 'sent', 'failed', 'unknown']);

/** An address to send to. */
export const email = Type.String({ format: 'email', maxLength: 254 });
/** What the mail that came back says. */
export const returnedReason = Type.String({ minLength: 1, maxLength: 1000 });
