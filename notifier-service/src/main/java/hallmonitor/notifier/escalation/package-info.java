/**
 * What follows from an escalation: who is notified, and when, including the acknowledgment clock.
 * Pure.
 */
package hallmonitor.notifier.escalation;
