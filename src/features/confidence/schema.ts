import Type from 'typebox';
import { role, type GrantedRole } from '../people/schema.ts';

const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A role of one's own that the rules of confidence are for. */
export interface MyRole {
  role: GrantedRole;
  /** Null: every year. */
  year: number | null;
  confirmedAt: Date | null;
}

/** What is ticked in the form, and the page one was on the way to. */
export const AcceptanceForm = Type.Object({
  accept: Type.Literal('yes'),
  til: Type.Optional(Type.String({ maxLength: 2000 })),
});
export const AcceptanceBody = Type.Object({ accept: Type.Literal(true) }, { additionalProperties: false });

export const MyConfidenceOut = Type.Object({
  wording: Type.Integer({ description: 'The wording that holds now' }),
  roles: Type.Array(Type.Object({ role, year: nullable(Type.Integer()), confirmedAt: nullable(instant) })),
});
