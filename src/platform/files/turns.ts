/**
 * Lets `most` go on in each turn of the event loop and the others in the turns that follow, in the order in which they came: whatever
 * else the process is asked comes in between. Nobody holds a place while it waits for something else.
 */
export function turnsOf(most: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    for (const go of waiting.splice(0, most)) go();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}
