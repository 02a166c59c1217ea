/** What a picture can be fetched as. Plain data, safe in the browser. */

export const FORMATS = ['jpeg', 'png', 'webp'] as const;
export type Format = (typeof FORMATS)[number];

/** `avatar`: 256 px square around the face. The numbers: px of the long side, never enlarged. */
export const SIZES = ['original', '1024', '512', 'avatar'] as const;
export type Size = (typeof SIZES)[number];
