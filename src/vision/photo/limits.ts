/** What a photo may be (spec: uploads). The pixel limit is checked before anything is decoded. */
export const MAX_BYTES = 25 * 1024 * 1024;
export const MAX_PIXELS = 64_000_000;
export const WORKING_SIDE = 4096;
export const THUMBNAIL_SIDE = 480;
