/**
 * What every connector over HTTP shares: requests within the account's budget that never follow a
 * redirect, limits on time and size, faults that any server may answer with, and answers in their
 * original bytes.
 */
package hallmonitor.ingest.connector.http;
