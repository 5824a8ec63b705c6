/** A plain PDF of text: A4, Helvetica, as many pages as it takes. For the demonstration's attachments. */

const page = { width: 595, height: 842, margin: 72 };
const title = { size: 18, lead: 30 };
const text = { size: 11, lead: 16 };
/** Helvetica is about half as wide as it is high; a little less, so that no line runs over. */
const charactersPerLine = Math.floor((page.width - 2 * page.margin) / (text.size * 0.52));

interface Line {
  text: string;
  size: number;
  lead: number;
}

export function textPdf(heading: string, paragraphs: readonly string[]): Buffer {
  const lines: Line[] = [
    { text: heading, ...title },
    ...paragraphs.flatMap((paragraph) => [
      { text: '', ...text },
      ...wrap(paragraph).map((line) => ({ text: line, ...text })),
    ]),
  ];
  return document(heading, paginate(lines).map(contentOf));
}

function wrap(paragraph: string): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length > charactersPerLine) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

function paginate(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [[]];
  let left = page.height - 2 * page.margin;
  for (const line of lines) {
    if (line.lead > left) {
      pages.push([]);
      left = page.height - 2 * page.margin;
    }
    pages.at(-1)?.push(line);
    left -= line.lead;
  }
  return pages;
}

const contentOf = (lines: readonly Line[]): string =>
  [
    'BT',
    `${page.margin} ${page.height - page.margin} Td`,
    ...lines.map((line) => `/F1 ${line.size} Tf 0 -${line.lead} Td (${escape(line.text)}) Tj`),
    'ET',
  ].join('\n');

const escape = (line: string): string => line.replace(/[\\()]/g, (character) => `\\${character}`);

/** The objects of the file, and after them the table of where each begins. */
function document(name: string, contents: readonly string[]): Buffer {
  const first = 4;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (nb) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      `<< /Length ${windows1252(content).length} >>\nstream\n${content}\nendstream`,
    ]),
    `<< /Title (${escape(name)}) >>`,
  ];
  let body = '%PDF-1.7\n%åæøå\n';
  const offsets = objects.map((object, i) => {
    const offset = windows1252(body).length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = windows1252(body).length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return windows1252(body);
}

/** The characters that Latin-1 lacks and Norwegian typesetting uses. */
const beyondLatin1: Readonly<Record<string, string>> = {
  '–': '\x96',
  '—': '\x97',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '…': '\x85',
  '•': '\x95',
};
const windows1252 = (string: string): Buffer =>
  Buffer.from(
    string.replace(/[–—‘’“”…•]/g, (character) => beyondLatin1[character] ?? '?'),
    'latin1',
  );
