import type { rejections as nb } from '../nb/rejections.ts';

export const rejections: typeof nb = {
  title: 'Proposed for rejection',
  proposedBy: (name, when) => `${name} proposed ${when} to reject the application, with this reason:`,
  approveLead:
    'If you approve, the application is rejected, and the applicant is told and given the reason. This cannot be undone. If the application is admitted, or somebody asks for more, the proposal lapses.',
  letter: 'The letter to the applicant',
  approve: 'Reject the application',
  decline: 'Say no to the proposal',
  takeBack: 'Take the proposal back',
  own: 'You proposed this. Somebody else in the secretariat has to approve it. The applicant sees nothing before.',
  aloneLead:
    'Nobody else can approve this now. You can do so alone, with a reason that stands in the log. This cannot be undone.',
  aloneBecause: 'Why do you approve alone?',
  aloneHint: 'Stands in the log. The applicant does not read it.',
  approveAlone: 'Reject the application alone',
  oneWaits: 'A proposal to reject this application already waits for an answer.',
  answered: 'The proposal is already answered, or it has lapsed because the application has moved on.',
  done: {
    proposed: 'Proposed. Now somebody else has to approve. The applicant is not told before.',
    declined: 'The application is not rejected. The applicant has not been told of the proposal.',
  },
};
