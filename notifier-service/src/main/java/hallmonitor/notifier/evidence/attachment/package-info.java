/**
 * Fetches what captured comments link to, after their sealing and without reaching into internal
 * networks.
 */
package hallmonitor.notifier.evidence.attachment;
