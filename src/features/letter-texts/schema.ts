/** The words of letters, as the API and the form take them. */
import Type, { type Static } from 'typebox';
import { kindNames, type KindName, type Words, type Written } from './kinds.ts';

export type Both = Record<Written, Words>;

/** The words of a letter that follows from something, for whoever agrees to that. */
export interface SaidLetter {
  letter: KindName;
  /** With its placeholders. */
  says: Both;
}

const subject = Type.String({ minLength: 1, maxLength: 160, pattern: String.raw`^[^\n]*$` });
const body = Type.String({ minLength: 1, maxLength: 5000 });
const words = Type.Object({ subject, body }, { additionalProperties: false });
export const BothWords = Type.Object({ nb: words, nn: words }, { additionalProperties: false });

export const letterName = Type.Enum(kindNames);
export const textForm = Type.Object({
  'texts.nb.subject': subject,
  'texts.nb.body': body,
  'texts.nn.subject': subject,
  'texts.nn.body': body,
  version: Type.Integer({ minimum: 0 }),
  /** Which button: show it, or save it. */
  vis: Type.Optional(Type.Literal('1')),
});
export const fromForm = (form: Static<typeof textForm>): Both => ({
  nb: { subject: form['texts.nb.subject'], body: form['texts.nb.body'] },
  nn: { subject: form['texts.nn.subject'], body: form['texts.nn.body'] },
});
export const asForm = ({ nb, nn }: Both): Record<string, string> => ({
  'texts.nb.subject': nb.subject,
  'texts.nb.body': nb.body,
  'texts.nn.subject': nn.subject,
  'texts.nn.body': nn.body,
});

const shown = Type.Object({ subject: Type.String(), body: Type.String() });
const both = Type.Object({ nb: shown, nn: shown });
export const ListedText = Type.Object({
  letter: letterName,
  isOwn: Type.Boolean({ description: 'The year has written its own words' }),
  version: Type.Integer({ description: '0 as long as nobody has' }),
  writtenBy: Type.Union([Type.String(), Type.Null()]),
  writtenAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type ListedText = Static<typeof ListedText>;
export const TextPreview = Type.Object({
  ...both.properties,
  of: Type.Union([Type.String(), Type.Null()], {
    description: 'The applicant whose data it shows; null where there is none yet',
  }),
});
export type TextPreview = Static<typeof TextPreview>;
export const WholeText = Type.Object({
  ...ListedText.properties,
  placeholders: Type.Array(Type.String()),
  texts: both,
  standard: both,
  preview: TextPreview,
  history: Type.Array(
    Type.Object({
      version: Type.Integer(),
      writtenBy: Type.String(),
      writtenAt: Type.String({ format: 'date-time' }),
      texts: Type.Union([both, Type.Null()], { description: 'Null: the standard again' }),
    }),
  ),
});
export type WholeText = Static<typeof WholeText>;
