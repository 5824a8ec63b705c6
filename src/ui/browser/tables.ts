/** Tables to fill in: a new row without waiting for the server, and sums while one writes. */
import { addRow } from './answers.ts';

export function growTables(root: Document): void {
  for (const box of root.querySelectorAll<HTMLElement>('[data-question][data-kind="table"]')) {
    const id = box.dataset['question'] ?? '';
    const sum = () => showSums(box);
    box.addEventListener('input', sum);
    box.addEventListener('ep:shown', sum);
    box.querySelector(`button[value="row-${id}"]`)?.addEventListener('click', (event) => {
      const row = addRow({ box, id });
      if (!row) return;
      event.preventDefault();
      row.querySelector('input')?.focus();
    });
  }
}

/** As the server adds: whole numbers from 0; anything else does not count. */
function showSums(box: HTMLElement): void {
  for (const shown of box.querySelectorAll<HTMLOutputElement>('[data-sum]')) {
    let sum = 0;
    for (const cell of box.querySelectorAll<HTMLInputElement>(
      `input[data-column="${shown.dataset['sum']}"]`,
    )) {
      const plain = cell.value.replace(/[\s\u00a0\u202f]/g, '');
      if (/^\d{1,9}$/.test(plain)) sum += Number(plain);
    }
    shown.textContent = String(sum);
  }
}
