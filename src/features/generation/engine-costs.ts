/**
 * What calls cost us, in millionths of a US dollar. Estimates by the vendors' list prices of November 2026, because their answers name
 * tokens and seconds but no money; the raw usage is stored beside them. For staff, never for members.
 */

const OPENAI = {
  /** A picture of 1024 × 1536 px by its quality; others by their area. */
  picture: { low: 4_000, medium: 15_000, high: 40_000 },
  reference: 10_000,
  look: 300,
  lookPhoto: 200,
} as const;

const MEASURED_AREA = 1024 * 1536;

export function editCost(
  { width, height }: { width: number; height: number },
  references: number,
  quality: 'low' | 'medium' | 'high',
): number {
  const picture = (OPENAI.picture[quality] * width * height) / MEASURED_AREA;
  return Math.round(picture + OPENAI.reference * references);
}

/** One message of the chat. */
export const CHAT_COST = 400;

export function lookCost(photos: number): number {
  return OPENAI.look + OPENAI.lookPhoto * photos;
}
