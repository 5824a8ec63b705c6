/** OpenAPI 3.1 from the schemas of the routes, at /api/openapi.json. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

export const openapi = fp(
  async (app: FastifyInstance) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Etikkprisen',
          version: '1',
          description: 'Everything the pages do, as JSON. Refusals are application/problem+json (RFC 9457).',
        },
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', description: 'A token from /min-side/nokler' },
          },
        },
        security: [{ bearer: [] }],
      },
      // Pages are for people; only the API is described.
      transform: ({ schema, url }) => ({ schema: { ...schema, hide: !url.startsWith('/api/v1') }, url }),
    });
    app.get('/api/openapi.json', { config: { action: 'public' }, schema: { hide: true } }, async () =>
      app.swagger(),
    );
  },
  { name: 'openapi' },
);
