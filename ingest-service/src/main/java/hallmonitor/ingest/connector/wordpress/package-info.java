/**
 * WordPress through its REST API (https://developer.wordpress.org/rest-api/reference/comments/).
 * What is said here about its behaviour was seen on WordPress 6.8 and is held by the contract
 * suite.
 */
package hallmonitor.ingest.connector.wordpress;
