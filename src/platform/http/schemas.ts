/**
 * What a route takes and gives is made into code when the route is first asked, not when the service starts: there are hundreds of
 * them, and a start would wait for all. A schema that cannot be compiled is found by `tests/app.long.test.ts`, which makes every one.
 */
import buildSerializer from '@fastify/fast-json-stringify-compiler';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

type Factories = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;

/** A function that is made by `make` when it is first called. */
function onFirstCall<Given extends unknown[], Answer>(make: () => (...given: Given) => Answer) {
  let made: ((...given: Given) => Answer) | undefined;
  return (...given: Given): Answer => (made ??= make())(...given);
}

/** For the server's options: an answer holds the fields of its schema and no others, whatever a query brought. */
export const answersBySchema: Factories = {
  buildSerializer(shared, options) {
    const compile = buildSerializer()(shared, options);
    return (route) => onFirstCall(() => compile(route));
  },
};

/** What is sent is checked against the route's schema. */
export function checkBySchema(app: FastifyInstance): void {
  app.setValidatorCompiler((route) => onFirstCall(() => TypeBoxValidatorCompiler(route)));
}
