/** Holds the documents to the repository: links, anchors, paths and commands must exist. */
package hallmonitor.system.docs;
