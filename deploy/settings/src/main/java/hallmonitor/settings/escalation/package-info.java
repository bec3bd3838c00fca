/**
 * Who is notified of an escalation and what it requires of people, according to escalation.yaml.
 */
package hallmonitor.settings.escalation;
