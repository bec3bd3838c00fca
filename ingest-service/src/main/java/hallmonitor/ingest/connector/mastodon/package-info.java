/**
 * The Mastodon API (https://docs.joinmastodon.org/api/), which other fediverse servers speak too.
 * The behavior described here was observed on snac 2.75 and is verified by the contract suite;
 * comments mark where snac differs from Mastodon.
 */
package hallmonitor.ingest.connector.mastodon;
