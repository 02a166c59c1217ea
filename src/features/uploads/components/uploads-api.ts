/** The photo routes, as the page calls them. */
import type { Texts } from '@/texts/make-texts';
import {
  NAMELESS_TYPE,
  PHOTO_TYPES,
  type PhotoSetEntry,
  type PhotoSetView,
  type UploadWay,
} from '../photo-types';

/** An answer that is not a success. */
export class ApiError extends Error {
  constructor(
    /** 0: none came. */
    readonly status: number,
    /** The server's words, in the reader's language; null when it said nothing that can be read. */
    readonly said: string | null = null,
    readonly details: Record<string, unknown> = {},
  ) {
    super(said ?? `Status ${status}`);
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

/** What to tell of an error; `other`: of one that is none of the server's. */
export function messageOf(
  thrown: unknown,
  { t }: Texts,
  other: 'other' | 'opening' | 'sending' | 'removing' = 'other',
): string {
  if (!(thrown instanceof ApiError)) return t(`uploads.client.failed.${other}`);
  if (thrown.said !== null) return thrown.said;
  return t(`uploads.client.failed.${thrown.status === 0 ? 'offline' : 'ourSide'}`);
}

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
    throw new ApiError(0);
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
  /** It was sent before: the server is asked for it first. */
  maybeThere: boolean;
};

/** Routes that take photos themselves. */
const takesHere = new Set<string>();

/** Sends one photo the way the server names and waits for its verdict. */
export async function sendPhoto<T>(sending: Sending): Promise<T> {
  const { path, signal, maybeThere } = sending;
  if (takesHere.has(path) && !maybeThere) return sendHere(sending);
  const way = await askWay<T>(sending);
  if (way.way === 'done') return way.photo;
  if (way.way === 'here') {
    takesHere.add(path);
    return sendHere(sending);
  }
  try {
    await sendBytes({ ...sending, method: 'PUT', address: way.url, headers: way.headers });
  } catch (error) {
    // The store is closed to this page or this network. We are not: the photo takes the longer way.
    if (signal.aborted || !navigator.onLine) throw error;
    return sendHere(sending);
  }
  return (await request(`${path}/direct/${way.uploadId}`, { method: 'POST', signal })) as T;
}

async function askWay<T>({ path, key, name, file, signal }: Sending): Promise<UploadWay<T>> {
  const body = JSON.stringify({ clientKey: key, name, size: file.size, contentType: typeOf(file) });
  const headers = { 'Content-Type': 'application/json' };
  return (await request(`${path}/direct`, { method: 'POST', headers, body, signal })) as UploadWay<T>;
}

async function sendHere<T>(sending: Sending): Promise<T> {
  const { path, key, name, file } = sending;
  const headers = {
    'Content-Type': typeOf(file),
    'X-Client-Key': key,
    'X-File-Name': encodeURIComponent(name),
  };
  return (await sendBytes({ ...sending, method: 'POST', address: path, headers })) as T;
}

function typeOf({ type }: Blob): string {
  return PHOTO_TYPES.includes(type) ? type : NAMELESS_TYPE;
}

type Bytes = Pick<Sending, 'file' | 'onProgress' | 'signal'> & {
  method: 'PUT' | 'POST';
  address: string;
  headers: Record<string, string>;
};

/** XMLHttpRequest, because `fetch` does not tell how much is sent. */
function sendBytes({ method, address, headers, file, onProgress, signal }: Bytes): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, address);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(Math.min(99, (loaded / total) * 100));
    xhr.upload.onload = () => onProgress(100);
    xhr.onerror = () => reject(new ApiError(0));
    xhr.onabort = () => reject(new ApiError(0));
    signal.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.onload = () => {
      try {
        resolve(parse(xhr.status, xhr.responseText));
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
  throw new ApiError(status, error?.message ?? null, error?.details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
