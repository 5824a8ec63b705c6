/** The types that are taken, with the endings a name may have; the first is the usual one. */
export const documentTypes = {
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
} as const;
export type MediaType = keyof typeof documentTypes;

/** For the file field of a form. */
export const acceptedEndings = Object.values(documentTypes).flat().join(',');
