export const results = {
  title: 'Resultat',
};
