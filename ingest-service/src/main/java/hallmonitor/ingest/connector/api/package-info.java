/**
 * Systems without a connector of their own. They deliver posts and comments to the public endpoint,
 * which stores them; from there they are read like any platform's. Acts go out as webhooks by the
 * Standard Webhooks specification (https://www.standardwebhooks.com). Both are described in {@code
 * deploy/contracts/openapi.yaml}.
 */
package hallmonitor.ingest.connector.api;
