/** What people ask of the evidence: packages, and whether everything is still right. */
package hallmonitor.notifier.evidence.desk;
