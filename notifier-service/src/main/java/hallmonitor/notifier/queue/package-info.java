/** The durable queue of notices and the threads that send from it. */
package hallmonitor.notifier.queue;
