/** HTTP requests with limits on size and time, and checks of addresses, for untrusted servers. */
package hallmonitor.messaging.http;
