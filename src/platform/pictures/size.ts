/** Of a picture for sharing, in points, as the places where people share links show it. */
export const CARD = { width: 1200, height: 630 } as const;
