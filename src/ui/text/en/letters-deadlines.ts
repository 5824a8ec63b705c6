import { formatDate, formatDeadlineExact } from '../format.ts';
import type { deadlineLetters as nb } from '../nb/letters-deadlines.ts';

export const deadlineLetters: typeof nb = {
  draftReminder: {
    subject: ({ dueAt }) =>
      `The application has not been sent in: the deadline is ${formatDeadlineExact(dueAt, 'en')}`,
    body: ({ organisation, year, dueAt }) =>
      `The application from ${organisation} for Etikkprisen ${year} has not been sent in yet.\n\nThe deadline is ${formatDeadlineExact(dueAt, 'en')}. What you have written is saved. If there are several of you, it is enough that one of you sends it in.\n\nIf you are not going to apply after all, there is nothing you need to do.`,
  },
  changesReminder: {
    subject: ({ dueAt }) =>
      `Your changes have not been sent in: the deadline is ${formatDeadlineExact(dueAt, 'en')}`,
    body: ({ organisation, year, dueAt }) =>
      `The application from ${organisation} for Etikkprisen ${year} was sent in, and has been changed since. The changes are saved, but they have not been sent in.\n\nThe deadline is ${formatDeadlineExact(dueAt, 'en')}. For the jury to read the changes, the application must be sent in again before then. Otherwise it stands as it was last sent in.`,
  },
  draftErasure: {
    subject: ({ organisation, goesAt }) =>
      `The draft from ${organisation} will be erased on ${formatDate(goesAt, 'en')}`,
    body: ({ organisation, year, goesAt }) =>
      `The application from ${organisation} for Etikkprisen ${year} was never sent in. We do not keep such drafts longer than needed, and erase it on ${formatDate(goesAt, 'en')}, with its documents.\n\nIf you want to keep the text, take it out before then. Otherwise you need not do anything.`,
  },
  extensionToApprove: {
    subject: ({ year }) => `A deadline of its own waits for approval (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Somebody in the secretariat has proposed a later deadline for an application for Etikkprisen ${year}. It counts only if somebody else than the proposer approves it. The reason stands on the page.`,
  },
  extensionApproved: {
    subject: ({ dueAt }) => `You have been given more time: ${formatDeadlineExact(dueAt, 'en')}`,
    body: ({ organisation, year, dueAt }) =>
      `The application from ${organisation} for Etikkprisen ${year} has been given a later deadline.\n\nThe deadline for this application is ${formatDeadlineExact(dueAt, 'en')}. Until then you can write, change and send it in.`,
  },
  rejectionToApprove: {
    subject: ({ year }) => `A proposal to reject an application waits for an answer (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Somebody in the secretariat has proposed to reject an application for Etikkprisen ${year} on formal grounds. The applicant is told only if somebody other than the proposer approves it. The reason and the application are on the page.`,
  },
  receivedToApprove: {
    subject: ({ year }) => `A received application waits for approval (Etikkprisen ${year})`,
    body: ({ year }) =>
      `The secretariat has registered an application for Etikkprisen ${year} that came outside of the form. It counts as sent in only if somebody else than the one who registered it approves it. The original and the reason are on the page.`,
  },
  received: {
    subject: ({ receiptNumber }) =>
      `Receipt ${receiptNumber}: we have registered the application for Etikkprisen`,
    body: ({ organisation, year, receiptNumber }) =>
      `The application from ${organisation} for Etikkprisen ${year} has been received, and the secretariat has registered it for you. It counts as sent in.\n\nReceipt number: ${receiptNumber}\n\nYou are named as its contact. Sign in with this e-mail address to follow the application and to let colleagues in. If anything is missing, we will write to you.`,
  },
  batchToApprove: {
    subject: ({ year }) => `A mailing waits for you to read and send it (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Somebody in the secretariat has written a mailing about a decision in the work with Etikkprisen ${year}. It goes out only if somebody other than whoever wrote it reads and sends it. The recipients and the text are on the page.`,
  },
  batchHeldBack: {
    subject: ({ year }) => `A mailing did not go (Etikkprisen ${year})`,
    body: ({ year }) =>
      `A mailing that you had set a time for in the work with Etikkprisen ${year} did not go. Something was no longer as it was when you looked at it. What it is, and what you can do, is on the page.`,
  },
  namingDeclined: {
    subject: ({ year }) => `The jury has to choose again (Etikkprisen ${year})`,
    body: ({ year }) =>
      `An answer has come in in the work with Etikkprisen ${year}, and a decision has been opened again. Nothing of this is public. Sign in to read more.`,
  },
  nominatedWithdrew: {
    subject: ({ year }) => `The jury has to choose again (Etikkprisen ${year})`,
    body: ({ year }) =>
      `An application has been withdrawn in the work with Etikkprisen ${year}. The jury had made a decision with it among those chosen, and that is open again. If a publication was prepared, it is stopped. Nothing of this is public, and whoever withdrew has not been told. Sign in to read more.`,
  },
  withdrawnTooLate: {
    subject: ({ year }) => `Read through the publication now (Etikkprisen ${year})`,
    body: ({ year }) =>
      `An application was withdrawn just before a publication in the work with Etikkprisen ${year}. It was too late to stop it. The application is not shown on the public pages, but the text that everybody reads may mention it. Sign in, read the text, and correct it or take it down. If the winner has been chosen, the jury must look at the choice again.`,
  },
  declarationsReminder: {
    subject: ({ year }) => `Jury ${year}: your answers about connections are missing`,
    body: ({ year, dueAt }) =>
      `You have not said whether you have a connection to every applicant for Etikkprisen ${year}. You can read and assess the applications once you have.\n\nThe judging ends ${formatDeadlineExact(dueAt, 'en')}.`,
  },
  ballotsReminder: {
    subject: ({ year }) => `Jury ${year}: you have assessments left`,
    body: ({ year, dueAt }) =>
      `You have not delivered all your assessments for Etikkprisen ${year}. What you have written is saved.\n\nThe judging ends ${formatDeadlineExact(dueAt, 'en')}.`,
  },
  statementsReminder: {
    subject: ({ year }) => `Etikkprisen ${year}: statements are missing`,
    body: ({ year, dueAt }) =>
      `Something is left to do with the statements in the work with Etikkprisen ${year}. They must be written and approved before the publication, which is planned for ${formatDeadlineExact(dueAt, 'en')}.`,
  },
  ceremonyReminder: {
    subject: ({ year }) => `The ceremony of Etikkprisen ${year} is near`,
    body: ({ year, dueAt }) =>
      `Etikkprisen ${year} is awarded ${formatDeadlineExact(dueAt, 'en')}. Place and programme are on the page.`,
  },
  callReminderLink: {
    subject: ({ year }) => `Would you like a reminder of Etikkprisen ${year}?`,
    body: ({ year }) =>
      `Somebody, probably you, has asked for a reminder of Etikkprisen ${year} to this address. It comes only if you say yes on the page.\n\nWas it not you? Then you need not do anything. The address is deleted after a week.`,
  },
  questionAnswered: {
    subject: ({ year, corrected }) =>
      corrected
        ? `An answer to you about Etikkprisen ${year} has been corrected`
        : `Your question about Etikkprisen ${year} has been answered`,
    body: ({ year, corrected }) =>
      corrected
        ? `The answer to the question you asked about the call for Etikkprisen ${year} has been corrected. What is corrected stands with the answer.`
        : `The question you asked about the call for Etikkprisen ${year} has been answered. Everybody can read the answer, and nobody sees who asked. Your address is deleted when the call closes.`,
  },
  barrierAnswered: {
    subject: () => 'An answer to what you told us about the pages of Etikkprisen',
    body: ({ answer }) =>
      `You told us of something that did not work on the pages of Etikkprisen. The secretariat answers:\n\n${answer.join('\n')}\n\nYou can reply to this e-mail. Your address is deleted together with the message.`,
  },
  callReminder: {
    subject: ({ year }) => `You can apply for Etikkprisen ${year} now`,
    body: ({ year, dueAt }) =>
      `You asked us to remind you of Etikkprisen ${year}. The call is open, and the deadline is ${formatDeadlineExact(dueAt, 'en')}.\n\nThis is the only reminder. Your address is deleted when the deadline has passed.`,
  },
};
