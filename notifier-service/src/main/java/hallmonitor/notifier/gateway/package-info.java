/**
 * The protocols of the providers that messages go to: what is sent, and what an answer means. Knows
 * no escalation and no database.
 */
package hallmonitor.notifier.gateway;
