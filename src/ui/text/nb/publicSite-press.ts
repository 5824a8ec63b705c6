/** What the press gets at the announcement. */
export const press = {
  title: 'For pressen',
  lead: 'Kunngjøringen og begrunnelsene på bokmål og nynorsk, bilder og fakta, samlet i én fil.',
  link: (year: number) => `Last ned pressepakken for Etikkprisen ${year} (ZIP)`,
  credit: 'Fotografen skal navngis når bildet brukes.',
  nominated: 'De nominerte, i alfabetisk rekkefølge',
  prize: 'Prispenger',
  amount: (kroner: string) => `${kroner} kroner`,
  more: 'Les mer',
  contact: 'Kontakt',
};
