/** This service's events, published and queued for sealing in one transaction. */
package hallmonitor.notifier.publish;
