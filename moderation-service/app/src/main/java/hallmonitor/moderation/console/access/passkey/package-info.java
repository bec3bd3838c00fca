/** Passkeys (WebAuthn) without framework: what is asked of a browser, and what it answers. */
package hallmonitor.moderation.console.access.passkey;
