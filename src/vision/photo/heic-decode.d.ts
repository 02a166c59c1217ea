/** The package ships without declarations. */
declare module 'heic-decode' {
  interface HeicImage {
    width: number;
    height: number;
    /** Upright RGBA. */
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  }
  interface Decode {
    all(input: { buffer: Uint8Array }): Promise<HeicImage[] & { dispose(): void }>;
  }
  const decode: Decode;
  export default decode;
}
