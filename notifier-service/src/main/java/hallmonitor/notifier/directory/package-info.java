/** Who holds which role where, who is next, and when people are not disturbed. Pure. */
package hallmonitor.notifier.directory;
