/**
 * Feeds of comments: RSS 2.0 and Atom, as blogs, forums and wikis offer them. A feed holds only its
 * newest entries, shows no deletions and takes no orders. The behavior described here was observed
 * on the comment feed of WordPress 6.8 and is verified by the contract suite.
 */
package hallmonitor.ingest.connector.feed;
