// Adds and uses passkeys (WebAuthn): asks the console what to ask for, asks the browser, and sends the form with its answer.
import { $, all, say } from "./page.js";

const bytes = text =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer =>
  buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = keys => keys.map(key => ({ ...key, id: bytes(key.id) }));

const answered = (made, response) => ({
  id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {}, response,
});

const add = async options => {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  });
  return answered(made, {
    clientDataJSON: text(made.response.clientDataJSON),
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports?.() || [],
  });
};

const use = async options => {
  const signed = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withBytes(options.allowCredentials),
    },
  });
  return answered(signed, {
    clientDataJSON: text(signed.response.clientDataJSON),
    authenticatorData: text(signed.response.authenticatorData),
    signature: text(signed.response.signature),
    userHandle: text(signed.response.userHandle),
  });
};

const asked = async form => {
  const answer = await fetch(form.dataset.passkey, {
    method: "POST",
    body: new URLSearchParams({ "form-token": $('[name="form-token"]', form).value }),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

const problem = failure => {
  if (failure.name === "InvalidStateError") return say("This device already has a passkey for you.");
  if (failure.name === "NotAllowedError") return say("You did not finish. Try again.");
  return say("That did not work. Reload the page, and try again.");
};

const forms = all("form[data-passkey]");

forms.forEach(form => form.addEventListener("submit", async event => {
  event.preventDefault();
  const button = $("button", form);
  const place = $("[data-problem]", form);
  button.disabled = true;
  place.hidden = true;
  try {
    const options = await asked(form);
    $('[name="credential"]', form).value = JSON.stringify(await (options.user ? add : use)(options));
    form.submit();
  } catch (failure) {
    place.textContent = problem(failure);
    place.hidden = false;
    button.disabled = false;
    button.focus();
  }
}));

if (window.PublicKeyCredential) {
  forms.forEach(form => {
    form.hidden = false;
  });
  all("[data-without-passkeys]").forEach(place => {
    place.hidden = true;
  });
}
