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

/** Refused for what they are, by the part of the problem's name after the slash. */
export const refused: { name: string; content: Buffer; why: 'empty' | 'type-not-allowed' | 'misnamed' }[] = [
  { name: 'tom.pdf', content: Buffer.alloc(0), why: 'empty' },
  {
    name: 'side.html',
    content: Buffer.from('<!doctype html><script>alert(1)</script>'),
    why: 'type-not-allowed',
  },
  {
    name: 'side.pdf',
    content: Buffer.from('<!doctype html><script>alert(1)</script>'),
    why: 'type-not-allowed',
  },
  {
    name: 'bilde.svg',
    content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    why: 'type-not-allowed',
  },
  { name: 'tekst.docx', content: Buffer.from('Bare tekst'), why: 'type-not-allowed' },
  {
    name: 'program.pdf',
    content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    why: 'type-not-allowed',
  },
  {
    name: 'bilde.png',
    content: Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(200, 1)]),
    why: 'type-not-allowed',
  },
  { name: 'arkiv.docx', content: zip({ 'readme.txt': 'et arkiv' }), why: 'type-not-allowed' },
  {
    name: 'regneark.docx',
    content: zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }),
    why: 'type-not-allowed',
  },
  {
    name: 'makro.docx',
    content: zip({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': '<w/>',
      'word/vbaProject.bin': 'x',
    }),
    why: 'type-not-allowed',
  },
  {
    name: 'presentasjon.odt',
    content: zip({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': '<x/>' }),
    why: 'type-not-allowed',
  },
  { name: 'avkuttet.docx', content: taken.docx.content.subarray(0, 300), why: 'type-not-allowed' },
  { name: 'bare-hodet.docx', content: Buffer.from('PK\u0003\u0004'), why: 'type-not-allowed' },
  { name: 'rapport.docx', content: taken.pdf.content, why: 'misnamed' },
  { name: 'rapport.pdf', content: taken.jpeg.content, why: 'misnamed' },
  { name: 'rapport.pdf.exe', content: taken.pdf.content, why: 'misnamed' },
  { name: 'rapport', content: taken.pdf.content, why: 'misnamed' },
];
