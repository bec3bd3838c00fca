/**
 * What follows from an escalation: who is told, when. Pure; the acknowledgement clock belongs here
 * too.
 */
package hallmonitor.notifier.escalation;
