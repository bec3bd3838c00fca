/**
 * Bluesky, by the AT protocol (https://atproto.com/specs/xrpc): the account's own server (PDS)
 * keeps its records and passes questions about threads on to the AppView. Verified on a real PDS
 * and AppView by the contract suite.
 */
package hallmonitor.ingest.connector.bluesky;
