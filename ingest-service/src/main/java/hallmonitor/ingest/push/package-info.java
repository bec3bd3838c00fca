/**
 * The public endpoint for webhooks of platforms, and for comments of systems without a connector.
 * It wakes the poller of an account: only what the poller read is published, from the platform or
 * from stored deliveries of such a system.
 */
package hallmonitor.ingest.push;
