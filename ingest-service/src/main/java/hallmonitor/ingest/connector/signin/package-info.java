/**
 * What platforms share when a person signs in at one: the client that the district registered
 * there, and the steps of OAuth 2.
 */
package hallmonitor.ingest.connector.signin;
