/**
 * WordPress through its REST API (https://developer.wordpress.org/rest-api/reference/comments/).
 * The behavior described here was observed on WordPress 6.8 and is verified by the contract suite.
 */
package hallmonitor.ingest.connector.wordpress;
