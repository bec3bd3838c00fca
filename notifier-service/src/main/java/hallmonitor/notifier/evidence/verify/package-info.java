/** Verifies a ledger or a package offline, or names the first bad record and why. */
package hallmonitor.notifier.evidence.verify;
