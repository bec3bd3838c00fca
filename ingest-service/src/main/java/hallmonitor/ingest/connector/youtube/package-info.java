/**
 * The YouTube Data API v3 (https://developers.google.com/youtube/v3/docs) for the owner of a
 * channel. Requests go through the connectors' shared HTTP and not through Google's client library,
 * which does not limit the size of an answer and follows redirects. The library tests the stand-in
 * instead. Comments mark what the documentation leaves open.
 */
package hallmonitor.ingest.connector.youtube;
