/** The description of the API, made from the schemas of its routes. Registered before them. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const problemJson = {
  description: 'Refused: what is wrong, in words for people and by name (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'errors', 'requestId'],
  properties: {
    type: { type: 'string' as const, description: 'urn:etikkprisen:problem:<name>' },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['message'],
        properties: {
          field: { type: 'string' as const },
          requirement: { type: 'string' as const },
          message: { type: 'string' as const },
        },
      },
    },
    params: { type: 'object' as const, additionalProperties: true },
    requestId: { type: 'string' as const },
  },
};

const description = `Everything that the pages do. Sign in with a bearer token that a person has made at /min-side/nokler
or with POST /sign-in. Reads of anything with a process behind it carry \`state\`, \`version\` and \`allowedActions\`;
an event is sent with the version that was read. An id that one may not know of is answered like one that does not exist.`;

export const openapi = fp(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Etikkprisen', version: '1', description },
        security: [{ token: [] }],
        components: {
          securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
          schemas: { Problem: problemSchema },
        },
      },
      // Pages are for people; only the API is described.
      transform: ({ schema, url }) => ({ schema: { ...schema, hide: !url.startsWith('/api/v1') }, url }),
      transformObject: (made) => withRefusals('openapiObject' in made ? made.openapiObject : {}) as never,
    });
    app.get('/api/openapi.json', { config: { action: 'public' }, schema: { hide: true } }, async () =>
      app.swagger(),
    );
  },
  { name: 'openapi' },
);

type Operation = { responses?: Record<string, unknown> };

/** Every operation may be refused in the one way that there is. */
function withRefusals(document: object): object {
  const paths = Object.values(
    (document as { paths?: Record<string, Record<string, Operation>> }).paths ?? {},
  );
  for (const operation of paths.flatMap((path) => Object.values(path)))
    operation.responses = { ...operation.responses, default: problemJson };
  return document;
}
