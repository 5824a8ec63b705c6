/** Everything that was written and said about an application: the letters of the service, and what the secretariat has filed. */
import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const contactKinds = ['mail', 'call', 'note'] as const;
export const CONTACT_LENGTH = 5000;
const withWhom = Type.String({ maxLength: 200 });
const text = Type.String({ minLength: 1, maxLength: CONTACT_LENGTH });
const kind = Type.Enum([...contactKinds]);

export const NewContact = Type.Object(
  {
    kind,
    withWhom: Type.Optional(withWhom),
    text,
    happenedAt: Type.String({
      format: 'date-time',
      description: 'When it came or was said; never later than now',
    }),
  },
  { additionalProperties: false },
);
export const contactForm = Type.Object({
  kind,
  withWhom: Type.Optional(withWhom),
  text,
  happened: Type.String(),
  happenedTime: Type.String(),
});
export interface ContactInput {
  kind: (typeof contactKinds)[number];
  withWhom?: string | undefined;
  text: string;
  happenedAt: Date;
}

export const ThreadItem = Type.Object({
  id: uuid,
  kind: Type.Enum(['letter', ...contactKinds]),
  at: instant,
  /** The recipient's address, or whom it was with. */
  withWhom: Type.String(),
  subject: Type.String({ description: 'Of a letter; empty otherwise' }),
  language: Type.String(),
  text: nullable(
    Type.String({ description: 'Null where it holds what lets somebody in, and where it was struck out' }),
  ),
  state: nullable(
    Type.Enum(['queued', 'sending', 'sent', 'failed', 'unknown'], { description: 'Of a letter' }),
  ),
  filedBy: nullable(Type.String()),
  struckAt: nullable(instant),
});
export type ThreadItem = Static<typeof ThreadItem>;
