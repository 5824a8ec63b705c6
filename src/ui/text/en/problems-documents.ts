import type { documentProblems as nb } from '../nb/problems-documents.ts';
import { formatBytes } from '../format.ts';

export const documentProblems: typeof nb = {
  'document/empty': {
    title: 'The file is empty',
    detail: (p) => `“${p.name}” contains nothing. Choose the right file and upload it again.`,
  },
  'document/too-large': {
    title: 'The file is too large',
    detail: (p) => `A file can be up to ${formatBytes(p.maxBytes, 'en')}.`,
  },
  'document/type-not-allowed': {
    title: 'This type of file cannot be used',
    detail: (p) =>
      `“${p.name}” is not a PDF, a Word document or a picture (JPEG, PNG). We look at the content, not the name. Save the file as a PDF and try again.`,
  },
  'document/misnamed': {
    title: 'The name does not fit the content',
    detail: (p) =>
      `The content of “${p.name}” belongs to another kind of name. Give the file a name that ends in ${p.extension} and upload it again.`,
  },
  'document/web-page': {
    title: 'A web page or drawing cannot be used',
    detail: (p: { name: string }) =>
      `“${p.name}” is a web page (HTML) or an SVG drawing. Such files can do more than show content. Save it as PDF or as a picture (PNG), and upload again.`,
  },
  'document/heic': {
    title: 'The picture must be turned into JPEG',
    detail: (p: { name: string }) =>
      `“${p.name}” is in the HEIC format, which many cannot open. On an iPhone: Settings, Camera, Formats, “Most Compatible”, or send the picture to yourself by e-mail. It then becomes JPEG.`,
  },
  'document/encrypted': {
    title: 'The file is locked',
    detail: (p: { name: string }) =>
      `“${p.name}” is locked with a password or protection. Save a copy without it, and upload that. The jury must be able to open the file.`,
  },
  'document/damaged': {
    title: 'The file is damaged',
    detail: (p: { name: string }) =>
      `“${p.name}” is incomplete or broken. Open it on your machine, save it again, and upload the new file.`,
  },
  'document/bomb': {
    title: 'The file unpacks to too much',
    detail: (p: { name: string }) =>
      `“${p.name}” is small, but holds far more than a usual document once it is opened. Save it again as PDF, and upload that.`,
  },
  'document/pixels': {
    title: 'The picture has too many pixels',
    detail: (p: { name: string }) =>
      `“${p.name}” is too large to show safely. Save a smaller version, at most 10,000 pixels on its longest side, and upload again.`,
  },
  'document/macros': {
    title: 'The file contains macros',
    detail: (p: { name: string }) =>
      `“${p.name}” contains macros, which are small programs. Save the document as a plain Word document (.docx) without macros, or as PDF.`,
  },
  'document/two-kinds': {
    title: 'The file is two things at once',
    detail: (p: { name: string }) =>
      `“${p.name}” is put together so that some programs open it as something other than what it claims to be. Save it again as PDF, and upload that.`,
  },
  'document/active-content': {
    title: 'The file contains something that runs',
    detail: (p: { name: string }) =>
      `“${p.name}” contains code or a form that runs when the file is opened. Choose “Print” and “Save as PDF”, and upload the new file.`,
  },
  'document/embedded-files': {
    title: 'The file has other files inside it',
    detail: (p: { name: string }) =>
      `“${p.name}” has attachments inside it. Take them out, and upload each file by itself. For PDF: choose “Print” and “Save as PDF”.`,
  },
  'document/unreadable': {
    title: 'We could not read the file',
    detail: (p: { name: string }) =>
      `We were not able to examine “${p.name}”, and so we do not accept it. Save it again as PDF, and try once more. Contact the secretariat if it still does not work.`,
  },
  'document/infected': {
    title: 'A virus was found in the file',
    detail: (p: { name: string }) =>
      `The virus scanner found something harmful in “${p.name}”. The file is blocked, and nobody can open it. Remove it from the application, and upload a file that is clean.`,
  },
  'document/not-checked': {
    title: 'The file has not been checked for viruses yet',
    detail: (p: { name: string }) =>
      `“${p.name}” can be opened when the virus scanner has looked at it. It usually takes a few seconds.`,
  },
  'document/lost': {
    title: 'The file is missing here',
    detail:
      'It is registered, but its content cannot be found. Please contact the secretariat, and upload it again if you can.',
  },
  'document/too-many': {
    title: 'Too many files',
    detail: (p) => `You can have up to ${p.max} attachments. Remove one before you upload more.`,
  },
  'document/interrupted': {
    title: 'The upload was interrupted',
    detail: 'Nothing was stored. Please try again.',
  },
  'document/missing-file': {
    title: 'You have not chosen a file',
    detail: 'Choose the file to upload, and try again.',
  },
};
