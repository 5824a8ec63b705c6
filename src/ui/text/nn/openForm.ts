import type { openForm as nb } from '../nb/openForm.ts';

export const openForm: typeof nb = {
  website: 'La dette feltet stå tomt',
  trap: 'Tøm dette feltet og send ein gong til. Berre program fyller det ut',
  again: 'Vi fekk ikkje teke imot skjemaet. Alt du skreiv, står her enno. Trykk på knappen ein gong til',
};
