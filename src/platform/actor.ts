/** The person behind a request, or the service itself. */
export interface Actor {
  /** `null` for the service acting on its own: due dates and cascades. */
  personId: string | null;
  name: string;
  email: string;
  lang: 'nb' | 'nn' | 'en';
  via: 'session' | 'token' | 'system';
  /**
   * What the person is at the moment, only to draw navigation: applicant, juror, chair, secretary, leader, communications,
   * embargoReader, administrator, auditor, and unconfirmed while the rules of confidence of a role wait.
   * Rights never come from here; they come from the policy.
   */
  roles: readonly string[];
}

export const systemActor: Actor = {
  personId: null,
  name: 'system',
  email: '',
  lang: 'nb',
  via: 'system',
  roles: [],
};

/** Who reads, and when: a request is one. */
export interface Reader {
  actor: Actor | null;
  now: Date;
}
