/** An application that came outside of the form, as the API takes and gives it. */
import Type, { type Static } from 'typebox';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const line = (maxLength = 300) => Type.String({ minLength: 1, maxLength });

export const ways = ['post', 'email', 'other'] as const;
export type Way = (typeof ways)[number];

/** What a form and the API ask for alike. */
export const aboutReceived = {
  kind: Type.Enum(['municipality', 'district', 'enterprise', 'cooperation']),
  organisation: line(),
  key: Type.Optional(Type.String({ maxLength: 100 })),
  unit: Type.Optional(Type.String({ maxLength: 300 })),
  organisationNumber: Type.Optional(Type.String({ maxLength: 40 })),
  language: Type.Enum(['nb', 'nn']),
  contactName: line(),
  contactEmail: Type.String({ format: 'email', maxLength: 254 }),
  cameBy: Type.Enum([...ways]),
  reason: Type.String({ minLength: 1, maxLength: 2000, description: 'Stands in the record' }),
};
export const NewReceived = Type.Object(
  {
    ...aboutReceived,
    partners: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50, description: 'Only of a cooperation' }),
    ),
    receivedAt: Type.String({ format: 'date-time', description: 'When it came' }),
  },
  { additionalProperties: false },
);
export type NewReceived = Omit<Static<typeof NewReceived>, 'receivedAt'> & { receivedAt: Date };

export const ReceivedOut = Type.Object({
  id: uuid,
  organisation: Type.String(),
  unit: Type.String(),
  kind: Type.String(),
  organisationNumber: nullable(Type.String()),
  partners: Type.Array(Type.String()),
  language: Type.String(),
  contactName: Type.String(),
  contactEmail: Type.String(),
  cameBy: Type.Enum([...ways]),
  receivedAt: instant,
  reason: Type.String(),
  state: Type.Enum(['registered', 'approved', 'declined']),
  registeredBy: Type.String(),
  registeredAt: instant,
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(instant),
  nominationId: nullable(Type.String({ format: 'uuid', description: 'The application that it has become' })),
  files: Type.Array(
    Type.Object({
      id: uuid,
      name: Type.String(),
      mediaType: Type.String(),
      bytes: Type.Integer(),
      sha256: Type.String(),
    }),
  ),
  mayAttach: Type.Boolean(),
  mayApprove: Type.Boolean({ description: 'Never whoever registered it, and not without its original' }),
  mayDecline: Type.Boolean(),
});
export type ReceivedOut = Static<typeof ReceivedOut>;
