/** The second channel: signed webhook calls when no notice can be delivered. */
package hallmonitor.notifier.alarm;
