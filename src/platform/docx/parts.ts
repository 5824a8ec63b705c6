/** The parts of a Word document that are the same in each, or nearly so. */
import type { Meta } from '../pdf/index.ts';
import { escapeXml } from './xml.ts';

const declared = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;
const OFFICE = 'http://schemas.openxmlformats.org';
const W = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The number of the first numbered list; 1 is that of all lists with dots. */
export const NUMBERS = 2;

/** Contents, relations and styles, by their names in the archive. */
export const FIXED = (lang: string): Record<string, string> => ({
  '[Content_Types].xml': declared(
    `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  ),
  '_rels/.rels': relations([
    [`${OFFICE}/officeDocument/2006/relationships/officeDocument`, 'word/document.xml'],
    [`${OFFICE}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]),
  'word/_rels/document.xml.rels': relations([
    [`${OFFICE}/officeDocument/2006/relationships/styles`, 'styles.xml'],
    [`${OFFICE}/officeDocument/2006/relationships/numbering`, 'numbering.xml'],
  ]),
  'word/styles.xml': declared(
    `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="22"/><w:lang w:val="${escapeXml(lang)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${STYLES}</w:styles>`,
  ),
});

const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  declared(
    `<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`,
  );

const style = (id: string, name: string, look: string, inParagraph = '', based = true): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${based ? '' : ' w:default="1"'}><w:name w:val="${name}"/>${based ? '<w:basedOn w:val="Normal"/>' : ''}<w:qFormat/>${inParagraph && `<w:pPr>${inParagraph}</w:pPr>`}${look && `<w:rPr>${look}</w:rPr>`}</w:style>`;
const headingStyle = (level: number, size: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:b/><w:sz w:val="${size}"/>`,
    `<w:keepNext/><w:spacing w:before="${size * 8}" w:after="100"/><w:outlineLvl w:val="${level - 1}"/>`,
  );
const lines = (color: string): string =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${color}"/>`)
    .join('');
const STYLES = [
  style('Normal', 'Normal', '', '', false),
  headingStyle(1, 40),
  headingStyle(2, 30),
  headingStyle(3, 25),
  headingStyle(4, 22),
  style('Lead', 'Lead', '<w:sz w:val="24"/>'),
  style('Muted', 'Muted', '<w:color w:val="51606F"/><w:sz w:val="19"/>'),
  style('Strong', 'Strong paragraph', '<w:b/>'),
  style('Note', 'Note', '', '<w:shd w:val="clear" w:color="auto" w:fill="EEF3F8"/>'),
  style('ListParagraph', 'List Paragraph', '', '<w:spacing w:after="60"/>'),
  `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${lines('B9C2CC')}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
].join('');

export const coreProperties = ({
  title,
  author,
  lang,
  at,
}: Pick<Meta, 'title' | 'author' | 'lang' | 'at'>): string => {
  const when = `${at.toISOString().slice(0, 19)}Z`;
  return declared(
    `<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${escapeXml(lang)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified></cp:coreProperties>`,
  );
};

/** @param ordered how many lists are numbered: each begins at 1 */
export function numbering(ordered: number): string {
  const kind = (id: number, format: string, sign: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`;
  const numbers = Array.from(
    { length: ordered },
    (_, i) =>
      `<w:num w:numId="${NUMBERS + i}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  return declared(
    `<w:numbering ${W}>${kind(0, 'bullet', '•')}${kind(1, 'decimal', '%1.')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${numbers.join('')}</w:numbering>`,
  );
}
