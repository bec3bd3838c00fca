/** Who holds which role where, who is next, and when people must not be disturbed. Pure. */
package hallmonitor.notifier.directory;
