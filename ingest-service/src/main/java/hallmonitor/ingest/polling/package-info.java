/**
 * The polling engine: three lanes per account (live, reconcile, back-fill), one owner, one budget.
 * Its decisions are pure; {@link hallmonitor.ingest.polling.AccountPoller} asks the platform and
 * commits.
 */
package hallmonitor.ingest.polling;
