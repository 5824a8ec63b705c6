/** The code from the mail: spaces and other signs that came along when it was pasted are taken away. */
export function plainCode(root: Document): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-enhance="code"]')) {
    field.addEventListener('paste', (event) => {
      const digits = event.clipboardData?.getData('text').replace(/\D/g, '') ?? '';
      if (digits === '') return;
      event.preventDefault();
      field.value = digits.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
