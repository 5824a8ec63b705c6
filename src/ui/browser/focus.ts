/** After a form came back with errors, reading begins at the summary. */
export function focusErrors(root: Document): void {
  root.querySelector<HTMLElement>('[data-focus]')?.focus();
}
