export const publicSite = {
  title: 'Etikkprisen',
};
