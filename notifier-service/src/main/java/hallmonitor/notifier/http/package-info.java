/** What every request to a stranger's address goes by. */
package hallmonitor.notifier.http;
