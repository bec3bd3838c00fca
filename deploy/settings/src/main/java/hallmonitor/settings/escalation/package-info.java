/** Who is told of an escalation and what it asks of people, as escalation.yaml says. */
package hallmonitor.settings.escalation;
