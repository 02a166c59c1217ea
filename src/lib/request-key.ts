/**
 * A key that names one intended request, so that sending it again counts once: 128 random bits. Works in every browser context;
 * `crypto.randomUUID` is missing on pages without TLS, such as a laptop's product opened on a phone.
 */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
