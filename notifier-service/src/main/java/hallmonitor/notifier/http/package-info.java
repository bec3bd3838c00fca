/** Rules for all requests to a stranger's address. */
package hallmonitor.notifier.http;
