/** So much of a statement is read from the back of a hall. */
const MOST = 200;

/** Whole sentences from the beginning, as many as fit; one that is too long alone ends at a word. */
export function excerpt(text: string): string {
  const [first = ''] = text.trim().split(/\n\s*\n/);
  const plain = first.replace(/\s+/g, ' ');
  if (plain.length <= MOST) return plain;
  const cut = plain.slice(0, MOST);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '));
  return end > MOST / 3 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}
