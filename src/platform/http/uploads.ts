/** Forms that carry files. Every request of the scope passes what clears up after them, so read-only pages stand outside it. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Config } from '../../config.ts';

/** Files in one form. */
export const FILES_LIMIT = 10;

export const uploads = fp(
  async (
    app: FastifyInstance,
    { config: { maxUploadBytes } }: { config: Pick<Config, 'maxUploadBytes'> },
  ) => {
    await app.register(multipart, {
      throwFileSizeLimit: true,
      limits: {
        fileSize: maxUploadBytes,
        files: FILES_LIMIT,
        fields: 100,
        fieldSize: 100_000,
        parts: 110,
      },
    });
  },
  { name: 'uploads' },
);
