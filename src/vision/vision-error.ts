import type { VisionErrorCode } from '@/vision/types';

/**
 * The one error of the vision layer. Its code is for the caller to map to a sentence or an `AppError`;
 * its message is for logs and never contains picture data.
 */
export class VisionError extends Error {
  readonly code: VisionErrorCode;

  constructor(code: VisionErrorCode, message: string = code) {
    super(message);
    this.name = 'VisionError';
    this.code = code;
  }

  /**
   * A bundler may load this file several times in one process, while the vision client is shared by all of it: an error
   * of one copy must be recognized by the others.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'VisionError';
  }
}
