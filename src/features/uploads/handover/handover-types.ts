/** What the desktop and the phone see of a hand-over. Plain data, safe in the browser. */
import type { QrDrawing } from '@/lib/qr';
import type { Finding, PhotoStatus } from '../photo-types';

/** `waiting`: nobody opened the link yet. `open`: a phone adds photos. */
export type HandoverView = {
  id: string;
  state: 'waiting' | 'open';
  /** When the link, then the phone, stops working unless something happens. */
  expiresAt: string;
};

/** What starting answers. The link is known now and never again. */
export type StartedHandover = HandoverView & { url: string; qr: QrDrawing };

/** A photo as the phone that sent it sees it: its verdict, never the picture. */
export type PhonePhoto = {
  id: string;
  clientKey: string;
  name: string;
  status: PhotoStatus;
  findings: Finding[];
};

/** `id`: whose photos wait in the phone's browser. */
export type PhoneView = { id: string; expiresAt: string; photos: PhonePhoto[] };
