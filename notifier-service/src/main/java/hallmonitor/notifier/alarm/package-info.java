/** The second channel: signed calls to webhooks when no notice can be delivered. */
package hallmonitor.notifier.alarm;
