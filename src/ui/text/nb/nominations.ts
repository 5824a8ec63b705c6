export const nominations = {
  title: 'Søknader',
};
