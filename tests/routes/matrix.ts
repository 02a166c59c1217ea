/**
 * Every documented route with something to try it on. `routes.test.ts` fails when a route file is neither in the registry nor named
 * here as internal, and tries each as nobody, as somebody of another team, as a colleague, with keys, and from another site.
 */

import type { Contract } from '@/contract/define';
import { CONTRACTS } from '@/contract/registry';
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
  backdropId: string;
  invitationId: string;
  orderId: string;
  paymentId: string;
  requestId: string;
  keyId: string;
  tokenId: string;
};

/** Routes that are no part of the API: machines that sign, our own phone and sign-in pages, the laptop's stand-ins, operations, and what is no route. */
export const INTERNAL =
  /^\[\.\.\.unknown|^(auth|cron|dev|phone|sign-in|unsubscribe|webhooks)\/|^(phone|sign-in|health|ready|metrics|openapi\.json|stripe\/webhook)$/;

export type RouteCase = {
  contract: Contract;
  /** Folder under `src/app/api`. */
  route: string;
  params?: (objects: Objects) => Record<string, string>;
  body?: (objects: Objects) => object;
  query?: (objects: Objects) => string;
  /** In this world there is nothing to read yet: whoever may is told so. */
  empty?: true;
  /** What a team's key is told that leaves out what a person need not say. */
  keyless?: string;
};

type Sample = Omit<RouteCase, 'contract' | 'route'>;

const generation = ({ generationId }: Objects) => ({ id: generationId });
const picture = ({ generationId, pictureId }: Objects) => ({ id: generationId, pictureId });
const backdrop = ({ backdropId }: Objects) => ({ id: backdropId });
const photoSet = ({ photoSetId }: Objects) => ({ id: photoSetId });
const invitation = ({ invitationId }: Objects) => ({ id: invitationId });
const request = ({ requestId }: Objects) => ({ id: requestId });
const payment = ({ paymentId }: Objects) => ({ id: paymentId });
const colleague = ({ colleagueId }: Objects) => ({ id: colleagueId });

const EDIT = unedited('4:5');

/** By the contract's name: what its path and its body name. */
const SAMPLES: Record<string, Sample> = {
  revokeOrganizationKey: { params: (o) => ({ id: o.keyId }) },
  makeOrganizationKey: { body: () => ({ name: 'Payroll', scopes: ['members:read'] }) },
  revokeToken: { params: (o) => ({ id: o.tokenId }) },
  makeToken: { body: () => ({ name: 'Script', scopes: ['team:read'] }) },
  getStatement: { keyless: '422 invalid' },
  getMonthlyReport: { query: () => '?month=2026-11' },
  createTeam: { body: () => ({ name: 'Another team' }) },
  setMemberRole: { params: colleague, body: () => ({ role: 'admin' }) },
  removeMember: { params: colleague },
  inviteMembers: { body: () => ({ emails: ['somebody@example.test'] }) },
  resendInvitation: { params: invitation },
  revokeInvitation: { params: invitation },
  allocateCredits: { body: (o) => ({ memberId: o.colleagueId, amount: 1 }) },
  distributeCredits: { body: () => ({ mode: 'even', preview: true }) },
  reassignCredits: {
    body: (o) => ({ fromMemberId: o.memberId, to: { memberId: o.colleagueId }, amount: 1 }),
  },
  requestCredits: { body: () => ({ amount: 1 }) },
  approveCreditRequest: { params: request },
  declineCreditRequest: { params: request, body: () => ({ answer: 'Next month.' }) },
  withdrawCreditRequest: { params: request },
  createCheckout: { body: (o) => ({ teamId: o.teamId, pack: 'starter' }) },
  orderByInvoice: { body: () => ({ pack: 'enterprise' }) },
  cancelOrder: { params: (o) => ({ id: o.orderId }) },
  getPayment: { params: payment, empty: true },
  refundPayment: { params: payment, body: () => ({ reason: 'Too many' }) },
  saveBillingDetails: { body: () => ({ company: 'Another company' }) },
  changePlan: { body: () => ({ plan: 'plus' }) },
  previewPlanChange: { body: () => ({ plan: 'plus' }) },
  openBillingPortal: { body: () => ({}) },
  grantUpload: { body: () => ({ clientKey: 'key', name: 'me.jpg', size: 1, contentType: 'image/jpeg' }) },
  takeUpload: { params: (o) => ({ id: o.uploadId }) },
  deletePhoto: { params: (o) => ({ id: o.photoId }) },
  getPhotoSet: { params: photoSet },
  changePhotoSet: { params: photoSet, body: () => ({ name: 'Mine', current: false }) },
  deletePhotoSet: { params: photoSet },
  submitPhotoSet: { params: photoSet },
  getPhotoFile: { params: (o) => ({ id: o.photoId, variant: 'thumbnail' }) },
  estimateTeamHeadshots: { body: () => ({ style: 'corporate', aspect: '4:5', variations: 1 }) },
  startGeneration: {
    body: (o) => ({ photoSetId: o.photoSetId, style: 'corporate', aspect: '4:5', variations: 1 }),
  },
  getGeneration: { params: generation },
  getGenerationStatus: { params: generation },
  changeGeneration: { params: generation, body: () => ({ cancel: true }) },
  deleteGeneration: { params: generation },
  downloadGeneration: { params: generation, empty: true },
  downloadPictures: { query: (o) => `?pictures=${o.pictureId}`, empty: true },
  changeManyHeadshots: { body: (o) => ({ action: 'delete', pictureIds: [o.pictureId] }) },
  chatAboutHeadshots: { body: () => ({ message: 'Blue background', preferences: {}, style: 'corporate' }) },
  getPicture: { params: picture },
  changePicture: { params: picture, body: () => ({ favourite: true }) },
  deletePicture: { params: picture },
  judgePicture: { params: picture, body: () => ({ verdict: 'not_me' }) },
  previewEdit: { params: picture, body: () => ({ edit: EDIT }) },
  listVersions: { params: picture, empty: true },
  saveEdit: { params: picture, body: () => ({ edit: EDIT }) },
  chooseVersion: { params: picture, body: () => ({ version: null }) },
  getLink: { params: picture, empty: true },
  sharePicture: { params: picture },
  endLink: { params: picture },
  deleteBackdrop: { params: backdrop },
  getBackdropFile: { params: backdrop, empty: true },
  getPictureFile: { params: (o) => ({ id: o.pictureId, variant: 'picture' }), empty: true },
  acceptConsent: { body: () => ({}) },
  deleteAccount: { body: () => ({ email: 'nobody@example.test' }) },
  getAccountReceipt: { params: () => ({ token: 'none' }), empty: true },
  getDeletion: { params: () => ({ id: 'del_none' }), empty: true },
  readNotices: { body: () => ({ read: true }) },
};

export const ROUTES: RouteCase[] = CONTRACTS.map((contract) => ({
  contract,
  route: contract.path.replace('/api/', '').replaceAll('{', '[').replaceAll('}', ']'),
  ...SAMPLES[contract.name],
}));

/** Routes of a team carry its id in the path or, for the checkout, in the body. */
export function ofTeam({ route }: RouteCase): boolean {
  return route.startsWith('teams/[teamId]') || route === 'stripe/create-checkout';
}
