/** The detectors of this product, put together. */
package hallmonitor.moderation.finding.standard;
