/** Where an address of the service is from this page: in a practice edition everything lies under a prefix of its own. */
export const here = (path: string): string => (document.documentElement.dataset['base'] ?? '') + path;
