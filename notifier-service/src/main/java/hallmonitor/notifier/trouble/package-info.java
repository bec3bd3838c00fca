/** What is wrong with Hall Monitor itself: who is told, when again, and when it is over. */
package hallmonitor.notifier.trouble;
