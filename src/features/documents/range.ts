/** The part of a file that a Range header asks for (RFC 9110): one part; several, and what is no range, count as the whole. */
export function rangeOf(
  header: string | undefined,
  total: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return undefined;
  const [first, last] = [
    found[1] === '' ? undefined : Number(found[1]),
    found[2] === '' ? undefined : Number(found[2]),
  ];
  if (first === undefined)
    return last === 0 ? 'unsatisfiable' : { start: Math.max(total - (last as number), 0), end: total - 1 };
  if (last !== undefined && last < first) return undefined;
  return first >= total ? 'unsatisfiable' : { start: first, end: Math.min(last ?? total - 1, total - 1) };
}
