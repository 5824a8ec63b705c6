import type { openForm as nb } from '../nb/openForm.ts';

export const openForm: typeof nb = {
  website: 'Leave this field empty',
  trap: 'Empty this field and send once more. Only programs fill it in',
  again: 'We could not take in the form. Everything you wrote is still here. Press the button once more',
};
