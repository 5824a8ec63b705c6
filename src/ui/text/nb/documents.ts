export const documents = {
  title: 'Vedlegg',
};
