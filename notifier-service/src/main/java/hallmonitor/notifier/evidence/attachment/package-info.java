/** Fetches what captured comments link to, after their seal and without reaching into networks. */
package hallmonitor.notifier.evidence.attachment;
