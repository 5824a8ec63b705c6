import Type, { type Static } from 'typebox';

const minute = 60_000;
const hour = 60 * minute;

/** Time and number for everything that guards the door, in real time. Milliseconds where it is a time. */
export const limits = {
  /** A letter is read within minutes; a code that lies in an inbox for longer is only a risk. */
  linkLife: 15 * minute,
  /** With six digits, five tries guess right once in 200,000. */
  triesPerLink: 5,
  /** Wrong codes for one address in 24 hours; after that only the link in the letter works. */
  triesPerDay: 20,
  /** Letters to one address in an hour: enough for somebody who does not find the first ones. */
  lettersPerHour: 5,
  /** Letters asked for from one network address in an hour: a whole town hall may share one. */
  lettersPerSource: 100,
  /** Longer than a working day with its lunch, shorter than a night: nobody finds an open session in the morning. */
  sessionIdle: 8 * hour,
  /** Also with work all day long, one signs in once a day. */
  sessionLife: 24 * hour,
  /** Written down at most this often that a session is in use. */
  sessionSeenEvery: minute,
  /** A text that was kept is sent the same or the next day, or never. */
  keptFormLife: 24 * hour,
  /** Characters of a kept form; the longest part of an application is far below. */
  keptFormSize: 500_000,
  keptFormsPerPerson: 20,
  /** Links and sessions are remembered this long after their end: to count by, and to know whose form to keep. */
  remembered: 48 * hour,
} as const;

export const emailAddress = Type.String({ format: 'email', maxLength: 254 });
/** People copy codes with spaces around and in the middle. */
const code = Type.String({ pattern: '^\\s*(\\d\\s*){6}$', description: 'Six digits' });

export const emailForm = Type.Object({
  email: emailAddress,
  til: Type.Optional(Type.String({ maxLength: 2000 })),
  /** The form asked whether others use this device; the box comes along when they do. */
  asked: Type.Optional(Type.String()),
  shared: Type.Boolean(),
});
export const codeForm = Type.Object({ code: Type.String() });

export const signInBody = Type.Object({ email: emailAddress }, { additionalProperties: false });
export const codeBody = Type.Object(
  { attempt: Type.String({ maxLength: 100, description: 'From POST /sign-in' }), code },
  { additionalProperties: false },
);
export type CodeBody = Static<typeof codeBody>;

/** What the sign-in pages show about a letter that is under way. */
export interface PendingLink {
  email: string;
  returnTo: string;
}

export interface KeptForm {
  id: string;
  path: string;
  /** Fields in the order they were sent. */
  fields: readonly (readonly [name: string, value: string])[];
  createdAt: Date;
  expiresAt: Date;
}
