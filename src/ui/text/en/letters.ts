import { confirmationLetters } from './letters-confirmations.ts';
import { deadlineLetters } from './letters-deadlines.ts';
import { guestLetters } from './letters-guests.ts';
import { guidanceLetters } from './letters-guidance.ts';
import { formatBytes, formatDate, formatDateTime, formatDeadline, formatExact } from '../format.ts';
import type { GrantedRole, letters as nb, SeatRole } from '../nb/letters.ts';

const roles: Record<GrantedRole, string> = {
  administrator: 'an administrator',
  secretary: 'a member of the secretariat',
  leader: 'a leader who may approve publications',
  communications: 'a member of the communications team',
  embargoReader: 'a reader under embargo',
  auditor: 'an auditor',
};
const seats: Record<SeatRole, string> = {
  chair: 'chair of the jury',
  deputyChair: 'deputy chair',
  member: 'member of the jury',
  deputy: 'deputy member',
};

export const letters: typeof nb = {
  greeting: 'Hello,',
  closing: 'Kind regards\nthe secretariat of Etikkprisen',
  open: 'Open the page',
  noMore:
    'The secretariat has put you on the list of those who get the call. The address is deleted when the call closes. If you want no more e-mails about it, you can unsubscribe:',
  forget: 'If you would like your address to be deleted now, you can do so here:',
  reason:
    'You receive this e-mail because your address is used in the service for Etikkprisen. You may reply to it; the secretariat reads the answers.',

  signIn: {
    subject: () => 'Sign in to Etikkprisen',
    body: ({ code, minutes }) =>
      `Here is the code you need to sign in:\n\n${code}\n\nType it where you began, or use the link below. The code and the link work once, for ${minutes} minutes.\n\nWas it not you? Then there is nothing you need to do. Nobody gets in without this e-mail.`,
  },
  invitation: {
    subject: () => 'Welcome to the service for Etikkprisen',
    body: ({ role, invitedBy }) =>
      `${invitedBy} has given you access to the service for Etikkprisen as ${roles[role]}.\n\nYou do not need a password. Sign in with this e-mail address to see what is waiting for you.`,
  },
  seatInvitation: {
    subject: ({ year }) => `Will you join the jury of Etikkprisen ${year}?`,
    body: ({ year, organisation, seat, invitedBy }) =>
      `${invitedBy} invites you to the jury of Etikkprisen ${year}. The seat belongs to ${organisation}, and you would be ${seats[seat]}.\n\nSign in with this e-mail address. Before you read the applications, you confirm the rules of confidence and answer whether you have any connection to the applicants.`,
  },
  colleagueAdded: {
    subject: ({ year }) => `You are part of an application for Etikkprisen ${year}`,
    body: ({ organisation, year, addedBy }) =>
      `${addedBy} has added you to the application from ${organisation} for Etikkprisen ${year}. You can read it and write in it together with the others.`,
  },
  joinRequest: {
    subject: ({ year }) => `Somebody would like to join an application for Etikkprisen ${year}`,
    body: ({ organisation, year, personName }) =>
      `${personName} asks to join an application from ${organisation} for Etikkprisen ${year}.\n\nThe person sees nothing of the application until somebody says yes.`,
  },
  joinAnswer: {
    subject: ({ year }) => `The answer to your request to join an application for Etikkprisen ${year}`,
    body: ({ organisation, year, accepted }) =>
      accepted
        ? `You are now part of the application from ${organisation} for Etikkprisen ${year}. Welcome!`
        : `You asked to join an application from ${organisation} for Etikkprisen ${year}. This time the answer was no. Please get in touch with your colleagues or with the secretariat.`,
  },
  receipt: {
    subject: ({ receiptNumber }) => `Receipt ${receiptNumber}: application for Etikkprisen`,
    body: ({ organisation, year, receiptNumber, submittedAt, documents }) =>
      `Thank you! The application from ${organisation} for Etikkprisen ${year} has been submitted.\n\nReceipt number: ${receiptNumber}\nSubmitted: ${formatExact(submittedAt, 'en')}\n\n${
        documents.length
          ? `Attachments, with checksum (SHA-256):\n\n${documents.map((d) => `${d.name} (${formatBytes(d.bytes, 'en')})\n${d.sha256}`).join('\n\n')}`
          : 'The application has no attachments.'
      }\n\nUntil the deadline you can change the application and submit it again. The last one you submit is the one that counts, and the receipt number stays the same.`,
  },
  returned: {
    subject: ({ dueAt }) => `We need more from you by ${formatDeadline(dueAt, 'en')}`,
    body: ({ organisation, year, dueAt, parts }) =>
      `We have gone through the application from ${organisation} for Etikkprisen ${year}, and something is missing. It concerns:\n\n${parts.map((part) => `– ${part}`).join('\n')}\n\nOnly these parts are open. Please see what we ask for, complete them and submit the application again by ${formatDeadline(dueAt, 'en')}.`,
  },
  admitted: {
    subject: ({ year }) => `The application for Etikkprisen ${year} has been admitted`,
    body: ({ organisation, year }) =>
      `The application from ${organisation} for Etikkprisen ${year} has been admitted. Now it is the jury’s turn. We will write to you when the nominated have been published.`,
  },
  rejected: {
    subject: ({ year }) => `The application for Etikkprisen ${year} cannot be assessed`,
    body: ({ organisation, year }) =>
      `The application from ${organisation} for Etikkprisen ${year} has been rejected on formal grounds and does not go on to the jury. This says nothing about the quality of your work.\n\nYou find the reason on the page of the application. Please get in touch if anything is unclear.`,
  },
  withdrawn: {
    subject: ({ year }) => `The application for Etikkprisen ${year} has been withdrawn`,
    body: ({ organisation, year }) =>
      `The application from ${organisation} for Etikkprisen ${year} has been withdrawn, as you asked. Thank you for the time you spent. You are welcome back another year.`,
  },
  judgingClosed: {
    subject: ({ year }) => `The judging of Etikkprisen ${year} has been closed`,
    body: ({ year, hashes }) =>
      `The chair has closed the judging of the applications for Etikkprisen ${year}. Every delivered assessment is locked.\n\nHere is the checksum of each of them. Keep this e-mail: with it you can see at any time whether an assessment has been changed since.\n\n${hashes.join('\n') || 'No assessment has been delivered.'}\n\nAssessments of applications that you take no part in are left out.`,
  },
  ballotReopened: {
    subject: ({ year }) => `The chair has reopened one of your assessments for Etikkprisen ${year}`,
    body: ({ year }) =>
      `The chair has reopened one of your assessments for Etikkprisen ${year} so that you can change it. Only you can. The reason is on the page. The assessment counts once you have delivered it again, and the earlier one is kept.`,
  },
  rulesChanged: {
    subject: ({ year }) => `The rules of Etikkprisen ${year} have changed`,
    body: ({ year, reason }) =>
      `Something that was promised in the call for Etikkprisen ${year} has changed: the criteria, the form, the scale or the regulations. The reason:\n\n${reason}\n\nWhat is new holds from now on. What you have sent in stays as it is. On the page you find every version with its date and reason.`,
  },
  judgingStarted: {
    subject: ({ year }) => `The applications for Etikkprisen ${year} are ready for the jury`,
    body: ({ year, dueAt }) =>
      `You can now read and assess the applications for Etikkprisen ${year}. If you have not answered whether you have any connection to the applicants, begin with that. Please deliver your assessments by ${formatDeadline(dueAt, 'en')}.\n\nNobody else sees your assessment until the judging has been closed.`,
  },
  finalist: {
    subject: ({ year }) => `Congratulations! You are nominated for Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `${organisation} is among the nominated for Etikkprisen ${year}. Congratulations!\n\nThe jury’s statement is on the page. The winner is announced at the ceremony.`,
  },
  notSelected: {
    subject: ({ year }) => `The jury has finished its work on the applications for Etikkprisen ${year}`,
    body: ({ organisation, year }) =>
      `The jury has finished its work on the applications for Etikkprisen ${year}. ${organisation} is not among the nominated this time.\n\nThank you for the application, and for the work you do. You are welcome to apply again; several have received the prize after applying more than once.`,
  },
  outcome: {
    subject: ({ year }) => `The winner of Etikkprisen ${year} has been announced`,
    body: ({ organisation, year, won }) =>
      won
        ? `Etikkprisen ${year} goes to ${organisation}. Congratulations!\n\nThe secretariat will be in touch about the practical matters. The jury’s statement is on the page.`
        : `The winner of Etikkprisen ${year} has been announced, and the result is on the page. Thank you to ${organisation} for taking part and showing your work as one of the nominated.`,
  },
  conflictToDecide: {
    subject: ({ year }) => `A question of conflict of interest is waiting for you (Etikkprisen ${year})`,
    body: ({ year }) =>
      `Somebody has reported a possible connection to an applicant for Etikkprisen ${year}. It is for you to decide whether the person is to take no part. The application is closed to the person until you have answered.`,
  },
  conflictDecided: {
    subject: ({ year }) => `The question of conflict of interest has been decided (Etikkprisen ${year})`,
    body: ({ year }) =>
      `The others in the jury have considered whether you have a conflict of interest in the work on Etikkprisen ${year}. Either way it is no criticism. You find the decision on the page.`,
  },
  juryChanged: {
    subject: ({ year }) => `The jury of Etikkprisen ${year} has changed`,
    body: ({ organisation, year, kind, name, seat, until }) =>
      `${kind === 'joined' ? `${name} (${seat}) has joined the jury` : `${name} (${seat}) is no longer in the jury`} of Etikkprisen ${year}.\n\nIf you at ${organisation} think that somebody in the jury should not judge the application, you can object up to and including ${formatDate(until, 'en')}. Otherwise you need do nothing.`,
  },
  voteInWriting: {
    subject: ({ year }) => `A vote in writing is waiting for you (Etikkprisen ${year})`,
    body: ({ year, until }) =>
      `The jury of Etikkprisen ${year} votes on a motion in writing. Vote by ${formatDeadline(until, 'en')}.`,
  },
  objectionToAnswer: {
    subject: ({ year }) => `An objection is waiting for an answer (Etikkprisen ${year})`,
    body: ({ year }) =>
      `An applicant for Etikkprisen ${year} has made an objection. It is for you to decide on it and answer.`,
  },
  objectionAnswered: {
    subject: ({ year }) => `Your objection has been answered (Etikkprisen ${year})`,
    body: ({ organisation, year }) =>
      `The objection from ${organisation} in the work on Etikkprisen ${year} has been considered. The answer is on the page.`,
  },
  statementToApprove: {
    subject: ({ year }) => `A statement is waiting for your approval (Etikkprisen ${year})`,
    body: ({ year }) =>
      `The secretariat has written a statement in the work on Etikkprisen ${year}. It cannot be published before you have read and approved it.`,
  },
  publicationToApprove: {
    subject: ({ year }) => `A publication is waiting for your approval (Etikkprisen ${year})`,
    body: ({ year, publishAt }) =>
      `A publication for Etikkprisen ${year} has been prepared${publishAt ? ` for ${formatDateTime(publishAt, 'en')}` : ', and happens as soon as it is approved'}. It happens only if somebody other than the person who prepared it approves it.\n\nThe content is secret until then.`,
  },
  publicationMoveToApprove: {
    subject: ({ year }) => `A publication may be moved (Etikkprisen ${year})`,
    body: ({ year, to }) =>
      `Somebody has asked that an approved publication for Etikkprisen ${year} is moved to ${formatDateTime(to, 'en')}. It moves only if somebody else approves that before the old moment. The text is the same.`,
  },
  publicationStopped: {
    subject: ({ year }) => `A publication has been stopped (Etikkprisen ${year})`,
    body: ({ year }) =>
      `The publication that had been prepared for Etikkprisen ${year} has been stopped. The reason is on the page.`,
  },
  publicationApprovedAlone: {
    subject: ({ year }) => `A publication has been approved by one person alone (Etikkprisen ${year})`,
    body: ({ year }) =>
      `A publication for Etikkprisen ${year} has been approved by the same person who prepared it. The reason is on the page. Please read it now: until its moment it can be stopped.`,
  },
  publicationTakenDown: {
    subject: ({ year }) => `Something that was public has been taken down (Etikkprisen ${year})`,
    body: ({ year }) =>
      `A publication for Etikkprisen ${year} has been taken down. The reason is on the page, with the notice that readers see instead.`,
  },
  ...confirmationLetters,
  ...deadlineLetters,
  ...guestLetters,
  ...guidanceLetters,
};
