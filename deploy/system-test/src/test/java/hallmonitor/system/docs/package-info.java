/** Checks the documents against the repository: links, anchors, paths and commands must exist. */
package hallmonitor.system.docs;
