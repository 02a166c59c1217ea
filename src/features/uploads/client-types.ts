/** Shapes of the upload page that never leave the browser. */

/** A file on its way; it becomes a photo of the set once the server has checked it. */
export type LocalUpload = {
  /** The photo's client key: SHA-256 of the chosen file where the browser can compute it. */
  key: string;
  name: string;
  /** Object URL of the chosen file. */
  previewUrl: string;
  phase: 'waiting' | 'offline' | 'sending' | 'checking' | 'failed';
  /** Share of the bytes that are sent, 0–100. */
  progress: number;
  /** What went wrong, ready to show. */
  error: string | null;
  /** Whether sending the same file again can help. */
  retryable: boolean;
};
