/**
 * The second stage: a small fine-tuned transformer that scores again the comments about which the
 * linear model is unsure. Only this package uses onnxruntime.
 */
package hallmonitor.moderation.finding.encoder;
