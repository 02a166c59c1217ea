/** The routes of the hand-over: those of the desktop and those of the phone. */
import type { HandoverView, PhoneView, StartedHandover } from '../handover/handover-types';
import { request } from './uploads-api';

const desktop = (team: string) => `/api/teams/${team}/handovers`;

export async function startHandover(team: string): Promise<StartedHandover> {
  return (await request(desktop(team), { method: 'POST' })) as StartedHandover;
}

export async function readHandover(team: string): Promise<HandoverView | null> {
  return ((await request(desktop(team))) as { handover: HandoverView | null }).handover;
}

export async function closeHandover(team: string): Promise<void> {
  await request(desktop(team), { method: 'DELETE' });
}

/** Where a phone sends photos. */
export const PHONE_UPLOADS = '/api/phone/photos';

/** Opens the link's token, once; later reads go without it. */
export async function openLink(token: string): Promise<PhoneView> {
  const headers = { 'Content-Type': 'application/json' };
  return (await request('/api/phone', {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  })) as PhoneView;
}

export async function readPhone(): Promise<PhoneView> {
  return (await request('/api/phone')) as PhoneView;
}

export async function removePhonePhoto(id: string): Promise<void> {
  await request(`${PHONE_UPLOADS}/${id}`, { method: 'DELETE' });
}

export async function finishPhone(): Promise<void> {
  await request('/api/phone', { method: 'DELETE' });
}
