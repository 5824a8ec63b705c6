/** Remembers what was made of a key that says all of what it was made of: so that what is remembered can never be given for something else. */

/**
 * @param most how many; then all of it is forgotten
 * @param keep whether what was made is worth it. What failed is made again.
 */
export function remembering<T>(
  most: number,
  keep: (made: T) => boolean = () => true,
): (key: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key, make) => {
    const found = known.get(key);
    if (found) return found;
    if (known.size >= most) known.clear();
    const made = make();
    known.set(key, made);
    made.then(
      (result) => keep(result) || known.delete(key),
      () => known.delete(key),
    );
    return made;
  };
}
