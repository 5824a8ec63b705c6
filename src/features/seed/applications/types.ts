/** An application of the demonstration. All of it is invented; the organisations of the register are only borrowed names. */
export interface DemoApplication {
  kind: 'municipality' | 'district' | 'enterprise' | 'cooperation';
  /** As it stands in the register, where it does. */
  organisation: string;
  unit: string;
  partners: readonly string[];
  language: 'nb' | 'nn';
  /** Who works on it; the first one starts it and sends it in. */
  people: readonly { name: string; email: string }[];
  contact: string;
  summary: string;
  /** One for each of the seven assessed criteria, in their order. */
  criteria: readonly [string, string, string, string, string, string, string];
  departments: readonly (readonly [name: string, advisers: number])[];
  courses: readonly (readonly [name: string, participants: number])[];
  /** Keys of the options of the default form. */
  chosen: { methods: readonly string[]; themes: readonly string[]; programmes: readonly string[] };
  innovation: string;
  leader: { name: string; title: string };
  documents: readonly DemoDocument[];
}

export interface DemoDocument {
  name: string;
  type: 'pdf' | 'docx';
  title: string;
  paragraphs: readonly string[];
}
