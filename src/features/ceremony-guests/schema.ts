/** Who comes to the ceremony: a link to a form elsewhere, or places and a waiting list here. */
import Type, { type Static } from 'typebox';
import { openForm } from '../../platform/http/open-form.ts';
import { LANGS } from '../../ui/text/index.ts';

const uuid = Type.String({ format: 'uuid' });
const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };

export const modes = ['off', 'link', 'form'] as const;
export type Mode = (typeof modes)[number];
export const NAME_LENGTH = 200;
export const NEEDS_LENGTH = 500;
export const TEXT_LENGTH = 1000;
/** In a day: from one network (a municipality may come with many), from everybody together, and of one address. */
export const MOST = { source: 40, all: 1000, address: 3 } as const;

const name = Type.String({ minLength: 1, maxLength: NAME_LENGTH });
const organisation = Type.String({ maxLength: NAME_LENGTH });
const email = Type.String({ format: 'email', maxLength: 254 });
const needs = Type.String({ maxLength: NEEDS_LENGTH });
const asked = { name, email, organisation: Type.Optional(organisation), needs: Type.Optional(needs) };
export const guestForm = Type.Object({ ...asked, ...openForm });
export const GuestBody = Type.Object(
  {
    ...asked,
    needs: Type.Optional(
      Type.String({
        maxLength: NEEDS_LENGTH,
        description: 'Allergies, or what it takes to come; deleted 14 days after',
      }),
    ),
    language: Type.Optional(Type.Enum([...LANGS])),
  },
  closed,
);

const url = Type.String({ maxLength: 500 });
const text = Type.String({ maxLength: TEXT_LENGTH });
const version = Type.Integer({ minimum: 0 });
const places = Type.Integer({ minimum: 1, maximum: 10_000 });
export const settingsForm = Type.Object({
  version,
  mode: Type.Enum([...modes]),
  url: Type.Optional(url),
  'text.nb': Type.Optional(text),
  'text.nn': Type.Optional(text),
  places: Type.Optional(places),
  closesAt: Type.Optional(Type.String()),
  closesAtTime: Type.Optional(Type.String()),
});
const both = Type.Object({ nb: text, nn: text }, closed);
export const SettingsBody = Type.Object(
  {
    version,
    mode: Type.Enum([...modes], {
      description: '`link`: to a form elsewhere; `form`: places and waiting list here',
    }),
    url: Type.Optional(url),
    text: Type.Optional(both),
    places: Type.Optional(places),
    closesAt: Type.Optional(instant),
  },
  closed,
);
export interface NewSettings {
  version: number;
  mode: Mode;
  url?: string | undefined;
  text?: { nb: string; nn: string } | undefined;
  places?: number | undefined;
  closesAt?: Date | undefined;
}

export const Settings = Type.Object({
  version: Type.Integer({ description: '0 as long as nobody has said anything' }),
  mode: Type.Enum([...modes]),
  url: nullable(Type.String()),
  text: Type.Object({ nb: Type.String(), nn: Type.String() }),
  places: nullable(Type.Integer()),
  closesAt: nullable(instant),
});
export type Settings = Static<typeof Settings>;

export const Guest = Type.Object({
  id: uuid,
  name: Type.String(),
  organisation: Type.String(),
  email: Type.String(),
  needs: Type.String(),
  askedAt: instant,
  placedAt: nullable(instant),
  waiting: nullable(
    Type.Integer({ description: 'The place in the waiting list; null for one with a place' }),
  ),
});
export type Guest = Static<typeof Guest>;
export const token = Type.String({ pattern: '^[\\w-]{1,100}$' });

/** In bokmål; the others have it under their prefix. */
export const guestPath = '/seremoni/pamelding';
