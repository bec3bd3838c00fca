/** HTTP requests bounded in size and time, and where an address leads, for untrusted servers. */
package hallmonitor.messaging.http;
