/**
 * Every route there is and whom it is for. `routes.test.ts` fails when a route is missing here, and tries each as nobody, as
 * somebody of another team, as a colleague, and from another site.
 */

import { unedited } from '@/features/headshots/edit-types';

/** What the routes are tried on: objects of one member of one team. */
export type Objects = {
  teamId: string;
  memberId: string;
  colleagueId: string;
  generationId: string;
  pictureId: string;
  photoSetId: string;
  photoId: string;
  uploadId: string;
  invitationId: string;
  orderId: string;
  paymentId: string;
  requestId: string;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type RouteCase = {
  method: Method;
  /** Folder under `src/app/api`. */
  route: string;
  /**
   * `team`: any member. `admin`: owners and admins. `own`: only the member whose object it is. `signed-in`: a person, in no
   * team. `public`: everyone, or guarded by a secret in the request.
   */
  access: 'team' | 'admin' | 'own' | 'signed-in' | 'public';
  params?: (objects: Objects) => Record<string, string>;
  body?: (objects: Objects) => object;
};

const generation = ({ generationId }: Objects) => ({ id: generationId });
const picture = ({ generationId, pictureId }: Objects) => ({ id: generationId, pictureId });
const photoSet = ({ photoSetId }: Objects) => ({ id: photoSetId });
const invitation = ({ invitationId }: Objects) => ({ id: invitationId });
const request = ({ requestId }: Objects) => ({ id: requestId });
const payment = ({ paymentId }: Objects) => ({ id: paymentId });
const colleague = ({ colleagueId }: Objects) => ({ id: colleagueId });

const EDIT = unedited('4:5');

export const ROUTES: RouteCase[] = [
  { method: 'GET', route: 'health', access: 'public' },
  { method: 'GET', route: 'ready', access: 'public' },
  { method: 'GET', route: 'metrics', access: 'public' },
  { method: 'GET', route: 'auth/[...all]', access: 'public' },
  { method: 'POST', route: 'auth/[...all]', access: 'public' },
  { method: 'POST', route: 'stripe/webhook', access: 'public' },
  { method: 'GET', route: 'cron/drain', access: 'public' },
  { method: 'POST', route: 'cron/drain', access: 'public' },
  { method: 'POST', route: 'webhooks/replicate', access: 'public' },
  { method: 'GET', route: 'headshots/config', access: 'public' },
  { method: 'POST', route: 'headshots/estimate', access: 'public' },
  { method: 'GET', route: 'invitations/[token]', access: 'public' },
  { method: 'POST', route: 'invitations/[token]/accept', access: 'public' },
  { method: 'POST', route: 'invitations/[token]/ask-again', access: 'public' },
  // Guarded by the cookie of a phone that opened a link: `uploads/handover/handover.test.ts`.
  { method: 'GET', route: 'phone', access: 'public' },
  { method: 'POST', route: 'phone', access: 'public' },
  { method: 'DELETE', route: 'phone', access: 'public' },
  { method: 'POST', route: 'phone/photos', access: 'public' },
  { method: 'DELETE', route: 'phone/photos/[id]', access: 'public' },
  { method: 'POST', route: 'phone/photos/direct', access: 'public' },
  { method: 'POST', route: 'phone/photos/direct/[id]', access: 'public' },
  { method: 'GET', route: 'dev/mailbox', access: 'public' },
  { method: 'GET', route: 'dev/verify-ledger', access: 'public' },
  { method: 'POST', route: 'dev/checkout/[sessionId]', access: 'public' },
  { method: 'POST', route: 'dev/invoices/[id]', access: 'public' },
  { method: 'POST', route: 'dev/portal/[id]', access: 'public' },
  { method: 'POST', route: 'dev/stripe', access: 'public' },

  { method: 'GET', route: 'teams', access: 'signed-in' },
  { method: 'POST', route: 'teams', access: 'signed-in', body: () => ({ name: 'Another team' }) },
  { method: 'GET', route: 'account/deletions', access: 'signed-in' },
  { method: 'GET', route: 'account/deletions/[id]', access: 'own', params: () => ({ id: 'del_none' }) },
  {
    method: 'GET',
    route: 'files/photos/[id]/[variant]',
    access: 'own',
    params: (o) => ({ id: o.photoId, variant: 'thumbnail' }),
  },
  {
    method: 'GET',
    route: 'files/pictures/[id]/[variant]',
    access: 'own',
    params: (o) => ({ id: o.pictureId, variant: 'picture' }),
  },
  {
    method: 'POST',
    route: 'stripe/create-checkout',
    access: 'admin',
    body: (o) => ({ teamId: o.teamId, pack: 'starter' }),
  },

  { method: 'GET', route: 'teams/[teamId]/consents', access: 'team' },
  { method: 'POST', route: 'teams/[teamId]/consents', access: 'team', body: () => ({}) },
  { method: 'DELETE', route: 'teams/[teamId]/consents', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/credits/overview', access: 'admin' },
  {
    method: 'POST',
    route: 'teams/[teamId]/credits/allocate',
    access: 'admin',
    body: (o) => ({ memberId: o.colleagueId, amount: 1 }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/credits/reassign',
    access: 'admin',
    body: (o) => ({ fromMemberId: o.memberId, to: { memberId: o.colleagueId }, amount: 1 }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/credits/auto-distribute',
    access: 'admin',
    body: () => ({ mode: 'even', preview: true }),
  },
  { method: 'GET', route: 'teams/[teamId]/credits/statement', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/credit-requests', access: 'admin' },
  { method: 'POST', route: 'teams/[teamId]/credit-requests', access: 'team', body: () => ({ amount: 1 }) },
  { method: 'POST', route: 'teams/[teamId]/credit-requests/[id]/approve', access: 'admin', params: request },
  {
    method: 'POST',
    route: 'teams/[teamId]/credit-requests/[id]/decline',
    access: 'admin',
    params: request,
    body: () => ({ answer: 'Next month.' }),
  },
  { method: 'POST', route: 'teams/[teamId]/credit-requests/[id]/withdraw', access: 'own', params: request },
  { method: 'GET', route: 'teams/[teamId]/events', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/handovers', access: 'team' },
  { method: 'POST', route: 'teams/[teamId]/handovers', access: 'team' },
  { method: 'DELETE', route: 'teams/[teamId]/handovers', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/headshots', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/headshots/config', access: 'team' },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/estimate',
    access: 'team',
    body: () => ({ style: 'corporate', aspect: '4:5', variations: 1 }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/generate',
    access: 'own',
    body: (o) => ({ photoSetId: o.photoSetId, style: 'corporate', aspect: '4:5', variations: 1 }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/chat',
    access: 'team',
    body: () => ({ message: 'Blue background', preferences: {}, style: 'corporate' }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/batch',
    access: 'own',
    body: (o) => ({ action: 'delete', pictureIds: [o.pictureId] }),
  },
  // Ids come in the query; whose they are is tried in headshots.test.ts.
  { method: 'GET', route: 'teams/[teamId]/headshots/download', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/headshots/[id]', access: 'own', params: generation },
  {
    method: 'PATCH',
    route: 'teams/[teamId]/headshots/[id]',
    access: 'own',
    params: generation,
    body: () => ({ cancel: true }),
  },
  { method: 'DELETE', route: 'teams/[teamId]/headshots/[id]', access: 'own', params: generation },
  { method: 'GET', route: 'teams/[teamId]/headshots/[id]/status', access: 'own', params: generation },
  { method: 'GET', route: 'teams/[teamId]/headshots/[id]/download', access: 'own', params: generation },
  {
    method: 'GET',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]',
    access: 'own',
    params: picture,
  },
  {
    method: 'PATCH',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]',
    access: 'own',
    params: picture,
    body: () => ({ favourite: true }),
  },
  {
    method: 'DELETE',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]',
    access: 'own',
    params: picture,
  },
  {
    method: 'PUT',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]/verdict',
    access: 'own',
    params: picture,
    body: () => ({ verdict: 'not_me' }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]/preview',
    access: 'own',
    params: picture,
    body: () => ({ edit: EDIT }),
  },
  {
    method: 'GET',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]/versions',
    access: 'own',
    params: picture,
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]/versions',
    access: 'own',
    params: picture,
    body: () => ({ edit: EDIT }),
  },
  {
    method: 'PUT',
    route: 'teams/[teamId]/headshots/[id]/pictures/[pictureId]/versions/current',
    access: 'own',
    params: picture,
    body: () => ({ version: null }),
  },
  { method: 'GET', route: 'teams/[teamId]/invitations', access: 'admin' },
  {
    method: 'POST',
    route: 'teams/[teamId]/invitations',
    access: 'admin',
    body: () => ({ emails: ['somebody@example.test'] }),
  },
  { method: 'DELETE', route: 'teams/[teamId]/invitations/[id]', access: 'admin', params: invitation },
  { method: 'POST', route: 'teams/[teamId]/invitations/[id]/resend', access: 'admin', params: invitation },
  { method: 'GET', route: 'teams/[teamId]/members', access: 'admin' },
  {
    method: 'PATCH',
    route: 'teams/[teamId]/members/[id]',
    access: 'admin',
    params: colleague,
    body: () => ({ role: 'admin' }),
  },
  { method: 'DELETE', route: 'teams/[teamId]/members/[id]', access: 'admin', params: colleague },
  { method: 'DELETE', route: 'teams/[teamId]/members/me', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/notices', access: 'team' },
  { method: 'PATCH', route: 'teams/[teamId]/notices', access: 'team', body: () => ({ read: true }) },
  { method: 'GET', route: 'teams/[teamId]/payments', access: 'admin' },
  { method: 'GET', route: 'teams/[teamId]/payments/[id]', access: 'admin', params: payment },
  {
    method: 'POST',
    route: 'teams/[teamId]/payments/[id]/refund',
    access: 'admin',
    params: payment,
    body: () => ({ reason: 'Too many' }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/orders',
    access: 'admin',
    body: () => ({ pack: 'enterprise' }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/orders/[id]/cancel',
    access: 'admin',
    params: (o) => ({ id: o.orderId }),
  },
  { method: 'GET', route: 'teams/[teamId]/billing/details', access: 'admin' },
  {
    method: 'PUT',
    route: 'teams/[teamId]/billing/details',
    access: 'admin',
    body: () => ({ company: 'Another company' }),
  },
  { method: 'GET', route: 'teams/[teamId]/billing/report', access: 'admin' },
  { method: 'GET', route: 'teams/[teamId]/subscription', access: 'admin' },
  { method: 'POST', route: 'teams/[teamId]/subscription/cancel', access: 'admin' },
  {
    method: 'POST',
    route: 'teams/[teamId]/subscription/change',
    access: 'admin',
    body: () => ({ plan: 'plus' }),
  },
  { method: 'POST', route: 'teams/[teamId]/subscription/portal', access: 'admin', body: () => ({}) },
  {
    method: 'POST',
    route: 'teams/[teamId]/subscription/preview',
    access: 'admin',
    body: () => ({ plan: 'plus' }),
  },
  { method: 'POST', route: 'teams/[teamId]/subscription/resume', access: 'admin' },
  { method: 'GET', route: 'teams/[teamId]/photo-sets', access: 'team' },
  { method: 'POST', route: 'teams/[teamId]/photo-sets', access: 'team' },
  { method: 'GET', route: 'teams/[teamId]/photo-sets/[id]', access: 'own', params: photoSet },
  {
    method: 'PATCH',
    route: 'teams/[teamId]/photo-sets/[id]',
    access: 'own',
    params: photoSet,
    body: () => ({ name: 'Mine', current: false }),
  },
  { method: 'DELETE', route: 'teams/[teamId]/photo-sets/[id]', access: 'own', params: photoSet },
  { method: 'POST', route: 'teams/[teamId]/photo-sets/[id]/submit', access: 'own', params: photoSet },
  { method: 'GET', route: 'teams/[teamId]/uploads', access: 'team' },
  { method: 'POST', route: 'teams/[teamId]/uploads', access: 'team' },
  {
    method: 'POST',
    route: 'teams/[teamId]/uploads/direct',
    access: 'team',
    body: () => ({ clientKey: 'key', name: 'me.jpg', size: 1, contentType: 'image/jpeg' }),
  },
  {
    method: 'POST',
    route: 'teams/[teamId]/uploads/direct/[id]',
    access: 'own',
    params: (o) => ({ id: o.uploadId }),
  },
  {
    method: 'DELETE',
    route: 'teams/[teamId]/uploads/[id]',
    access: 'own',
    params: (o) => ({ id: o.photoId }),
  },
];

/** Routes of a team carry its id in the path or, for the checkout, in the body. */
export function ofTeam({ route }: RouteCase): boolean {
  return route.startsWith('teams/[teamId]') || route === 'stripe/create-checkout';
}
