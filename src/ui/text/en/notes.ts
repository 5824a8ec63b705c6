import type { notes as nb } from '../nb/notes.ts';

export const notes: typeof nb = {
  title: 'Private notes',
  lead: 'Only you see the note. It is not part of your assessment and is never delivered.',
  label: 'Note to yourself',
  hint: 'Empty the field and save to delete the note.',
  save: 'Save the note',
  saved: 'The note is saved.',
  clash:
    'You have saved another note from another window. What is stored now stands below. Save again to use what you see in the field.',
  empty: 'The note has been deleted.',
  back: 'Back to the application',
  compare: {
    title: 'Compare your assessments',
    lead: 'What you have given and written on each application, criterion by criterion. Only you see this page.',
    none: 'There is nothing to compare yet.',
    application: 'Application',
    given: 'What you have given or written',
    state: 'The assessment',
    link: 'Compare your assessments',
  },
};
