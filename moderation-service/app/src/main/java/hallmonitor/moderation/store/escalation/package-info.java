/** Escalations of cases: states and clocks from the notifier, and people's acts on them. */
package hallmonitor.moderation.store.escalation;
