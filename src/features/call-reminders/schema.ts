/** "Remind me" of a call. */
import Type from 'typebox';
import { LANGS } from '../../ui/text/index.ts';

export const email = Type.String({ format: 'email', maxLength: 254 });
export const askForm = Type.Object({ email });
export const answerForm = Type.Object({ do: Type.Enum(['confirm', 'remove']) });
export const AskBody = Type.Object(
  { email, language: Type.Optional(Type.Enum([...LANGS])) },
  { additionalProperties: false },
);
export const AnswerBody = Type.Object(
  { type: Type.Enum(['confirm', 'remove']) },
  { additionalProperties: false },
);
export const token = Type.String({ pattern: '^[\\w-]{1,100}$' });

/** In a day: letters to one address, and letters that one network asks for. */
export const MOST = { address: 3, source: 20 } as const;
