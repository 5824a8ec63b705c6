import type { frozen as nb } from '../nb/frozen.ts';

export const frozen: typeof nb = {
  title: 'Signed result',
  lead: 'The result as it was when the jury decided. Anybody can check the files, also without us.',
  none: 'Nothing is frozen yet',
  noneBody: 'The result is frozen some seconds after the jury has decided.',
  version: (version) => `Version ${version}`,
  at: 'Frozen',
  cause: 'What happened',
  reason: 'Reason',
  core: 'The core',
  full: 'Full file with all assessments',
  download: 'Download',
  erased: 'Erased. The core can still be checked.',
  hash: 'Checksum',
  out: 'You are out of at least one application. The files hold all of them, so you cannot fetch them.',
  how: 'How the files are checked',
  verify: 'Check a file',
  causes: {
    finalistsDecided: 'The nominated were decided',
    winnerDecided: 'The winner was decided',
    noAwardDecided: 'It was decided that the prize is not awarded',
    finalistsRetracted: 'The decision on the nominated was retracted',
    winnerRetracted: 'The decision on the winner was retracted',
    ballotsChanged: 'Which assessments count was changed',
  },
};
