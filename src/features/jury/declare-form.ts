/** The form of declarations: any number of applicants at once, each with its own fields. */
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import Type, { type TSchema } from 'typebox';
import { contextOf, transact } from '../../core/process/unit.ts';
import type { DB } from '../../platform/db/types.ts';
import { submitForm, type Sent } from '../../platform/http/forms.ts';
import { problem } from '../../platform/http/problem.ts';
import { declare } from './commands.ts';
import { declarationsOf, type Asked, type ToDeclare } from './queries-declarations.ts';
import { answers, grounds, type Answer, type Ground } from './schema.ts';

/** Saves every answer that is new or another than before; `all` tells whether nothing is left to answer. */
export async function saveDeclarations(
  db: Kysely<DB>,
  request: FastifyRequest,
  asked: Asked,
): Promise<Sent<{ all: boolean }>> {
  const applicants = await declarationsOf(db, request, asked);
  return submitForm(request, formOf(applicants), (given) =>
    transact(db, contextOf(request), async (unit) => {
      const said = applicants.map((one) => readOne(one, given as Record<string, unknown>));
      const bare = said.filter(
        ({ answer, grounds: chosen }) => answer === 'connection' && chosen.length === 0,
      );
      if (bare.length)
        throw problem(
          'request/invalid',
          {},
          bare.map(({ id }) => ({
            field: `grounds-${id}`,
            message: (t) => t.jury.declaration.groundsMissing,
          })),
        );
      for (const { id, answer, grounds: chosen, note, before } of said) {
        if (answer && (answer !== 'none' || before !== 'none'))
          await declare(unit, id, { answer, grounds: chosen, note });
      }
      return {
        all: (await declarationsOf(unit.trx, unit, asked)).every(({ standing }) => standing !== 'undeclared'),
      };
    }),
  );
}

/** Where something is pending or decided there is nothing to answer: the others decide. */
const open = ({ standing }: ToDeclare): boolean => standing === 'undeclared' || standing === 'free';

const formOf = (applicants: readonly ToDeclare[]) =>
  Type.Object(
    Object.fromEntries(
      applicants.filter(open).flatMap(({ id }): [string, TSchema][] => [
        [`answer-${id}`, Type.Optional(Type.Enum([...answers]))],
        [`grounds-${id}`, Type.Array(Type.Enum([...grounds]))],
        [`note-${id}`, Type.Optional(Type.String({ maxLength: 2000 }))],
      ]),
    ),
    { additionalProperties: false },
  );

function readOne({ id, answer: before }: ToDeclare, given: Record<string, unknown>) {
  return {
    id,
    before,
    answer: given[`answer-${id}`] as Answer | undefined,
    grounds: (given[`grounds-${id}`] ?? []) as Ground[],
    note: (given[`note-${id}`] ?? '') as string,
  };
}
