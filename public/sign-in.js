/*
 * All the script of the sign-in page: a form is sent once and shows it, what was wrong gets the focus, and passkeys. Without it the forms
 * do the same, and the button for passkeys is not there.
 */

/** How long a form that got no answer stays shut, in milliseconds. */
const GIVE_UP_AFTER = 15_000;
/** A challenge lives five minutes; a page that waits longer asks for a new one in time. */
const RENEW_EVERY = 4 * 60_000;

function setPending(button, pending) {
  button?.toggleAttribute('data-pending', pending);
  if (pending) button?.setAttribute('aria-busy', 'true');
  else button?.removeAttribute('aria-busy');
}

for (const form of document.querySelectorAll('form')) {
  const button = form.querySelector('button[type=submit]');
  let givingUp;
  const open = () => {
    clearTimeout(givingUp);
    delete form.dataset.sent;
    setPending(button, false);
  };
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    setPending(button, true);
    givingUp = setTimeout(open, GIVE_UP_AFTER);
  });
  // Back from where it led: the browser shows the page as it was left.
  window.addEventListener('pageshow', open);
}

document.querySelector('[data-problem], [aria-invalid]')?.focus();

const button = document.querySelector('[data-passkey]');
const words = JSON.parse(button.dataset.words);
const problem = document.querySelector('[data-passkey-problem]');
let pressed = false;

function tell(code) {
  problem.hidden = code === null;
  problem.querySelector('[data-passkey-words]').textContent = code === null ? '' : (words[code] ?? words.failed);
}

function ask(path, body) {
  const asked = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(`/api/auth/passkey/${path}`, asked ?? { cache: 'no-store' });
}

/** With `autofill` it waits, without a window, until the person picks a passkey in the e-mail field's list. Throws what went wrong. */
async function signIn(autofill) {
  await import('/webauthn.js');
  const { browserSupportsWebAuthnAutofill, startAuthentication } = globalThis.SimpleWebAuthnBrowser;
  if (autofill && !(await browserSupportsWebAuthnAutofill())) return;
  const options = await ask('generate-authenticate-options');
  if (!options.ok && autofill) return;
  if (!options.ok) throw await refusal(options);
  const response = await startAuthentication({
    // The device must ask for a finger, a face or a PIN; the server refuses an answer without.
    optionsJSON: { ...(await options.json()), userVerification: 'required' },
    useBrowserAutofill: autofill,
  });
  if (autofill && pressed) return;
  const answer = await ask('verify-authentication', { response });
  if (!answer.ok) throw await refusal(answer);
  window.location.assign(button.dataset.passkey);
}

/** What the server refused, by its code. */
async function refusal(answer) {
  const { code = '' } = await answer.json().catch(() => ({}));
  return Object.assign(new Error(code), { name: code in words ? code : 'refused', refused: true });
}

async function waitForPick() {
  if (pressed) return;
  // Nobody pressed anything: whoever signs in another way need not hear of what failed, only that a picked passkey was refused.
  await signIn(true).catch((error) => !pressed && error.refused && tell(error.name));
}

button.addEventListener('click', async () => {
  if (button.hasAttribute('data-pending')) return;
  if (!window.PublicKeyCredential) return tell('unsupported');
  pressed = true;
  setPending(button, true);
  tell(null);
  try {
    await signIn(false);
  } catch (error) {
    // The person closed the browser's window.
    const closed = error.name === 'AbortError' || error.name === 'NotAllowedError';
    tell(closed ? 'failed' : error.name);
    setPending(button, false);
  }
});

window.addEventListener('pageshow', () => setPending(button, false));

if (typeof window.PublicKeyCredential?.isConditionalMediationAvailable === 'function') {
  void waitForPick();
  setInterval(waitForPick, RENEW_EVERY);
}
