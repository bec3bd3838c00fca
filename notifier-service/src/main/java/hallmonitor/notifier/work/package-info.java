/** Worker threads. */
package hallmonitor.notifier.work;
