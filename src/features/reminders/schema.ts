import Type, { type Static } from 'typebox';
import { reminderKinds } from '../editions/schema.ts';

/** What the secretariat can stop or let go at once: reminders of drafts, of the call, and of what is left before a date. */
export const steeredKinds = ['drafts', 'call', ...reminderKinds] as const;
export type SteeredKind = (typeof steeredKinds)[number];

/** A reminder that is still to come. */
export interface ComingReminder {
  kind: SteeredKind;
  at: Date;
  /** How many drafts, or people who asked, it is about; null where it is not counted. */
  count: number | null;
  stopped: boolean;
  stoppedBy: string | null;
}
/** …with whom it would go to now. */
export interface SteeredReminder extends ComingReminder {
  /** The next of its kind: the only one that can be let go at once. */
  isNext: boolean;
  /** By name; null for what is counted. */
  recipients: readonly string[] | null;
}

export const REASON_LENGTH = 1000;
const instant = Type.String({ format: 'date-time' });
const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

export const order = {
  kind: Type.Enum([...steeredKinds]),
  at: Type.String({ format: 'date-time', description: 'The instant at which it would go by itself' }),
};
export const reason = Type.String({ minLength: 1, maxLength: REASON_LENGTH });
export const orderTypes = ['sendNow', 'stop', 'resume'] as const;
export type OrderType = (typeof orderTypes)[number];

export const reminderOut = Type.Object({
  kind: Type.Enum([...steeredKinds]),
  at: instant,
  count: orNull(
    Type.Integer({
      description: 'How many drafts, or people who asked, it is about; null for what is not counted',
    }),
  ),
  stopped: Type.Boolean(),
  stoppedBy: orNull(Type.String()),
  isNext: Type.Boolean({ description: 'The next of its kind, which can be sent at once' }),
  recipients: orNull(
    Type.Array(Type.String(), { description: 'Whom it would go to now, by name; null for what is counted' }),
  ),
});

export const asJson = (one: SteeredReminder): Static<typeof reminderOut> => ({
  ...one,
  at: one.at.toISOString(),
  recipients: one.recipients && [...one.recipients],
});

/** The field of a form for the reason: there is one for each reminder on a page. */
export const reasonField = ({ kind, at }: { kind: string; at: string }): string => `reason-${kind}-${at}`;
