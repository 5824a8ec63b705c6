/** Browsers say one of a few things in a header: what was read of the first hundred of them is not read again. */
const MOST = 100;

export function readOnce<T>(read: (header: string) => T): (header?: string) => T {
  const known = new Map<string, T>();
  return (header = '') => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const made = read(header);
    if (known.size < MOST) known.set(header, made);
    return made;
  };
}
