/**
 * THE TABLE OF CONTENTS. Every feature by name, and what every request passes on its way to one.
 * A feature's routes.ts names the plugins that it serves to everybody, to those who are signed in, and to programs.
 */
import type { FastifyInstance } from 'fastify';
import { resources } from './core/policy/resources.ts';
import { archive } from './features/archive/routes.ts';
import { ballots } from './features/ballots/routes.ts';
import { barriers } from './features/barriers/routes.ts';
import { callList } from './features/call-list/routes.ts';
import { callQuestions } from './features/call-questions/routes.ts';
import { callReminders } from './features/call-reminders/routes.ts';
import { ceremonyGuests } from './features/ceremony-guests/routes.ts';
import { ceremony } from './features/ceremony/routes.ts';
import { checking } from './features/checking/routes.ts';
import { completion } from './features/completion/routes.ts';
import { confidenceGate } from './features/confidence/gate.ts';
import { outcomeOpenings } from './features/confidence/openings.ts';
import { confidence } from './features/confidence/routes.ts';
import { confirmations } from './features/confirmations/routes.ts';
import { contacts } from './features/contacts/routes.ts';
import { correspondence } from './features/correspondence/routes.ts';
import { decisions } from './features/decisions/routes.ts';
import { desk } from './features/desk/routes.ts';
import { dev } from './features/dev/routes.ts';
import { documents } from './features/documents/routes.ts';
import { earlier } from './features/earlier/routes.ts';
import { editions } from './features/editions/routes.ts';
import { extensions } from './features/extensions/routes.ts';
import { feedback } from './features/feedback/routes.ts';
import { guidance } from './features/guidance/routes.ts';
import { history } from './features/history/routes.ts';
import { refusedReading } from './features/jury/refused.ts';
import { jury } from './features/jury/routes.ts';
import { letterBatches } from './features/letter-batches/routes.ts';
import { letterTexts } from './features/letter-texts/routes.ts';
import { meetings } from './features/meetings/routes.ts';
import { motions } from './features/motions/routes.ts';
import { namings } from './features/namings/routes.ts';
import { nominationTable } from './features/nomination-table/routes.ts';
import { nominations } from './features/nominations/routes.ts';
import { objections } from './features/objections/routes.ts';
import { oldApplications } from './features/old-applications/routes.ts';
import { organisations } from './features/organisations/routes.ts';
import { packages } from './features/packages/routes.ts';
import { people } from './features/people/routes.ts';
import { practice } from './features/practice/routes.ts';
import { protocol } from './features/protocol/routes.ts';
import { keptAnswers } from './features/publication/kept-answers.ts';
import { publication } from './features/publication/routes.ts';
import { reading } from './features/reading/routes.ts';
import { receipts } from './features/receipts/routes.ts';
import { received } from './features/received/routes.ts';
import { records } from './features/records/routes.ts';
import { reminders } from './features/reminders/routes.ts';
import { report } from './features/report/routes.ts';
import { results } from './features/results/routes.ts';
import { retention } from './features/retention/routes.ts';
import { sessions } from './features/sign-in/session.ts';
import { signIn } from './features/sign-in/routes.ts';
import { statements } from './features/statements/routes.ts';
import { writing } from './features/writing/routes.ts';
import type { Feature, FeatureOptions } from './features/feature.ts';
import { rememberLanguage } from './features/people/commands.ts';
import { createRedraws } from './features/results/redraws.ts';
import { discoveredLink, footerLinks, navigation, publicNavigation } from './navigation.ts';
import { actions } from './platform/http/actions.ts';
import { health } from './platform/http/health.ts';
import { http } from './platform/http/index.ts';
import { openapi } from './platform/http/openapi.ts';
import { requestLog } from './platform/http/request-log.ts';
import { newServer } from './platform/http/server.ts';
import { uploads } from './platform/http/uploads.ts';
import type { Services } from './platform/services.ts';

/** All that the service does, by who does most of it. What each serves, and to whom, is in its routes.ts. */
const features: readonly Feature[] = [
  // The public.
  publication,
  checking,
  barriers,
  callList,
  callQuestions,
  callReminders,
  ceremony,
  ceremonyGuests,
  // The door.
  signIn,
  people,
  confidence,
  // Those who apply.
  nominations,
  namings,
  organisations,
  writing,
  documents,
  reading,
  confirmations,
  earlier,
  guidance,
  receipts,
  // The jury.
  jury,
  objections,
  ballots,
  desk,
  results,
  meetings,
  motions,
  decisions,
  protocol,
  // The secretariat.
  editions,
  nominationTable,
  received,
  extensions,
  completion,
  statements,
  feedback,
  correspondence,
  contacts,
  letterBatches,
  letterTexts,
  reminders,
  report,
  records,
  packages,
  archive,
  retention,
  history,
  oldApplications,
  practice,
];

/** The service, ready to listen or to be asked with `inject`. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = newServer(services);
  const options: FeatureOptions = { services, redraws: createRedraws() };
  const served = services.config.mode === 'demo' ? [...features, dev] : features;
  app.addHook('onClose', () => options.redraws.close());

  // What every request passes, in this order.
  await app.register(keptAnswers, services);
  await app.register(actions, { policyActions, keepForm: (request) => request.keepForm() });
  await app.register(http, {
    services,
    navigation,
    discoveredLink,
    publicNavigation,
    footerLinks,
    rememberLanguage: rememberLanguage(services),
  });
  await app.register(requestLog);
  await app.register(sessions, options);
  await app.register(confidenceGate);
  await app.register(outcomeOpenings, options);
  await app.register(refusedReading, options);
  await app.register(openapi);
  await app.register(health, options);

  for (const { readOnly = [] } of served) for (const plugin of readOnly) await app.register(plugin, options);
  await app.register(async (rest) => {
    await rest.register(uploads, services);
    for (const { open = [] } of served) for (const plugin of open) await rest.register(plugin, options);
    await rest.register(async (pages) => {
      for (const feature of served)
        for (const plugin of feature.pages ?? []) await pages.register(plugin, options);
    });
    // No coercion, and unknown fields are refused.
    await rest.register(
      async (api) => {
        for (const feature of served)
          for (const plugin of feature.api ?? []) await api.register(plugin, options);
      },
      { prefix: '/api/v1' },
    );
  });
  return app;
}

/** '<resource>.<action>' of every rule: a route may name these and no others. */
const policyActions: ReadonlySet<string> = new Set(
  Object.entries(resources).flatMap(([name, { rules }]) =>
    Object.keys(rules).map((action) => `${name}.${action}`),
  ),
);
