/** Combines the product's detectors. */
package hallmonitor.moderation.finding.standard;
