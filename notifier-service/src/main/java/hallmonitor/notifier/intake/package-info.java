/** Moves escalations from the topic into the queue of notices. */
package hallmonitor.notifier.intake;
