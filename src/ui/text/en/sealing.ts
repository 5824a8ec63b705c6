import type { sealing as nb } from '../nb/sealing.ts';

export const sealing: typeof nb = {
  hash: 'Checksum of what you delivered',
  hashHint: 'You may want to keep it. It shows that your assessment has not been changed afterwards.',
  reopenedWhy: (when, by) => `${by} reopened the assessment on ${when} so that you can change it:`,
  reopenedNow: 'The assessment counts once you have delivered it again.',
  earlier: (when) => `The assessment as it was before it was reopened on ${when}`,
  hashes: {
    title: 'Checksums',
    lead: 'Every delivered assessment has a checksum. It changes if anything in the assessment changes.',
    none: 'The checksums are shown once the chair has closed the judging.',
    own: 'Your assessments',
    ownLead:
      'The checksum is SHA-256 of your assessment and the salt below. Whoever has both can compute it again. Only you see the salt.',
    application: 'Application',
    hash: 'Checksum',
    salt: 'Salt',
    all: (n) => `Every assessment that was delivered at the closing (${n})`,
    allLead:
      'The same list is in the e-mail you received when the judging was closed. Assessments of applications that you take no part in are left out.',
    later: 'Delivered again after the closing',
  },
  chair: {
    title: 'Delivered assessments',
    lead: 'Here you can reopen an assessment if the juror has made a mistake. Only the juror can change it, and both versions are kept.',
    none: 'No assessments are locked.',
    juror: 'Juror',
    state: 'State',
    open: (juror, application) => `${juror}: ${application}`,
    reason: 'Why do you reopen the assessment?',
    reasonHint: 'The juror sees the reason, and it stays in the log.',
    button: 'Reopen the assessment',
    done: 'The assessment is open, and the juror has been told.',
    counts: 'While it is open, the assessment counts as missing.',
    reopened: (by, when) => `Reopened by ${by} on ${when}`,
    before: 'Before',
    now: 'Now',
    waiting: 'Waiting to be delivered again',
    toPage: 'Reopen a delivered assessment',
  },
};
