/** The package ships without its declarations; these are the parts used here. */
declare module 'onnxruntime-node' {
  export class Tensor {
    constructor(type: 'float32', data: Float32Array, dims: readonly number[]);
    readonly data: Float32Array;
    readonly dims: readonly number[];
  }
  export interface SessionOptions {
    logSeverityLevel?: 0 | 1 | 2 | 3 | 4;
    intraOpNumThreads?: number;
    enableCpuMemArena?: boolean;
    enableMemPattern?: boolean;
  }
  export class InferenceSession {
    static create(model: Uint8Array, options?: SessionOptions): Promise<InferenceSession>;
    run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
  }
}
