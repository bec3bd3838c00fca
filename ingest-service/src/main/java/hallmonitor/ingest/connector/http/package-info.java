/**
 * What every connector over HTTP shares: requests within the account's budget that never follow a
 * redirect, limits of time and size, faults that any server may answer with, and answers in their
 * own bytes.
 */
package hallmonitor.ingest.connector.http;
