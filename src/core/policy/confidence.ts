/**
 * Which wording of the rules of confidence holds. Raise it when the words change: everybody is then asked anew, and until they
 * have answered, nothing opens to them that a role or a seat opens.
 */
export const CONFIDENCE_WORDING = 3;
