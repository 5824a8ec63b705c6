/** The forms of a meeting, read into what the commands take. */
import Type from 'typebox';
import { itemOrders, type MeetingPerson, type PeopleIn } from './schema.ts';

/** One answer for each of these people. */
export const peopleSchema = (people: readonly MeetingPerson[]) =>
  Type.Object(
    Object.fromEntries(
      people.map(({ personId }) => [`person-${personId}`, Type.Enum(['away', 'none', 'new'])]),
    ),
    { additionalProperties: false },
  );

export const peopleFrom = (given: object): PeopleIn => ({
  present: Object.entries(given as Record<string, string>).flatMap(([name, answer]) =>
    answer === 'away' ? [] : [{ personId: name.slice('person-'.length), newConflict: answer === 'new' }],
  ),
});

/** With a number for each application, in whatever order: `placesFrom` reads these. */
export const orderSchema = (ids: readonly string[]) =>
  Type.Object(
    {
      order: Type.Enum([...itemOrders]),
      ...Object.fromEntries(
        ids.map((id) => [`place-${id}`, Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 }))]),
      ),
    },
    { additionalProperties: false },
  );

/** The applications by their numbers; those without one come last. */
export const placesFrom = (given: object, ids: readonly string[]): string[] => {
  const number = (id: string) => (given as Record<string, number | undefined>)[`place-${id}`] ?? Infinity;
  return ids.toSorted((a, b) => number(a) - number(b));
};
