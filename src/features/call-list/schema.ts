/** The list that the call is sent to. */
import Type, { type Static } from 'typebox';
import { TEXT_BYTES } from '../../platform/http/text-upload.ts';

const uuid = Type.String({ format: 'uuid' });

/** At once; more can be added afterwards. */
export const MOST_LINES = 1000;
const NAME_LENGTH = 200;

export const email = Type.String({ format: 'email', maxLength: 254 });
export const listForm = Type.Object({
  lines: Type.String({ minLength: 1, maxLength: TEXT_BYTES }),
  /** Which button: add them; else they are only looked at. */
  add: Type.Optional(Type.Literal('1')),
});
/** Behind the link of a letter: no more of them, or the address away altogether. */
export const linkForm = Type.Object({ do: Type.Optional(Type.Literal('erase')) });
export const ListBody = Type.Object(
  {
    recipients: Type.Array(
      Type.Object(
        {
          email,
          name: Type.Optional(Type.String({ maxLength: NAME_LENGTH })),
          language: Type.Optional(Type.Enum(['nb', 'nn'])),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: MOST_LINES },
    ),
  },
  { additionalProperties: false },
);

/** Somebody as a line names them. */
export interface Line {
  line: number;
  email: string;
  name: string;
  language: 'nb' | 'nn';
}
export const faults = ['email', 'language', 'name', 'tooMany'] as const;
export interface Fault {
  line: number;
  what: (typeof faults)[number];
  /** What stands there. */
  text: string;
}
export interface Skipped {
  line: number;
  email: string;
  why: 'twice' | 'onList' | 'unsubscribed';
}
/** What a list says: who comes to it, what is wrong with it, and who is left out. */
export interface Reading {
  people: Line[];
  faults: Fault[];
  skipped: Skipped[];
}
export { NAME_LENGTH };

export const Recipient = Type.Object({
  id: uuid,
  email: Type.String(),
  name: Type.String(),
  language: Type.Enum(['nb', 'nn']),
  unsubscribed: Type.Boolean(),
});
export type Recipient = Static<typeof Recipient>;
export const AddedOut = Type.Object({
  added: Type.Integer(),
  skipped: Type.Array(
    Type.Object({
      line: Type.Integer({ description: 'Its place in what was sent, from 1' }),
      email: Type.String(),
      why: Type.Enum(['twice', 'onList', 'unsubscribed']),
    }),
  ),
});
