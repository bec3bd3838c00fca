/** The search over everything that was ever seen. */
package hallmonitor.moderation.console.search;
