/** Figures about a period: pages, CSV and PDF. */
package hallmonitor.moderation.console.reports;
