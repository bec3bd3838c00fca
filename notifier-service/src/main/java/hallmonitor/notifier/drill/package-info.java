/** The weekly drill: a message by every way of a real alarm, and who answers it. */
package hallmonitor.notifier.drill;
