/** The text of a document that somebody uploaded, as blocks on paper. */
import { heading, list, paragraph, table, type Block } from '../../platform/pdf/index.ts';
import { plainText, type TextNode } from '../../ui/document-text.ts';

/** More columns than this do not fit beside each other: a row is then a line. */
const MOST_COLUMNS = 6;

/** @param lang of the text, where it is another than the document's */
export function treeBlocks(nodes: readonly TextNode[], lang: string | undefined): Block[] {
  return nodes.flatMap((node) => {
    if (node.tag === 'table') return tableBlocks(node, lang);
    const text = plainText([node]);
    if (text === '') return [];
    switch (node.tag) {
      case 'h1':
      case 'h2':
      case 'h3':
        // Under the name of the document, whichever level it had in it.
        return [heading(4, text, lang)];
      case 'ul':
      case 'ol':
        return [list(itemsOf(node), { ordered: node.tag === 'ol', ...(lang && { lang }) })];
      default:
        return [paragraph(text, 'body', lang)];
    }
  });
}

const elements = ({ children }: TextNode): TextNode[] =>
  children.filter((child): child is TextNode => typeof child !== 'string');
const itemsOf = (node: TextNode): string[] =>
  elements(node)
    .map((child) => plainText([child]))
    .filter(Boolean);

function tableBlocks(node: TextNode, lang: string | undefined): Block[] {
  const rows = elements(node).map((row) => elements(row).map((cell) => plainText([cell])));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  if (columns > MOST_COLUMNS) {
    const words = rows.map((row) => row.filter(Boolean).join(' · ')).filter(Boolean);
    return words.map((row) => paragraph(row, 'body', lang));
  }
  const [head = [], ...rest] = rows;
  const named = rest.length > 0 && head.every(Boolean) && head.length === columns;
  const filled = (named ? rest : rows).map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ''));
  return [
    table(
      Array.from({ length: columns }, (_, i) => ({ label: named ? (head[i] ?? '') : '' })),
      filled,
    ),
  ];
}
