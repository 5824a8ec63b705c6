/** A withdrawal after the nominated are public, written down by the secretariat. */
export const withdrawal = {
  title: 'Registrer at søknaden er trukket',
  link: 'Søkeren har trukket søknaden',
  question: (organisation: string) => `Har ${organisation} trukket søknaden?`,
  lead: 'De nominerte er offentliggjort. Derfor er det sekretariatet som registrerer at en søknad er trukket.',
  notPublic: 'Søknaden og juryens begrunnelse vises ikke lenger på de offentlige sidene.',
  reopens:
    'Har fagjuryen valgt vinneren, må den velge på nytt. En kunngjøring som er forberedt, blir stoppet.',
  final: 'Dette kan ikke gjøres om.',
  tell: 'De som har arbeidet med søknaden, får en e-post om at den er trukket.',
  reason: 'Begrunnelse',
  reasonHint: 'Hvem som ga beskjed, når og hvorfor. Dette står i loggen.',
  confirm: 'Ja, registrer at den er trukket',
  reopened: 'En av de nominerte har trukket søknaden.',
};
