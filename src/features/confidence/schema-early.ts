import Type, { type Static } from 'typebox';
import { openings, type Opening } from '../../core/policy/outcome.ts';

/** Roles and seats that open something of the outcome before it is public. A test compares them with the rule table. */
export const earlyRoles = ['secretary', 'leader', 'communications', 'embargoReader', 'auditor'] as const;
export const earlySeats = ['chair', 'deputyChair', 'member'] as const;

/** One way in: a person with a role and a seat stands on the list twice. */
export interface EarlyReader {
  personId: string;
  name: string;
  email: string;
  part: (typeof earlyRoles)[number] | (typeof earlySeats)[number];
  /** Of a seat; empty for a role. */
  organisation: string;
  /** The leader whose substitute a leader is. */
  substituteFor: string | null;
  since: Date;
  until: Date | null;
  /** Null: the service itself, at its first start. */
  letInBy: string | null;
  /** The rules of confidence, in whichever wording. */
  confirmedAt: Date | null;
  /** `unconfirmed`: sees nothing before the rules of confidence are confirmed in the wording that holds. `rests`: takes part in the year. */
  state: 'sees' | 'rests' | 'unconfirmed' | 'upcoming' | 'ended';
  /** What the person has opened before it was public, each with the first time. */
  opened: { what: Opening; at: Date }[];
}

const text = Type.String();
const instantText = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const EarlyReadersOut = Type.Object({
  readers: Type.Array(
    Type.Object({
      personId: Type.String({ format: 'uuid' }),
      name: text,
      email: text,
      part: Type.Enum([...earlyRoles, ...earlySeats]),
      organisation: text,
      substituteFor: nullable(text),
      since: instantText,
      until: nullable(instantText),
      letInBy: nullable(text),
      confirmedAt: nullable(instantText),
      state: Type.Enum(['sees', 'rests', 'unconfirmed', 'upcoming', 'ended']),
      opened: Type.Array(Type.Object({ what: Type.Enum([...openings]), at: instantText })),
    }),
  ),
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
export const earlyReaderAsJson = ({
  since,
  until,
  confirmedAt,
  opened,
  ...rest
}: EarlyReader): Static<typeof EarlyReadersOut>['readers'][number] => ({
  ...rest,
  since: since.toISOString(),
  until: iso(until),
  confirmedAt: iso(confirmedAt),
  opened: opened.map(({ what, at }) => ({ what, at: at.toISOString() })),
});
