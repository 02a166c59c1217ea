import { z } from 'zod';
import { seconds } from '../events';
import { badRequest } from '../faults';
import type { PortalConfiguration, PortalFlow, PortalSession } from '../objects/customers';
import { hasEnded } from '../objects/subscriptions';
import { emptyable, expand, flag, id, language, mergeMetadata, metadata, page, text, url } from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';
import { type Store, stripeId } from '../store';

const CONFIGURATIONS = '/v1/billing_portal/configurations';

const enabled = { enabled: flag };
const proration = z.enum(['none', 'create_prorations', 'always_invoice']).optional();

const features = z.strictObject({
  customer_update: z
    .strictObject({
      ...enabled,
      allowed_updates: emptyable(
        z.array(z.enum(['address', 'email', 'name', 'phone', 'shipping', 'tax_id'])),
      ).optional(),
    })
    .optional(),
  invoice_history: z.strictObject(enabled).optional(),
  payment_method_update: z.strictObject(enabled).optional(),
  subscription_cancel: z
    .strictObject({
      ...enabled,
      mode: z.enum(['at_period_end', 'immediately']).optional(),
      proration_behavior: proration,
      cancellation_reason: z
        .strictObject({ ...enabled, options: emptyable(z.array(z.string())).optional() })
        .optional(),
    })
    .optional(),
  subscription_update: z
    .strictObject({
      ...enabled,
      default_allowed_updates: emptyable(z.array(z.enum(['price', 'quantity', 'promotion_code']))).optional(),
      products: emptyable(z.array(z.strictObject({ product: id, prices: z.array(id) }))).optional(),
      proration_behavior: proration,
    })
    .optional(),
});

const configurationFields = {
  business_profile: z
    .strictObject({
      headline: emptyable(text).optional(),
      privacy_policy_url: url.optional(),
      terms_of_service_url: url.optional(),
    })
    .optional(),
  default_return_url: emptyable(url).optional(),
  metadata: metadata.optional(),
  name: emptyable(text).optional(),
  expand,
};

const createParams = z.strictObject({ features, ...configurationFields });
const updateParams = z.strictObject({
  features: features.optional(),
  active: flag.optional(),
  ...configurationFields,
});

const sessionParams = z.strictObject({
  customer: id,
  configuration: id.optional(),
  return_url: url.optional(),
  locale: language.optional(),
  flow_data: z
    .strictObject({
      type: z.enum(['payment_method_update', 'subscription_cancel']),
      subscription_cancel: z.strictObject({ subscription: id }).optional(),
      after_completion: z
        .strictObject({
          type: z.enum(['hosted_confirmation', 'portal_homepage', 'redirect']),
          redirect: z.strictObject({ return_url: url }).optional(),
        })
        .optional(),
    })
    .optional(),
  expand,
});

export const PORTAL_ROUTES: Route[] = [
  route('POST', CONFIGURATIONS, createParams, (input, { store, now }) => {
    const configuration = addConfiguration(store, now);
    applyConfiguration(configuration, input, now);
    return configuration;
  }),
  listing(
    CONFIGURATIONS,
    z.strictObject({ active: flag.optional(), is_default: flag.optional(), ...page }),
    ({ store }) => Object.values(store.portalConfigurations),
    (configuration, { active, is_default }) =>
      same(active, configuration.active) && same(is_default, configuration.is_default),
  ),
  retrieving(CONFIGURATIONS, 'configuration', (store) => store.portalConfigurations),
  route('POST', `${CONFIGURATIONS}/:id`, updateParams, (input, { store, id, now }) => {
    const configuration = findIn(store.portalConfigurations, 'configuration', id);
    configuration.active = input.active ?? configuration.active;
    applyConfiguration(configuration, input, now);
    return configuration;
  }),
  route('POST', '/v1/billing_portal/sessions', sessionParams, (input, { store, now }) =>
    createPortalSession(store, input, now),
  ),
];

function addConfiguration(store: Store, now: Date): PortalConfiguration {
  const at = seconds(now);
  const configuration: PortalConfiguration = {
    id: stripeId('bpc'),
    object: 'billing_portal.configuration',
    active: true,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: at,
    default_return_url: null,
    features: {
      customer_update: { enabled: false },
      invoice_history: { enabled: false },
      payment_method_update: { enabled: false },
      subscription_cancel: { enabled: false },
      subscription_update: { enabled: false },
    },
    is_default: Object.keys(store.portalConfigurations).length === 0,
    livemode: false,
    metadata: {},
    name: null,
    updated: at,
  };
  store.portalConfigurations[configuration.id] = configuration;
  return configuration;
}

function applyConfiguration(
  configuration: PortalConfiguration,
  input: z.infer<typeof updateParams>,
  now: Date,
): void {
  const given = Object.entries(input.features ?? {}).filter(([, value]) => value !== undefined);
  Object.assign(configuration.features, Object.fromEntries(given));
  Object.assign(configuration.business_profile, input.business_profile);
  if (input.default_return_url !== undefined) configuration.default_return_url = input.default_return_url;
  if (input.name !== undefined) configuration.name = input.name;
  configuration.metadata = mergeMetadata(configuration.metadata, input.metadata);
  configuration.updated = seconds(now);
}

function createPortalSession(store: Store, input: z.infer<typeof sessionParams>, now: Date): PortalSession {
  findIn(store.customers, 'customer', input.customer, 'customer');
  const kept = input.configuration
    ? findIn(store.portalConfigurations, 'configuration', input.configuration, 'configuration')
    : Object.values(store.portalConfigurations).find(({ is_default }) => is_default);
  if (!kept) {
    throw badRequest(
      'No configuration provided and your test mode default configuration has not been created. Create one with the billing_portal.configurations API.',
    );
  }
  const returnUrl = input.return_url ?? kept.default_return_url ?? null;
  if (returnUrl) store.origin = new URL(returnUrl).origin;
  const id = stripeId('bps');
  const session: PortalSession = {
    id,
    object: 'billing_portal.session',
    configuration: kept.id,
    created: seconds(now),
    customer: input.customer,
    flow: input.flow_data ? toFlow(store, input.customer, input.flow_data) : null,
    livemode: false,
    return_url: returnUrl,
    url: `${store.origin ?? 'http://localhost:3000'}/dev/portal/${id}`,
  };
  store.portalSessions[id] = session;
  return session;
}

function toFlow(
  store: Store,
  customer: string,
  wanted: NonNullable<z.infer<typeof sessionParams>['flow_data']>,
): PortalFlow {
  const after = wanted.after_completion;
  const named = wanted.subscription_cancel?.subscription;
  if (wanted.type === 'subscription_cancel') {
    const subscription = findIn(
      store.subscriptions,
      'subscription',
      named ?? '',
      'flow_data[subscription_cancel][subscription]',
    );
    if (subscription.customer !== customer) throw badRequest('The subscription belongs to another customer.');
    if (hasEnded(subscription) || subscription.cancel_at_period_end) {
      throw badRequest('The subscription is already set to be canceled at the end of its period.', {
        param: 'flow_data[subscription_cancel][subscription]',
      });
    }
  }
  return {
    type: wanted.type,
    after_completion: {
      type: after?.type ?? 'portal_homepage',
      redirect: after?.redirect ?? null,
      hosted_confirmation: null,
    },
    subscription_cancel: named ? { subscription: named, retention: null } : null,
  };
}
