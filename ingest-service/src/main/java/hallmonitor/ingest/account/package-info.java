/**
 * What belongs to one connected account: its secret, its checkpoint, its share of the platform's
 * patience.
 */
package hallmonitor.ingest.account;
