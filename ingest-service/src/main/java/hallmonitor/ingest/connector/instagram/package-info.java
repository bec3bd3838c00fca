/**
 * Instagram's professional accounts (https://developers.facebook.com/docs/instagram-platform), with
 * a token of Instagram's own sign-in or of the Page that the account belongs to. What the
 * documentation leaves open says so at its place.
 */
package hallmonitor.ingest.connector.instagram;
