/** What this service says to others: published and put before the seal, in one transaction. */
package hallmonitor.notifier.publish;
