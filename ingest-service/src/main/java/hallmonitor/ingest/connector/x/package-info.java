/**
 * X through its API v2 (https://docs.x.com/x-api/introduction), where every post that is read costs
 * money.
 */
package hallmonitor.ingest.connector.x;
