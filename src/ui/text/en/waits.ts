import type { waits as nb } from '../nb/waits.ts';

export const waits: typeof nb = {
  title: 'Who waits for whom',
  nothing: 'Nobody waits for anybody right now.',
  due: (when) => `Due: ${when}.`,
  what: {
    completeApplications: ({ count }) =>
      count === 1
        ? 'One applicant is to complete the application'
        : `${count} applicants are to complete their applications`,
    approveExtensions: ({ names, count }) =>
      count === 1
        ? `Somebody other than ${names} is to answer the proposal of a later deadline for one application`
        : `Somebody other than ${names} is to answer the proposals of a later deadline for ${count} applications`,
    approveRejections: ({ names, count }) =>
      count === 1
        ? `Somebody other than ${names} is to answer the proposal to reject one application`
        : `Somebody other than ${names} is to answer the proposals to reject ${count} applications`,
    approveRejectionsAlone: ({ names, count }) =>
      count === 1
        ? `${names} must answer their own proposal to reject one application: nobody else can`
        : `${names} must answer their own proposals to reject ${count} applications: nobody else can`,
    approveReceived: ({ names, count }) =>
      count === 1
        ? `Somebody other than ${names} is to approve one received application`
        : `Somebody other than ${names} is to approve ${count} received applications`,
    confirmRoles: ({ names }) => `To accept the rules of confidence: ${names}`,
    confirmSeats: ({ names }) => `To accept the rules for the seat in the jury: ${names}`,
    declare: ({ names }) => `To say whether there is a connection to the applicants: ${names}`,
    decideConflicts: ({ count }) =>
      count === 1
        ? 'Whoever leads the jury is to decide one question of impartiality'
        : `Whoever leads the jury is to decide ${count} questions of impartiality`,
    answerObjections: ({ count }) =>
      count === 1
        ? 'Whoever leads the jury is to answer one objection'
        : `Whoever leads the jury is to answer ${count} objections`,
    deliver: ({ names }) => `To deliver assessments: ${names}`,
    closeJudging: () => 'The chair is to close the judging',
    vote: ({ count }) =>
      count === 1
        ? 'The jury is to vote in writing on one matter'
        : `The jury is to vote in writing on ${count} matters`,
    decide: () => 'The jury is to decide who is nominated',
    answerNamings: ({ count }) =>
      count === 1
        ? 'One of the nominated is to answer the confidential message'
        : `${count} of the nominated are to answer the confidential message`,
    approveStatements: ({ count }) =>
      count === 1
        ? 'Whoever leads the jury is to approve one statement'
        : `Whoever leads the jury is to approve ${count} statements`,
    approveLetters: ({ names, count }) =>
      count === 1
        ? `Somebody other than ${names} is to approve and send a letter to many`
        : `Somebody other than ${names} is to approve and send ${count} letters to many`,
    approvePublication: ({ names }) => `Somebody other than ${names} is to approve a publication`,
  },
  why: {
    completeApplications: 'The secretariat waits with the formal check.',
    approveExtensions: 'The applicant waits to know the deadline.',
    approveRejections: 'The applicant is told nothing before.',
    approveRejectionsAlone: 'The applicant is told nothing before.',
    approveReceived: 'The application does not take part before.',
    confirmRoles: 'The role opens nothing before.',
    confirmSeats: 'The jury cannot begin without them.',
    declare: 'They may not read any application before.',
    decideConflicts: 'The juror is out of the case meanwhile.',
    answerObjections: 'The applicant waits for an answer.',
    deliver: 'The chair waits with closing the judging.',
    closeJudging: 'The whole jury waits to see the result.',
    vote: 'The meeting waits for the outcome.',
    decide: 'The secretariat waits with statements and publication.',
    answerNamings: 'The publication waits for the answers.',
    approveStatements: 'The secretariat waits with the publication.',
    approveLetters: 'The recipients wait to be told.',
    approvePublication: 'Nothing comes out before.',
  },
};
