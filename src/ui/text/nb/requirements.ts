/** What is missing, one sentence a named requirement of workflows/, written as what to do. */
export const requirements: Record<string, string> = {};
