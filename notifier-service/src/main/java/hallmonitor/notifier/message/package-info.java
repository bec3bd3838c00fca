/**
 * Messages about immediate danger beside the mail: their durable queue, the threads that send them,
 * and what is told when they do not get through.
 */
package hallmonitor.notifier.message;
