/** Forms that anybody may send without signing in. */
export const openForm = {
  website: 'La dette feltet stå tomt',
  trap: 'Tøm dette feltet og send en gang til. Bare programmer fyller det ut',
  again: 'Vi fikk ikke tatt imot skjemaet. Alt du skrev, står her ennå. Trykk på knappen en gang til',
};
