/**
 * Instagram's professional accounts (https://developers.facebook.com/docs/instagram-platform), with
 * a token of Instagram's own sign-in or of the Page that the account belongs to. Comments mark what
 * the documentation leaves open.
 */
package hallmonitor.ingest.connector.instagram;
