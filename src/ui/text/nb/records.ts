export const records = {
  title: 'Logg',
};
