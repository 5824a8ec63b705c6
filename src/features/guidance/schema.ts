import Type from 'typebox';

export const HELP_LENGTH = 4000;

/** A region and its adviser, as everybody may see them. */
export interface RegionCard {
  id: string;
  name: Readonly<Record<string, string>>;
  adviser: { id: string; name: string; email: string; phone: string } | null;
}
export interface Region extends RegionCard {
  position: number;
  counties: readonly string[];
  version: number;
}
/** That somebody could, or can, read a draft. */
export interface Access {
  personId: string;
  name: string;
  givenBy: string;
  givenAt: Date;
  endedAt: Date | null;
  /** Has told of a connection to the applicant: the draft is closed to them, whatever the access says. */
  out: boolean;
}
export interface HelpMessage {
  name: string;
  bySecretariat: boolean;
  text: string;
  writtenAt: Date;
}
export interface HelpRequest {
  id: string;
  askedAt: Date;
  askedBy: string;
  closedAt: Date | null;
  closedWhy: 'applicant' | 'sent' | null;
  messages: readonly HelpMessage[];
}

const text = Type.String();
const maybeTime = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
export const regionFields = {
  name: Type.Object({
    nb: Type.String({ minLength: 1, maxLength: 120 }),
    nn: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  counties: Type.Array(Type.String({ pattern: '^[0-9]{2}$' }), { maxItems: 30 }),
  adviserName: Type.String({ maxLength: 200 }),
  adviserEmail: Type.String({ maxLength: 200, description: 'Empty where there is no adviser' }),
  adviserPhone: Type.String({ maxLength: 40 }),
};
export const regionSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  version: Type.Integer(),
  name: Type.Record(Type.String(), text),
  counties: Type.Array(text),
  adviser: Type.Union([Type.Object({ name: text, email: text, phone: text }), Type.Null()]),
});
export const helpSchema = Type.Object({
  region: Type.Union([
    Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.Record(Type.String(), text) }),
    Type.Null(),
  ]),
  access: Type.Array(
    Type.Object({
      name: text,
      givenBy: text,
      givenAt: Type.String({ format: 'date-time' }),
      endedAt: maybeTime,
      canRead: Type.Boolean({ description: 'False also for an adviser who has told of a connection' }),
    }),
    { description: 'Advisers who can, or could, read the draft' },
  ),
  requests: Type.Array(
    Type.Object({
      askedAt: Type.String({ format: 'date-time' }),
      askedBy: text,
      closedAt: maybeTime,
      messages: Type.Array(
        Type.Object({
          name: text,
          bySecretariat: Type.Boolean(),
          text,
          writtenAt: Type.String({ format: 'date-time' }),
        }),
      ),
    }),
    { description: 'What was asked of the secretariat, the latest first' },
  ),
});
