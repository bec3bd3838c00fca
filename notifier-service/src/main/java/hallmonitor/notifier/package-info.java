/**
 * Notifies the right people of the right building, by email, until someone acts, and keeps the
 * evidence. Dependencies point one way: directory, escalation, notice (pure); mail, queue, publish,
 * clock, alarm, answer, intake, each depends on those before it; evidence beside them; service
 * wires everything. All may use {@code work} and {@code http}.
 */
package hallmonitor.notifier;
