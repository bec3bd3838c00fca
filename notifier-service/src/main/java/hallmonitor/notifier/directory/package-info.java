/** Who holds which role where, who is next, and when people are left alone. Pure. */
package hallmonitor.notifier.directory;
