/**
 * What Facebook Pages and Instagram share: Meta's Graph API
 * (https://developers.facebook.com/docs/graph-api). Requests go through the connectors' shared HTTP
 * and not through restfb, which does not limit the size of an answer. restfb tests the stand-in
 * instead.
 */
package hallmonitor.ingest.connector.meta;
