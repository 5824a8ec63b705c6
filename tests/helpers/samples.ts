/** Small real files of every type that is taken, and of many that are not. */
import { textDocx, zip } from '../../src/features/seed/docx.ts';
import { textPdf } from '../../src/features/seed/pdf.ts';

const base64 = (text: string) => Buffer.from(text, 'base64');
const png = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);
const jpeg = base64(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AfwD/2Q==',
);

export const taken = {
  pdf: {
    name: 'Årsrapport.pdf',
    content: textPdf('Årsrapport', ['Vi øver på det vanskelige.']),
    type: 'application/pdf',
  },
  docx: {
    name: 'Plan.docx',
    content: textDocx('Plan', ['Fire møter.']),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: {
    name: 'Referat.odt',
    content: zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<office:document-content/>',
      'META-INF/manifest.xml': '<manifest/>',
    }),
    type: 'application/vnd.oasis.opendocument.text',
  },
  jpeg: { name: 'Bilde.JPG', content: jpeg, type: 'image/jpeg' },
  png: { name: 'figur.png', content: png, type: 'image/png' },
};
