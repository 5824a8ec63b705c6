import type { meetingProblems as nb } from '../nb/problems-meeting.ts';

export const meetingProblems: typeof nb = {
  'meeting/open-already': {
    title: 'A meeting is in progress already',
    detail: 'End it before you start a new one.',
  },
  'meeting/over': {
    title: 'The meeting has ended',
    detail: 'What has been recorded cannot be changed.',
  },
  'meeting/members-in': {
    title: 'Somebody must go out first',
    detail:
      'Those who are out of what is to be treated are still in the room. Mark them out, and open it again.',
  },
  'meeting/not-in-now': {
    title: 'Not in yet',
    detail: 'What is open now is not for this person. Close it first.',
  },
  'motion/open-already': {
    title: 'A vote is in progress already',
    detail: 'Close it before you put a new motion.',
  },
  'motion/closed': {
    title: 'The vote is closed',
    detail: 'What has been recorded cannot be changed.',
  },
  'motion/no-vote': {
    title: 'No vote here',
    detail: 'Somebody who is out of something in the choice has no vote. In writing, everybody votes alone.',
  },
  'motion/not-in-room': {
    title: 'Not in the room',
    detail: 'Only somebody who is in the room can vote at the meeting.',
  },
  'motion/no-dissent': {
    title: 'No dissent here',
    detail:
      'Dissent is for whoever voted otherwise than the jury, where the regulations record votes by name.',
  },
};
