'use server';
/** Whether this device is told when pictures are ready. About a person, in no team. */
import { personAction } from '@/auth/action';
import { endpointInput, subscriptionInput } from './push/push-input';
import { hasSubscription, removeSubscription, saveSubscription } from './push/save-subscription';

export const savePushAction = personAction(
  { input: subscriptionInput, limit: 'write' },
  async ({ db, ...person }, input) => {
    await saveSubscription(db, person, input);
  },
);

export const removePushAction = personAction(
  { input: endpointInput, limit: 'write' },
  async ({ db, ...person }, { endpoint }) => {
    await removeSubscription(db, person, endpoint);
  },
);

export const hasPushAction = personAction({ input: endpointInput }, ({ db, ...person }, { endpoint }) =>
  hasSubscription(db, person, endpoint),
);
