/** The edit routes, as the editor calls them. */
import type { Texts } from '@/texts/make-texts';
import type { BackdropView } from '../../backdrops/backdrop-types';
import type { PictureEdit, VersionList, VersionView } from '../../edit-types';

export type EditorTarget = { slug: string; generationId: string; pictureId: string };

export type CropBox = { left: number; top: number; width: number; height: number };

export type Preview = {
  blob: Blob;
  /** The frame in pixels of the picture as it was made. */
  box: CropBox;
};

/** An answer that is not a success; `editProblem` has the words for it. */
export class EditError extends Error {
  constructor(
    readonly kind: 'refused' | 'offline' | 'unreadable' | 'preview' | 'other',
    /** Of `refused`: what the server says about it. */
    message = '',
    /** Why, for the page to say what helps: `consent_required`, `saving` … */
    readonly reason?: string,
  ) {
    super(message);
  }
}

/** What a person reads about it. */
export function editProblem(error: EditError, { t }: Texts): string {
  return error.kind === 'refused' ? error.message : t(`headshots.client.editor.problem.${error.kind}`);
}

export async function fetchPreview(target: EditorTarget, edit: PictureEdit): Promise<Preview> {
  const response = await send(target, 'preview', { method: 'POST', body: { edit } });
  const [left = 0, top = 0, width = 1, height = 1] = (response.headers.get('x-crop-box') ?? '')
    .split(' ')
    .map(Number);
  return { blob: await response.blob(), box: { left, top, width, height } };
}

/** The same key saves once. */
export async function saveVersion(
  target: EditorTarget,
  edit: PictureEdit,
  key: string,
): Promise<VersionView> {
  const response = await send(target, 'versions', {
    method: 'POST',
    body: { edit },
    headers: { 'idempotency-key': key },
  });
  return (await response.json()) as VersionView;
}

export async function chooseCurrent(target: EditorTarget, version: string | null): Promise<VersionList> {
  const response = await send(target, 'versions/current', { method: 'PUT', body: { version } });
  return (await response.json()) as VersionList;
}

export async function readVersions(target: EditorTarget): Promise<VersionList> {
  return (await (await send(target, 'versions', { method: 'GET' })).json()) as VersionList;
}

/** The same file again answers the backdrop that is there. */
export async function uploadBackdrop(slug: string, file: File): Promise<BackdropView> {
  const response = await ask(`/api/teams/${slug}/backdrops`, { method: 'POST', body: file });
  return (await response.json()) as BackdropView;
}

export async function removeBackdrop(slug: string, id: string): Promise<void> {
  await ask(`/api/teams/${slug}/backdrops/${id}`, { method: 'DELETE' });
}

type Sending = { method: string; body?: object; headers?: Record<string, string> };

function send(
  { slug, generationId, pictureId }: EditorTarget,
  path: string,
  { method, body, headers = {} }: Sending,
): Promise<Response> {
  return ask(`/api/teams/${slug}/headshots/${generationId}/pictures/${pictureId}/${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { cache: 'no-store', ...init }).catch(() => {
    throw new EditError('offline');
  });
  if (response.ok) return response;
  const answer = (await response.json().catch(() => null)) as {
    error?: { message?: string; details?: { reason?: string } };
  } | null;
  const said = answer?.error;
  if (!said?.message) throw new EditError('unreadable');
  throw new EditError('refused', said.message, said.details?.reason);
}
