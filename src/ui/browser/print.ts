/** Shows the button that prints the page, where the browser can. */
export function printButton(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-enhance="print"]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
