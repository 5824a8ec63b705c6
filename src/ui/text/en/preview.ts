import type { preview as nb } from '../nb/preview.ts';

export const preview: typeof nb = {
  part: 'Preview',
  partLead: 'See what is saved, as others will see it, in bokmål and nynorsk.',
  title: {
    call: 'As everybody will see the call',
    form: 'As the applicant will see the form',
    ballot: 'As the juror will see the ballot',
  },
  lead: 'Preview of what is saved now. Only the secretariat sees it.',
  try: 'You can try the fields. Nothing is saved.',
  tried: 'This was a trial. Nothing was saved.',
  applicant: 'Example Municipality',
  inLanguage: { nb: 'See it in bokmål', nn: 'See it in nynorsk', en: 'See it in English' },
  ofGaps: 'See what the missing texts look like',
  /** Beside the editor, of what is being written. */
  live: {
    button: 'Show preview',
    lead: 'This is how what you write will look. You can try the fields; nothing of it is saved.',
    unnamed: '(not written yet)',
    inLanguage: (language: string) => `In ${language}`,
  },
};
