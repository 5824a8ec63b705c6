/** Asks before an act that has a question. What cannot be undone has a page of its own instead. */
export function askFirst(root: Document): void {
  root.addEventListener('submit', (event) => {
    const question = (event.target as HTMLFormElement).dataset['ask'];
    if (question !== undefined && !confirm(question)) event.preventDefault();
  });
}
