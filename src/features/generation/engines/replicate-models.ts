/** What the models at Replicate take and cost. Pure. A model that cannot give what is promised in every shape is not here. */

export const REPLICATE_MODELS = ['google/nano-banana-pro', 'black-forest-labs/flux-2-pro'] as const;
export type ReplicateModel = (typeof REPLICATE_MODELS)[number];

export type ModelRequest = {
  prompt: string;
  /** Addresses of the references. */
  images: readonly string[];
  aspect: string;
  /** Px that are promised. */
  width: number;
  height: number;
  seed: number;
};

export type ModelCard = {
  mostReferences: number;
  input: (request: ModelRequest) => Record<string, unknown>;
  /** Millionths of a US dollar of one picture. */
  costMicros: (size: { width: number; height: number }, references: number) => number;
};

const FLUX_STEP = 32;
const MEGAPIXEL = 1_000_000;

export const MODEL_CARDS: Record<ReplicateModel, ModelCard> = {
  'google/nano-banana-pro': {
    mostReferences: 14,
    // "1K" is less than 1024 px on the short side of every shape but the square.
    input: ({ prompt, images, aspect }) => ({
      prompt,
      image_input: images,
      aspect_ratio: aspect,
      resolution: '2K',
      output_format: 'png',
      safety_filter_level: 'block_medium_and_above',
    }),
    costMicros: () => 150_000,
  },
  'black-forest-labs/flux-2-pro': {
    mostReferences: 8,
    input: ({ prompt, images, width, height, seed }) => ({
      prompt,
      input_images: images,
      aspect_ratio: 'custom',
      width: Math.ceil(width / FLUX_STEP) * FLUX_STEP,
      height: Math.ceil(height / FLUX_STEP) * FLUX_STEP,
      seed,
      output_format: 'png',
      safety_tolerance: 2,
    }),
    // A reference counts as one megapixel.
    costMicros: ({ width, height }, references) =>
      Math.round(15_000 + 15_000 * ((width * height) / MEGAPIXEL + references)),
  },
};
