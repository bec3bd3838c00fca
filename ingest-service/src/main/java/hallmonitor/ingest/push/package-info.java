/**
 * The public endpoint to which platforms deliver their webhooks. It wakes the poller of an account
 * and does nothing else: what is published is always what the poller read.
 */
package hallmonitor.ingest.push;
