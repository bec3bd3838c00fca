/** {@code deploy/evidence}. */
package hallmonitor.notifier.evidence.command;
