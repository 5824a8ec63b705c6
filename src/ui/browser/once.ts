/** A form that is on its way is not sent again by a second press. The server sees to it too; this saves the wait. */
export function sendOnce(root: Document): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.dataset['download'] !== undefined) return;
    if (form.dataset['sent'] === 'yes') {
      event.preventDefault();
      return;
    }
    form.dataset['sent'] = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  // Back in the history, the page comes as it was left: it can be sent again.
  addEventListener('pageshow', () => {
    for (const form of root.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
      delete form.dataset['sent'];
      for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
    }
  });
}
