export const publication = {
  title: 'Offentliggjøring',
};
