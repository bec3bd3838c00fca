/** What belongs to one connected account: its secret, its checkpoint, its request budget. */
package hallmonitor.ingest.account;
