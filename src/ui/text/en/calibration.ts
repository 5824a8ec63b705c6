import type { calibration as nb } from '../nb/calibration.ts';

export const calibration: typeof nb = {
  title: 'The example',
  step: 'Assess the example first',
  toSideBySide: 'The example, the assessments side by side',
  lead: 'Everybody in the jury assesses the same made-up application before the real ones. It shows whether you mean the same by the levels.',
  application: 'The example',
  tabs: 'The example and the assessment',
  madeUp: 'Made up. It does not compete, and what you give here counts in nothing.',
  sealed:
    'Sealed from everybody else until all have delivered or the chair opens it. Once you have delivered it, you cannot change it.',
  notAsked: 'You have no applications to assess, and need not assess this one either.',
  waiting:
    'You have delivered, and the applications are open to you. The assessments are shown here side by side once all have delivered.',
  delivered: 'You have delivered this assessment.',
  toApplications: 'To the applications',
  done: {
    saved: 'The assessment is saved.',
    delivered: 'The assessment is delivered. You can open the applications now.',
    opened: 'The assessments are now shown to everybody who has delivered.',
  },
  sideBySide: 'Side by side',
  sideBySideLead:
    'Where do you differ most? Talk about what the levels mean to you before you assess the applications.',
  openedByAll: 'Shown because everybody has delivered.',
  openedBy: (name, when) => `${name} opened the assessments on ${when}:`,
  juror: 'Juror',
  given: 'Assessment',
  openTitle: 'Show the assessments now',
  progress: (n, of) => `${n} of ${of} have delivered`,
  missing: 'You are waiting for:',
  openLead:
    'The assessments are shown by themselves once all have delivered. Show them before, and those who have delivered see each other’s. The others see them once they have delivered.',
  reason: 'Why do you not wait?',
  open: 'Show the assessments',
  setup: {
    title: 'Example for the jury',
    lead: 'A made-up application that everybody in the jury assesses first, to see whether they mean the same by the levels. It is off until you turn it on.',
    counts:
      'It is no application: it counts in no result, number, report or file, and its assessments are erased together with the real ones.',
    open: 'Set up the example',
    on: 'On',
    off: 'Off',
    active: 'The jury assesses an example first',
    activeHint: 'The applications open to each juror once the example is delivered.',
    standard: 'Here is a proposal. Use it as it is, or write your own. Nothing is used before you save.',
    name: 'Title',
    body: 'Text',
    save: 'Save the example',
    fixed: 'The jury has begun. The example can no longer be changed, turned on or turned off.',
  },
};
