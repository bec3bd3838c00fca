/**
 * Tells the right people of the right building, by email. Packages point one way: directory,
 * escalation, notice (pure), then mail, queue, intake, and service.
 */
package hallmonitor.notifier;
