export const people = {
  title: 'Personer',
};
