/** The photo routes, as the page calls them. */
import type { PhotoSetEntry, PhotoSetView } from '../photo-types';

/** An answer that is not a success, in words that can be shown. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  /** Sending the same again by itself may work: no connection, too many requests, a server that restarts. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Sending the same again may work once the person has made room. */
  get canRetry(): boolean {
    return this.isPassing || this.status === 409;
  }
}

const OFFLINE = 'No connection. Your photos are kept; try again when you are online.';
const UNREADABLE = 'Something went wrong on our side. Try again in a moment.';

export async function readSet(team: string): Promise<PhotoSetView> {
  return (await request(uploadsPath(team))) as PhotoSetView;
}

export async function removePhoto(team: string, photoId: string): Promise<void> {
  await request(`/api/teams/${team}/uploads/${photoId}`, { method: 'DELETE' });
}

export async function removeSet(team: string, photoSetId: string): Promise<void> {
  await request(`/api/teams/${team}/photo-sets/${photoSetId}`, { method: 'DELETE' });
}

export async function listSets(team: string): Promise<PhotoSetEntry[]> {
  return ((await request(`/api/teams/${team}/photo-sets`)) as { sets: PhotoSetEntry[] }).sets;
}

/** Answers the sets as they are then. */
export async function changeSet(
  team: string,
  photoSetId: string,
  change: { name?: string; current?: boolean },
): Promise<PhotoSetEntry[]> {
  const body = await request(`/api/teams/${team}/photo-sets/${photoSetId}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  });
  return (body as { sets: PhotoSetEntry[] }).sets;
}

/** Where a member's own browser sends photos. */
export function uploadsPath(team: string): string {
  return `/api/teams/${team}/uploads`;
}

/** Throws `ApiError` for everything but a success. */
export async function request(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, { cache: 'no-store', ...init }).catch(() => {
    throw new ApiError(0, OFFLINE);
  });
  return parse(response.status, await response.text());
}

type Sending = {
  /** The route that takes photos. */
  path: string;
  key: string;
  name: string;
  file: Blob;
  /** 0–100 while sending; 100 when the server has everything and checks it. */
  onProgress: (percent: number) => void;
  /** Aborted when the person takes the file back. */
  signal: AbortSignal;
};

/** Sends one photo and waits for its verdict. XMLHttpRequest, because `fetch` does not tell how much is sent. */
export function sendPhoto<T>({ path, key, name, file, onProgress, signal }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', path);
    xhr.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    xhr.setRequestHeader('X-Client-Key', key);
    xhr.setRequestHeader('X-File-Name', encodeURIComponent(name));
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(Math.min(99, (loaded / total) * 100));
    xhr.upload.onload = () => onProgress(100);
    xhr.onerror = () => reject(new ApiError(0, OFFLINE));
    xhr.onabort = () => reject(new ApiError(0, OFFLINE));
    signal.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.onload = () => {
      try {
        resolve(parse(xhr.status, xhr.responseText) as T);
      } catch (error) {
        reject(error);
      }
    };
    xhr.send(file);
  });
}

type ErrorBody = { error?: { message?: string; details?: Record<string, unknown> } };

function parse(status: number, text: string): unknown {
  const body = parseJson(text);
  if (status >= 200 && status < 300) return body;
  const { error } = (body ?? {}) as ErrorBody;
  throw new ApiError(status, error?.message ?? UNREADABLE, error?.details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
