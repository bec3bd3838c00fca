/**
 * The polling engine: three lanes for each account (live, reconcile, back-fill), one owner, one
 * budget. What it decides is pure; {@link hallmonitor.ingest.polling.AccountPoller} asks the
 * platform and commits.
 */
package hallmonitor.ingest.polling;
