/**
 * Single sign-on by OpenID Connect Core 1.0: the authorization code flow with PKCE (RFC 7636),
 * state and nonce, and the checks of its answers. Knows nothing of the console's people.
 */
package hallmonitor.moderation.console.access.sso;
