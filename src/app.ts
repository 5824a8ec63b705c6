/**
 * THE TABLE OF CONTENTS. Every plugin and every route, registered by name and nested by who may come in:
 * the whole of what can be asked of the service, and by whom, is on this screen.
 */
import type { FastifyInstance } from 'fastify';
import { resources } from './core/policy/resources.ts';
import { ballotsApi } from './features/ballots/api.ts';
import { ballotPages } from './features/ballots/pages.ts';
import { printPages } from './features/ballots/pages-print.ts';
import { comparePages } from './features/ballots/pages-compare.ts';
import { notePages, notesApi } from './features/ballots/pages-notes.ts';
import { sealingPages } from './features/ballots/pages-sealing.ts';
import { ceremonyApi } from './features/ceremony/api.ts';
import { ceremonyScreen } from './features/ceremony/pages-screen.ts';
import { ceremonyPages } from './features/ceremony/pages.ts';
import { checkingPages } from './features/checking/pages.ts';
import { completionPages } from './features/completion/pages.ts';
import { confirmationApi } from './features/confirmations/api.ts';
import { confirmationPages } from './features/confirmations/pages.ts';
import { earlierApi } from './features/earlier/api.ts';
import { earlierPages } from './features/earlier/pages.ts';
import { callReminderApi } from './features/call-reminders/api.ts';
import { callReminderPages } from './features/call-reminders/pages.ts';
import { contactApi } from './features/contacts/api.ts';
import { contactPages } from './features/contacts/pages.ts';
import { correspondenceApi } from './features/correspondence/api.ts';
import { correspondencePages } from './features/correspondence/pages.ts';
import { letterBatchApi } from './features/letter-batches/api.ts';
import { letterTextApi } from './features/letter-texts/api.ts';
import { letterTextPages } from './features/letter-texts/pages.ts';
import { letterBatchPages } from './features/letter-batches/pages.ts';
import { decisionsApi } from './features/decisions/api.ts';
import { decisionPages } from './features/decisions/pages.ts';
import { withdrawalPages } from './features/decisions/pages-withdrawal.ts';
import { devApi } from './features/dev/api.ts';
import { devPages } from './features/dev/pages.ts';
import { resumableApi } from './features/documents/api-resumable.ts';
import { documentApi } from './features/documents/api.ts';
import { documentPages } from './features/documents/pages.ts';
import { deskApi } from './features/desk/api.ts';
import { deskPages } from './features/desk/pages.ts';
import { editionApi } from './features/editions/api.ts';
import { criteriaPages } from './features/editions/pages-criteria.ts';
import { setupPages } from './features/editions/pages-setup.ts';
import { successorApi, successorPages } from './features/editions/pages-notes.ts';
import { editionPages } from './features/editions/pages.ts';
import { feedbackApi } from './features/feedback/api.ts';
import { feedbackPages } from './features/feedback/pages.ts';
import { guidanceApi } from './features/guidance/api.ts';
import { guidancePages } from './features/guidance/pages.ts';
import { regionPages } from './features/guidance/pages-regions.ts';
import { juryApi } from './features/jury/api.ts';
import { leaderPages } from './features/jury/pages-leader.ts';
import { seatPages } from './features/jury/pages-seats.ts';
import { protocolApi } from './features/jury/api-protocol.ts';
import { protocolPages } from './features/jury/pages-protocol.ts';
import { workApi } from './features/jury/api-work.ts';
import { workPages } from './features/jury/pages-work.ts';
import { juryPages } from './features/jury/pages.ts';
import { nominationTableApi } from './features/nomination-table/api.ts';
import { nominationTablePages } from './features/nomination-table/pages.ts';
import { meetingsApi } from './features/meetings/api.ts';
import { screenPages } from './features/meetings/pages-screen.ts';
import { meetingPages } from './features/meetings/pages.ts';
import { motionsApi } from './features/motions/api.ts';
import { motionPages } from './features/motions/pages.ts';
import { nominationPeopleApi } from './features/nominations/api-people.ts';
import { nominationSendingApi } from './features/nominations/api-sending.ts';
import { nominationApi } from './features/nominations/api.ts';
import { formalCheckPages } from './features/nominations/pages-check.ts';
import { nominationMembersPages } from './features/nominations/pages-members.ts';
import { nominationOfficePages } from './features/nominations/pages-office.ts';
import { nominationSendingPages } from './features/nominations/pages-sending.ts';
import { nominationStartPages } from './features/nominations/pages-start.ts';
import { nominationPages } from './features/nominations/pages.ts';
import { receivedApi } from './features/received/api.ts';
import { receivedPages } from './features/received/pages.ts';
import { extensionsApi } from './features/extensions/api.ts';
import { extensionPages } from './features/extensions/pages.ts';
import { objectionsApi } from './features/objections/api.ts';
import { objectionPages } from './features/objections/pages.ts';
import { organisationApi } from './features/organisations/api.ts';
import { organisationPages } from './features/organisations/pages.ts';
import { peopleApi } from './features/people/api.ts';
import { rememberLanguage } from './features/people/commands.ts';
import { administrationPages } from './features/people/pages-administration.ts';
import { myPages } from './features/people/pages.ts';
import { juryProtocolApi } from './features/protocol/api.ts';
import { juryProtocolPages } from './features/protocol/pages.ts';
import { publicationStepsApi } from './features/publication/api-steps.ts';
import { publicationApi } from './features/publication/api.ts';
import { publicationStepPages } from './features/publication/pages-steps.ts';
import { publicationPages } from './features/publication/pages.ts';
import { publicApi } from './features/publication/public-api.ts';
import { publicPages } from './features/publication/public-pages.ts';
import { receiptApi } from './features/receipts/api.ts';
import { receiptPages } from './features/receipts/pages.ts';
import { readingApi } from './features/reading/api.ts';
import { searchPages } from './features/reading/pages-search.ts';
import { readingPages } from './features/reading/pages.ts';
import { recordsApi } from './features/records/api.ts';
import { recordsPages } from './features/records/pages.ts';
import { retentionApi } from './features/retention/api.ts';
import { retentionPages } from './features/retention/pages.ts';
import { reportApi } from './features/report/api.ts';
import { reportPages } from './features/report/pages.ts';
import { agreedApi } from './features/results/api-agreed.ts';
import { frozenApi } from './features/results/api-frozen.ts';
import { resultsApi } from './features/results/api.ts';
import { assessmentPages } from './features/results/pages-agreed.ts';
import { frozenPages } from './features/results/pages-frozen.ts';
import { resultPages } from './features/results/pages.ts';
import { createRedraws } from './features/results/redraws.ts';
import { signInApi } from './features/sign-in/api.ts';
import { signInPages } from './features/sign-in/pages.ts';
import { sessions } from './features/sign-in/session.ts';
import { statementsApi } from './features/statements/api.ts';
import { statementHistoryPages } from './features/statements/pages-history.ts';
import { statementPages } from './features/statements/pages.ts';
import { writingApi } from './features/writing/api.ts';
import { historyPages } from './features/writing/pages-history.ts';
import { writingPages } from './features/writing/pages.ts';
import { discoveredLink, footerLinks, navigation, publicNavigation } from './navigation.ts';
import { actions } from './platform/http/actions.ts';
import { health } from './platform/http/health.ts';
import { http } from './platform/http/index.ts';
import { openapi } from './platform/http/openapi.ts';
import { requestLog } from './platform/http/request-log.ts';
import { newServer } from './platform/http/server.ts';
import type { Services } from './platform/services.ts';

/** The service, ready to listen or to be asked with `inject`. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config } = services;
  const app = newServer(services);
  const options = { services };
  const results = { services, redraws: createRedraws() };
  const demo = config.mode === 'demo';
  app.addHook('onClose', () => results.redraws.close());

  // What every request passes, in this order.
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
  await app.register(openapi);

  // The public: the same for everyone, no session.
  await app.register(health, options);
  await app.register(publicPages, options);
  await app.register(ceremonyScreen, options);
  await app.register(checkingPages, options);

  // The door.
  await app.register(signInPages, options);
  await app.register(callReminderPages, options);
  if (demo) await app.register(devPages, options);

  // Pages for those who are signed in; what each may see is the policy's to say.
  await app.register(async (pages) => {
    await pages.register(myPages, options);
    await pages.register(administrationPages, options);
    await pages.register(editionPages, options);
    await pages.register(setupPages, options);
    await pages.register(successorPages, options);
    await pages.register(ballotPages, options);
    await pages.register(deskPages, options);
    await pages.register(printPages, options);
    await pages.register(sealingPages, options);
    await pages.register(notePages, options);
    await pages.register(comparePages, options);
    await pages.register(criteriaPages, options);
    await pages.register(juryPages, options);
    await pages.register(leaderPages, options);
    await pages.register(workPages, options);
    await pages.register(protocolPages, options);
    await pages.register(objectionPages, options);
    await pages.register(publicationPages, options);
    await pages.register(publicationStepPages, options);
    await pages.register(ceremonyPages, options);
    await pages.register(seatPages, options);
    await pages.register(resultPages, results);
    await pages.register(assessmentPages, options);
    await pages.register(frozenPages, options);
    await pages.register(meetingPages, options);
    await pages.register(screenPages, options);
    await pages.register(motionPages, options);
    await pages.register(decisionPages, options);
    await pages.register(withdrawalPages, options);
    await pages.register(juryProtocolPages, options);
    await pages.register(feedbackPages, options);
    await pages.register(statementPages, options);
    await pages.register(statementHistoryPages, options);
    await pages.register(nominationStartPages, options);
    await pages.register(nominationPages, options);
    await pages.register(writingPages, options);
    await pages.register(historyPages, options);
    await pages.register(nominationSendingPages, options);
    await pages.register(organisationPages, options);
    await pages.register(earlierPages, options);
    await pages.register(confirmationPages, options);
    await pages.register(receiptPages, options);
    await pages.register(nominationMembersPages, options);
    await pages.register(guidancePages, options);
    await pages.register(regionPages, options);
    await pages.register(documentPages, options);
    await pages.register(readingPages, options);
    await pages.register(searchPages, options);
    await pages.register(nominationOfficePages, options);
    await pages.register(nominationTablePages, options);
    await pages.register(reportPages, options);
    await pages.register(extensionPages, options);
    await pages.register(receivedPages, options);
    await pages.register(formalCheckPages, options);
    await pages.register(completionPages, options);
    await pages.register(correspondencePages, options);
    await pages.register(contactPages, options);
    await pages.register(letterBatchPages, options);
    await pages.register(letterTextPages, options);
    await pages.register(recordsPages, options);
    await pages.register(retentionPages, options);
  });

  // The same as JSON, for programs: no coercion, unknown fields refused.
  await app.register(
    async (api) => {
      await api.register(publicApi, options);
      await api.register(signInApi, options);
      await api.register(peopleApi, options);
      await api.register(editionApi, options);
      await api.register(successorApi, options);
      await api.register(nominationApi, options);
      await api.register(nominationTableApi, options);
      await api.register(reportApi, options);
      await api.register(writingApi, options);
      await api.register(nominationSendingApi, options);
      await api.register(organisationApi, options);
      await api.register(earlierApi, options);
      await api.register(confirmationApi, options);
      await api.register(receiptApi, options);
      await api.register(nominationPeopleApi, options);
      await api.register(extensionsApi, options);
      await api.register(receivedApi, options);
      await api.register(guidanceApi, options);
      await api.register(documentApi, options);
      await api.register(resumableApi, options);
      await api.register(readingApi, options);
      await api.register(juryApi, options);
      await api.register(workApi, options);
      await api.register(protocolApi, options);
      await api.register(objectionsApi, options);
      await api.register(ballotsApi, options);
      await api.register(deskApi, options);
      await api.register(notesApi, options);
      await api.register(resultsApi, results);
      await api.register(agreedApi, options);
      await api.register(frozenApi, options);
      await api.register(meetingsApi, options);
      await api.register(motionsApi, options);
      await api.register(decisionsApi, options);
      await api.register(juryProtocolApi, options);
      await api.register(feedbackApi, options);
      await api.register(statementsApi, options);
      await api.register(publicationApi, options);
      await api.register(publicationStepsApi, options);
      await api.register(ceremonyApi, options);
      await api.register(correspondenceApi, options);
      await api.register(callReminderApi, options);
      await api.register(contactApi, options);
      await api.register(letterBatchApi, options);
      await api.register(letterTextApi, options);
      await api.register(recordsApi, options);
      await api.register(retentionApi, options);
      if (demo) await api.register(devApi, options);
    },
    { prefix: '/api/v1' },
  );
  return app;
}

/** '<resource>.<action>' of every rule: a route may name these and no others. */
const policyActions: ReadonlySet<string> = new Set(
  Object.entries(resources).flatMap(([name, { rules }]) =>
    Object.keys(rules).map((action) => `${name}.${action}`),
  ),
);
