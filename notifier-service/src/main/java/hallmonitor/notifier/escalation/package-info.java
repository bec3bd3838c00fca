/**
 * What follows from an escalation: who is told, and when, including the acknowledgment clock. Pure.
 */
package hallmonitor.notifier.escalation;
