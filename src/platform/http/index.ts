/** The HTTP layer in the order in which it meets a request. Sessions and routes come after it. */
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Services } from '../services.ts';
import { assets } from './assets.ts';
import { pdfjs } from './pdfjs.ts';
import { compression } from './compression.ts';
import { requestContext } from './context.ts';
import { errorHandling } from './errors.ts';
import { securityHeaders } from './headers.ts';
import { originCheck } from './origin.ts';
import { pages } from './pages.ts';
import type { PagesOptions } from './pages.ts';
import { storableBodies } from './storable.ts';
import { FILES_LIMIT } from './uploads.ts';

/** Bytes of a form or a JSON body: a whole application in words is well under this. */
export const BODY_LIMIT = 1_048_576;

export interface HttpOptions extends Pick<
  PagesOptions,
  'navigation' | 'discoveredLink' | 'publicNavigation' | 'footerLinks' | 'rememberLanguage'
> {
  services: Pick<Services, 'config' | 'clock'>;
}

/**
 * Headers, request context (`now`, `lang`, `actor`), origin check, forms, pages, errors, assets.
 * Registered once, on the root: hooks run in this order, all before the body is read.
 */
export const http = fp(
  async (app: FastifyInstance, { services, ...own }: HttpOptions) => {
    const { config, clock } = services;
    const https = config.baseUrl.startsWith('https:');
    await app.register(securityHeaders, { https });
    await app.register(requestContext, { clock });
    await app.register(compression);
    await app.register(originCheck, { baseUrl: config.baseUrl });
    await app.register(formbody, { bodyLimit: BODY_LIMIT });
    await app.register(storableBodies);
    // Before the first route: those registered earlier would answer errors in another way.
    await app.register(errorHandling, { body: BODY_LIMIT, file: config.maxUploadBytes, files: FILES_LIMIT });
    await app.register(pages, {
      demo: config.mode === 'demo',
      practice: config.practice ?? false,
      https,
      help: { email: config.helpEmail, phone: config.helpPhone },
      ...own,
    });
    await app.register(assets);
    await app.register(pdfjs);
  },
  { name: 'http' },
);
