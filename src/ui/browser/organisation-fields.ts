/** Fields for organisation numbers. */
import { digitsOf, isOrganisationNumber } from './organisation-number.ts';

/** Says at once that a number cannot be right, when one leaves the field. The server says it again. */
export function checkOrganisationNumbers(root: Document): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-enhance="organisationNumber"]')) {
    const said = root.createElement('p');
    said.className = 'ds-validation-message';
    said.setAttribute('role', 'alert');
    said.hidden = true;
    field.after(said);
    field.addEventListener('change', () => {
      const digits = digitsOf(field.value);
      const wrong = digits !== '' && !isOrganisationNumber(digits);
      said.textContent = wrong ? (field.dataset['wrong'] ?? '') : '';
      said.hidden = !wrong;
      if (wrong) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    });
  }
}
