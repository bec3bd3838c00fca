/**
 * The Mastodon API (https://docs.joinmastodon.org/api/), which other fediverse servers speak too.
 * The behavior described here was observed on snac 2.75 and is verified by the contract suite; what
 * snac does otherwise than Mastodon says so at its place.
 */
package hallmonitor.ingest.connector.mastodon;
