import type { feedback as nb } from '../nb/feedback.ts';

export const feedback: typeof nb = {
  title: 'What the jury says',
  lead: (year) =>
    `Thank you for applying for Etikkprisen ${year}. This is what the jury wants to say about your application.`,
  link: 'What the jury says',
  figures: 'The scores',
  figuresLead: (n, min, max) =>
    `Means of ${n} jurors, on the scale from ${min} to ${max}. Scores are advice; the jury itself decided.`,
  criterion: 'Criterion',
  mean: 'Mean',
  weighted: 'Weighted mean',
  nothingToApprove: 'Write the feedback before it is approved.',
  setup: {
    title: 'Feedback to the applicants',
    lead: 'Each applicant can get feedback from the jury in words. One person writes, another approves.',
    from: 'When the applicant can read it',
    moments: {
      announced: 'When the winner has been announced',
      nominated:
        'Those not nominated: when the nominated have been announced. The nominated: when the winner has been announced',
    },
    reasons: 'All applicants whom the jury assesses are promised its reasons',
    reasonsHint:
      'The promise stands in the call and is frozen with the rules. The year cannot be put away before everybody has them.',
    figures: 'Applicants also get the means of the scores of their own application',
    figuresHint: 'In a small jury figures can point at people. None are shown with fewer than three ballots.',
    save: 'Save',
  },
  office: {
    title: 'Feedback to the applicants',
    lead: 'Write what the jury weighed, without naming other applicants or who thought what. Somebody other than the writer approves it.',
    when: {
      announced: 'The applicant can read it when the winner has been announced.',
      nominated:
        'Those not nominated can read it when the nominated have been announced, the nominated when the winner has been announced.',
    },
    withFigures: 'The means of the scores are shown beside it.',
    withoutFigures: 'No scores are shown.',
    none: 'No applications to write to',
    noneBody: 'Feedback is written once the judging is closed.',
    given: 'The applicant can read it',
    approved: (name, when) => `Approved by ${name} ${when}`,
    waiting: 'Waits for approval',
    unwritten: 'Not written',
    written: (name, when) => `Written by ${name} ${when}`,
    text: (name) => `Feedback to ${name}`,
    textHint: (language) => `Write in the language of the application: ${language}`,
    falls: 'A change has to be approved anew.',
    save: 'Save',
    approve: (name) => `Approve the feedback to ${name}`,
    saved: 'Saved.',
  },
};
