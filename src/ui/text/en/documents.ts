import { formatBytes } from '../format.ts';
import type { documents as nb } from '../nb/documents.ts';

export const documents: typeof nb = {
  title: 'Attachments',
  lead: 'Attach plans, reports or anything else that shows the work. It is optional.',
  limits: (max, bytes) =>
    `Up to ${max} files, each of up to ${formatBytes(bytes, 'en')}. PDF, Word (docx), OpenDocument (odt), JPEG or PNG.`,
  readers:
    'Read by the jury and the secretariat once the application has been submitted. No patients, users or next of kin must be recognisable, in pictures either.',
  choose: 'Choose files',
  upload: 'Upload',
  none: 'No attachments yet',
  noneBody: 'It is perfectly fine to submit the application without any.',
  yours: 'Your files',
  count: (count, max) => `${count} of ${max}`,
  full: 'There is no room for more files. Remove one before you upload another.',
  description: 'What is this?',
  descriptionHint: 'A few words that help the reader.',
  describe: 'Save the description',
  editDescription: (name) => `Describe ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  remove: (name) => `Remove ${name}`,
  askRemove: 'Remove this file from the application?',
  uploaded: (count) => (count === 1 ? 'The file has been uploaded.' : `${count} files have been uploaded.`),
  saved: 'The description has been saved.',
  moved: 'The order has been changed.',
  removed: 'The file has been removed.',
  back: 'Back to the application',
  addedBy: (when) => `Uploaded ${when}`,
};
