export const secretariat = {
  title: 'Sekretariatet',
};
