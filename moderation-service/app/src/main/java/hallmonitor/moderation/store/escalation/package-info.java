/**
 * Escalations of cases: their states and clocks as the notifier reports them, and what people do
 * about them.
 */
package hallmonitor.moderation.store.escalation;
