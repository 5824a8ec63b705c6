import type { nb } from '../nb/index.ts';
import { amend } from './amend.ts';
import { calibration } from './calibration.ts';
import { checking } from './checking.ts';
import { common } from './common.ts';
import { cookies } from './cookies.ts';
import { substitutes } from './substitutes.ts';
import { waits } from './waits.ts';
import { withdrawal } from './withdrawal.ts';
import { wcag } from './wcag.ts';
import { writing } from './writing.ts';
import { yearSteps } from './yearSteps.ts';
import { signIn } from './signIn.ts';
import { fieldErrors, problemPage, problems } from './problems.ts';
import { dev } from './dev.ts';
import { practice } from './practice.ts';
import { preview } from './preview.ts';
import { publicSite } from './publicSite.ts';
import { nominations } from './nominations.ts';
import { nominationTable } from './nominationTable.ts';
import { documents } from './documents.ts';
import { historyImport } from './historyImport.ts';
import { jury } from './jury.ts';
import { conflicts } from './conflicts.ts';
import { work } from './work.ts';
import { objections } from './objections.ts';
import { guidance } from './guidance.ts';
import { juryProtocol } from './juryProtocol.ts';
import { account } from './account.ts';
import { agreed } from './agreed.ts';
import { feedback } from './feedback.ts';
import { meetings } from './meetings.ts';
import { motions } from './motions.ts';
import { archive } from './archive.ts';
import { ballots } from './ballots.ts';
import { sealing } from './sealing.ts';
import { namings } from './namings.ts';
import { notes } from './notes.ts';
import { figures } from './figures.ts';
import { frozen } from './frozen.ts';
import { ranking } from './ranking.ts';
import { results } from './results.ts';
import { decisions } from './decisions.ts';
import { ceremony } from './ceremony.ts';
import { publication } from './publication.ts';
import { secretariat } from './secretariat.ts';
import { confidence } from './confidence.ts';
import { confirmations } from './confirmations.ts';
import { completion } from './completion.ts';
import { deadlines } from './deadlines.ts';
import { rejections } from './rejections.ts';
import { desk } from './desk.ts';
import { earlier } from './earlier.ts';
import { oldApplications } from './oldApplications.ts';
import { openForm } from './openForm.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { received } from './received.ts';
import { receipts } from './receipts.ts';
import { records } from './records.ts';
import { reminders } from './reminders.ts';
import { report } from './report.ts';
import { letterBatches } from './letterBatches.ts';
import { letterTexts } from './letterTexts.ts';
import { letters } from './letters.ts';
import { callList } from './callList.ts';
import { barriers } from './barriers.ts';
import { callQuestions } from './callQuestions.ts';
import { ceremonyGuests } from './ceremonyGuests.ts';
import { callReminders } from './callReminders.ts';
import { contacts } from './contacts.ts';
import { correspondence } from './correspondence.ts';
import { reading } from './reading.ts';
import { readiness } from './readiness.ts';
import { setupGuide } from './setupGuide.ts';
import { retention } from './retention.ts';
import { successor } from './successor.ts';
import { requirements } from './requirements.ts';

export const nn: typeof nb = {
  amend,
  calibration,
  checking,
  common,
  cookies,
  signIn,
  problems,
  problemPage,
  fieldErrors,
  dev,
  preview,
  publicSite,
  nominations,
  nominationTable,
  substitutes,
  waits,
  withdrawal,
  wcag,
  writing,
  yearSteps,
  documents,
  historyImport,
  jury,
  conflicts,
  work,
  objections,
  juryProtocol,
  agreed,
  feedback,
  meetings,
  motions,
  account,
  archive,
  ballots,
  sealing,
  namings,
  notes,
  figures,
  frozen,
  ranking,
  results,
  decisions,
  ceremony,
  practice,
  publication,
  secretariat,
  confidence,
  confirmations,
  completion,
  deadlines,
  rejections,
  desk,
  earlier,
  guidance,
  oldApplications,
  openForm,
  organisations,
  people,
  received,
  receipts,
  records,
  reminders,
  report,
  letterBatches,
  letterTexts,
  letters,
  callList,
  barriers,
  callQuestions,
  ceremonyGuests,
  callReminders,
  contacts,
  correspondence,
  reading,
  readiness,
  setupGuide,
  retention,
  successor,
  requirements,
};
