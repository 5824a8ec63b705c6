import type { amend as nb } from '../nb/amend.ts';

export const amend: typeof nb = {
  title: 'Change the rules',
  lead: 'What was frozen when the prize was announced can only be changed as a new version, with a reason. The reason becomes public, and everybody who works on an application, and the jury, get an e-mail about the change.',
  reason: 'Why is it changed?',
  reasonHint: 'At least ten characters. Becomes public, and stands in the e-mail.',
  regulations: 'Regulations',
  regulationsLink: 'Change the regulations',
  scaleLink: 'Change the words of the points',
  save: 'Make a new version',
  nothing: 'Nothing has changed. Change something, or go back.',
  saved: 'The new version holds from now on, and those concerned get an e-mail.',
  may: 'To change any of this now makes a new version with a reason, and those concerned get an e-mail. No criterion and no question can be added or removed.',
  versionsTitle: 'Versions',
  versionsLead:
    'This has changed since the prize was announced. An application is held to the version that was valid when it was sent in.',
  first: 'as the prize was announced',
  versionOf: (n) => `Version ${n}`,
  file: (n) => `Download version ${n}`,
};
