/** What happened over a span of time, in figures: pages, CSV and PDF. */
package hallmonitor.moderation.console.reports;
