/** Watches the services, this one included, and decides what is a trouble. */
package hallmonitor.notifier.watch;
