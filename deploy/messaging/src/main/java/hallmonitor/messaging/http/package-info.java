/** HTTP requests with responses bounded in size and time, for calls to untrusted servers. */
package hallmonitor.messaging.http;
