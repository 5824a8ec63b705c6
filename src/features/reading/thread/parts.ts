/** Documents without pages of their own, cut into parts that one can point to. */
import { plainText, type TextNode } from '../../../ui/document-text.ts';
import type { Sink } from './main.ts';

const ENOUGH = 3000;
const MOST = 6000;

/** Gives the nodes in parts of some thousand characters, cut before a heading where there is one. */
export function giveParts(nodes: readonly TextNode[], sink: Sink): void {
  let part: TextNode[] = [];
  let length = 0;
  const give = (): boolean => {
    const full = part;
    part = [];
    length = 0;
    return full.length === 0 || sink.page(full, plainText(full));
  };
  for (const node of nodes) {
    if ((length > ENOUGH && node.tag.startsWith('h')) || length > MOST) if (!give()) return;
    part.push(node);
    length += plainText([node]).length;
  }
  give();
}
