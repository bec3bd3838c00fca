/**
 * Talk pages of a MediaWiki through its action API (https://www.mediawiki.org/wiki/API). A wiki has
 * no comments, only pages and their revisions: a comment is the text that one revision added, and
 * its id is that revision's. Signatures are not trusted, because anyone can write one. The behavior
 * described here was observed on MediaWiki 1.43 and is verified by the contract suite.
 */
package hallmonitor.ingest.connector.mediawiki;
