/**
 * The public endpoint to which platforms deliver their webhooks, and systems without a connector
 * their comments. It wakes the poller of an account: what is published is always what the poller
 * read, from the platform or from what such a system's delivery stored.
 */
package hallmonitor.ingest.push;
