/** Threads that do what is due, again and again. */
package hallmonitor.notifier.work;
