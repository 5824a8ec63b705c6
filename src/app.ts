/**
 * THE TABLE OF CONTENTS. Every plugin and every route, registered by name and nested by who may come in:
 * the whole of what can be asked of the service, and by whom, is on this screen.
 */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import { resources } from './core/policy/resources.ts';
import { correspondenceApi } from './features/correspondence/api.ts';
import { correspondencePages } from './features/correspondence/pages.ts';
import { devApi } from './features/dev/api.ts';
import { recordsApi } from './features/records/api.ts';
import { recordsPages } from './features/records/pages.ts';
import { publicPages } from './features/publication/public-pages.ts';
import { footerLinks, navigation, publicNavigation } from './navigation.ts';
import { health } from './platform/http/health.ts';
import { actions } from './platform/http/actions.ts';
import { http } from './platform/http/index.ts';
import { requestId } from './platform/http/logging.ts';
import { openapi } from './platform/http/openapi.ts';
import type { Services } from './platform/services.ts';

/** The service, ready to listen or to be asked with `inject`. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = fastify({
    loggerInstance: log,
    genReqId: requestId,
    // Only the proxies in front of us are believed about where a request comes from.
    trustProxy: (_address, hop) => hop < config.trustProxy,
    requestTimeout: 120_000,
    return503OnClosing: true,
  });
  const demo = config.mode === 'demo';

  await app.register(http, { services, navigation, publicNavigation, footerLinks });
  await app.register(actions, { policyActions: policyActions() });
  await app.register(openapi);
  await app.register(health, { services });

  // The public: the same for everyone, no session.
  await app.register(publicPages, { services });

  // Pages for those who are signed in; what each may see is the policy's.
  await app.register(async (pages) => {
    await pages.register(correspondencePages, { services });
    await pages.register(recordsPages, { services });
  });

  // The same as JSON, for programs: no coercion, unknown fields refused.
  await app.register(
    async (api) => {
      api.setValidatorCompiler(TypeBoxValidatorCompiler);
      await api.register(correspondenceApi, { services });
      await api.register(recordsApi, { services });
      if (demo) await api.register(devApi, { services });
    },
    { prefix: '/api/v1' },
  );
  return app;
}

/** '<resource>.<action>' of every rule: a route may name these and no others. */
const policyActions = (): Set<string> =>
  new Set(
    Object.entries(resources).flatMap(([name, { rules }]) =>
      Object.keys(rules).map((action) => `${name}.${action}`),
    ),
  );
