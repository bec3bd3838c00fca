/** Statistics on samples. Pure. */
package hallmonitor.moderation.statistics;
