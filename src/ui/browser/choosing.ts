/** The ticks of a table: all or none at once, and how many. Without scripts the link draws the page with all of them. */

export function chooseRows(root: Document): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-choose-all]')) {
    const form = link.closest('form');
    const count = form?.querySelector<HTMLOutputElement>('output[data-chosen]');
    if (!form || !count) continue;
    const ticks = [...form.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')];
    const show = () => {
      const chosen = ticks.filter((tick) => tick.checked).length;
      count.textContent = (count.dataset['chosen'] ?? '').replace('{n}', String(chosen));
      count.hidden = false;
      link.textContent = link.dataset[chosen === ticks.length ? 'chooseNone' : 'chooseAll'] ?? '';
    };
    link.setAttribute('role', 'button');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const all = ticks.some((tick) => !tick.checked);
      for (const tick of ticks) tick.checked = all;
      show();
    });
    // A button answers to the space bar too.
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      link.click();
    });
    form.addEventListener('change', show);
    // The browser may have kept ticks from before.
    addEventListener('pageshow', show);
    show();
  }
}
