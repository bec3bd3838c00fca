/** Requests over HTTP whose answers are bounded in size and in time, for whoever asks strangers. */
package hallmonitor.messaging.http;
