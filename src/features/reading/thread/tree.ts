/** Builds the tree of a text while its source is being read: only what is allowed gets in, and nothing deeper than people write. */
import type { TextNode, TextTag } from '../../../ui/document-text.ts';

const DEEPEST = 30;
const INLINE: ReadonlySet<TextTag> = new Set(['strong', 'em', 'sup', 'sub', 'a', 'br']);
/** What holds running text: a block that begins inside of it comes after it instead. */
const RUNNING: ReadonlySet<TextTag> = new Set(['p', 'h1', 'h2', 'h3']);

export interface Tree {
  nodes: TextNode[];
  open(tag: TextTag, rest?: Omit<TextNode, 'tag' | 'children'>): void;
  close(): void;
  text(text: string): void;
}

export function tree(): Tree {
  const nodes: TextNode[] = [];
  const stack: TextNode[] = [];
  const place = (node: TextNode): (string | TextNode)[] => {
    const inline = INLINE.has(node.tag);
    const at = stack.findIndex(({ tag }) => RUNNING.has(tag));
    const holder = !inline && at >= 0 ? stack[at - 1] : stack.at(-1);
    return holder?.children ?? nodes;
  };
  return {
    nodes,
    open(tag, rest = {}) {
      const node: TextNode = { tag, children: [], ...rest };
      const holder = place(node);
      // Letters that stand in no block get one.
      if (holder === nodes && INLINE.has(tag)) {
        const paragraph: TextNode = { tag: 'p', children: [node] };
        nodes.push(paragraph);
      } else if (stack.length < DEEPEST) holder.push(node);
      stack.push(node);
    },
    close: () => void stack.pop(),
    text(text) {
      const clean = text.replace(/[\p{Cc}\ue000\ue001]+/gu, ' ');
      const holder = stack.at(-1);
      if (holder) holder.children.push(clean);
      else if (clean.trim() !== '') nodes.push({ tag: 'p', children: [clean] });
    },
  };
}

/** Without what is empty: blank paragraphs, rows and lists that only kept distance. */
export function withoutEmpty(nodes: readonly TextNode[]): TextNode[] {
  const full = (node: string | TextNode): boolean =>
    typeof node === 'string'
      ? node.trim() !== ''
      : node.tag === 'td' || node.tag === 'th' || node.children.some(full);
  const kept = (children: TextNode['children']): TextNode['children'] =>
    children.flatMap((child): TextNode['children'] => {
      if (typeof child === 'string') return [child];
      if (child.tag === 'br') return [child];
      const node = { ...child, children: kept(child.children) };
      return full(node) ? [node] : [];
    });
  return kept([...nodes]) as TextNode[];
}

/** Addresses that a reader may follow from a document. */
export const safeHref = (address: string | undefined): { href?: string } =>
  address !== undefined && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address) ? { href: address } : {};
