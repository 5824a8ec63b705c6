/** Files that mean harm: they unpack without end, run, hide others, or are two things at once. */
import { deflateSync } from 'node:zlib';
import { PDFName, PDFString } from '@cantoo/pdf-lib';
import {
  action,
  catalog,
  docxOf,
  odtOf,
  page,
  pages,
  pdfOf,
  pngOf,
  rawPdf,
  stream,
  zipOf,
} from './made-files.ts';
import { taken } from './samples.ts';
import { archive, junk, pick, text, word, zeros, type Maker } from './seeded.ts';

export const hostileMakers: Record<string, [ending: string, make: Maker][]> = {
  bomb: [
    [
      '.docx',
      (d) =>
        docxOf('x', [
          { name: 'word/media/a.png', content: zeros(1000), packed: true, claims: 260_000_000 + d(9) },
        ]),
    ],
    [
      '.docx',
      () =>
        docxOf('x', [
          { name: 'word/media/a', content: zeros(200_000), packed: true },
          ...Array.from({ length: 15 }, (_, i) => ({
            name: `word/media/${i}`,
            content: zeros(200_000),
            packed: true,
            over: 2,
          })),
        ]),
    ],
    ['.docx', () => docxOf('x', [{ name: 'a/1', content: 'x'.repeat(900), over: 1 }])],
    [
      '.docx',
      (d) =>
        docxOf('x', [
          {
            name: 'word/document.xml',
            content: `<!DOCTYPE a [<!ENTITY b "${word(d)}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`,
          },
        ]),
    ],
    [
      '.odt',
      () => odtOf('x', [{ name: 'content.xml', content: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }]),
    ],
    ['.docx', () => zipOf(Array.from({ length: 5200 }, (_, i) => ({ name: `word/${i}`, content: '' })))],
    [
      '.pdf',
      (d) =>
        rawPdf([
          catalog,
          pages,
          page,
          stream('/Filter /FlateDecode', deflateSync(zeros(310_000_000 + d(9)), { level: 1 })),
        ]),
    ],
    [
      '.pdf',
      () =>
        rawPdf([
          catalog,
          pages,
          page,
          stream(
            '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
            deflateSync(zeros(50_000_000), { level: 1 }),
          ),
        ]),
    ],
    [
      '.pdf',
      () =>
        rawPdf([
          catalog,
          pages,
          page,
          stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(zeros(1000)))),
        ]),
    ],
    ['.png', (d) => pngOf(100, 100, zeros(3_000_000 + d(9)))],
  ],
  macros: [
    [
      '.docx',
      (d) =>
        docxOf('x', [
          { name: pick(d, 'word/vbaProject.bin', 'word/VBAPROJECT.BIN', 'word/vbaData.xml'), content: 'x' },
        ]),
    ],
    [
      '.docx',
      () =>
        docxOf('x', [
          {
            name: '[Content_Types].xml',
            content:
              '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
          },
        ]),
    ],
    [
      '.odt',
      (d) => odtOf('x', [{ name: `${pick(d, 'Basic', 'Scripts')}/Standard/Module1.xml`, content: '<x/>' }]),
    ],
    ['.odt', () => odtOf('<script:event-listener script:language="ooo:script"/>')],
    ['.docx', () => docxOf('x', [{ name: 'word/activeX/activeX1.bin', content: 'x' }])],
  ],
  'two-kinds': [
    ['.pdf', (d) => Buffer.concat([taken.pdf.content, archive(d), text('%%EOF')])],
    ['.pdf', (d) => Buffer.concat([taken.pdf.content.subarray(0, -7), archive(d), text('\n%%EOF\n')])],
    ['.jpg', (d) => Buffer.concat([taken.jpeg.content, archive(d)])],
    ['.png', (d) => Buffer.concat([pngOf(9, 9), archive(d)])],
    [
      '.docx',
      (d) =>
        zipOf([
          { name: '%PDF-1.4', content: word(d) },
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'word/document.xml', content: '<a/>' },
        ]),
    ],
    [
      '.pdf',
      (d) => Buffer.concat([text(`%PDF-1.4\n%<html><script>${word(d)}</script>\n`), taken.pdf.content]),
    ],
    [
      '.jpg',
      () =>
        Buffer.concat([
          taken.jpeg.content.subarray(0, 2),
          Buffer.from([0xff, 0xfe, 0, 10]),
          text('%PDF-1.4'),
          taken.jpeg.content.subarray(2),
        ]),
    ],
  ],
  'active-content': [
    [
      '.pdf',
      (d) =>
        pdfOf(
          (doc) =>
            doc.catalog.set(
              PDFName.of('OpenAction'),
              action(doc, 'JavaScript', { JS: `app.alert('${word(d)}')` }),
            ),
          { packed: d(2) === 0 },
        ),
    ],
    [
      '.pdf',
      (d) => pdfOf((doc) => void action(doc, 'Launch', { F: `${word(d)}.exe` }), { packed: d(2) === 0 }),
    ],
    ['.pdf', (d) => pdfOf((doc) => doc.addJavaScript('main', `x = ${d(99)}`), { packed: true })],
    [
      '.pdf',
      (d) =>
        rawPdf([
          catalog,
          pages,
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /AA << /O << /S /#4aava#53cript /J#53 (${word(d)}) >> >> >>`,
        ]),
    ],
    [
      '.pdf',
      () =>
        rawPdf(
          [catalog, pages, page, '<< /S /Launch /F (cmd.exe) >>', '<< >>'].concat(['<< /Harmless true >>']),
        ),
    ],
    // The first of two objects with one number, which only some readers take.
    [
      '.pdf',
      (d) =>
        Buffer.concat([
          text(`%PDF-1.5\n4 0 obj\n<< /S /JavaScript /JS (${word(d)}) >>\nendobj\n`),
          rawPdf([catalog, pages, page, '<< /Harmless true >>']),
        ]),
    ],
    [
      '.pdf',
      () =>
        pdfOf((doc) =>
          doc.catalog.set(PDFName.of('AcroForm'), doc.context.obj({ Fields: [], XFA: PDFString.of('x') })),
        ),
    ],
    [
      '.pdf',
      () =>
        pdfOf((doc) => void doc.context.register(doc.context.obj({ Type: 'Annot', Subtype: 'RichMedia' })), {
          packed: true,
        }),
    ],
  ],
  'embedded-files': [
    ['.pdf', (d) => pdfOf((doc) => doc.attach(junk(d, 50), `${word(d)}.exe`), { packed: d(2) === 0 })],
    [
      '.pdf',
      () =>
        pdfOf((doc) => void doc.context.register(doc.context.obj({ Type: 'Filespec', EF: { F: 'x' } })), {
          packed: true,
        }),
    ],
    ['.docx', (d) => docxOf('x', [{ name: `word/embeddings/oleObject${d(9)}.bin`, content: 'x' }])],
    ['.docx', () => docxOf('x', [{ name: 'word/embeddings/oppsett.exe', content: 'MZ' }])],
  ],
};
